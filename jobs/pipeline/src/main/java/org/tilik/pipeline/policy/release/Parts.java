// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.release;

import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.table.RowType;
import org.tilik.pipeline.table.Table;

/**
 * Parts of release tables on their way to publication: the name of the population, {@link Stratum#label()}, the number of
 * items, whether they are of enough accounts, and the rows of the stratum. Strata of one population add up, so they are
 * held back together.
 */
public final class Parts {
    private Parts() {}

    /** What a stratum of a population has to say. */
    public static <R extends Record> Tuple5<String, String, Long, Boolean, List<R>> of(
            String population, Stratum stratum, long items, boolean enoughAccounts, List<R> rows) {
        return Tuple5.of(population, stratum.label(), items, enoughAccounts, rows);
    }

    /** How parts travel between operators. */
    public static <R extends Record> TypeInformation<Tuple5<String, String, Long, Boolean, List<R>>> type(
            Table<R> table) {
        return Types.TUPLE(Types.STRING, Types.STRING, Types.LONG, Types.BOOLEAN, Types.LIST(RowType.of(table)));
    }

    /**
     * The rows that may be published as they are, and for the others rows that say which numbers there would be.
     *
     * @param k fewest items and fewest accounts of a published row
     * @param job name of the part of the job, for operators
     */
    public static <R extends Record> DataStream<R> release(
            DataStream<Tuple5<String, String, Long, Boolean, List<R>>> parts, Table<R> table, int k, String job) {
        return parts.global()
                .transform("policy: release rules of " + job, RowType.of(table), new HoldBack<R>(k))
                .uid("policy-release-" + job)
                .setParallelism(1);
    }
}
