// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster.twotables;

import java.util.List;
import java.util.Set;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tilik.model.table.ObservationRow;
import org.tilik.pipeline.execution.BatchJob;
import org.tilik.pipeline.execution.BatchJob.Exchange;
import org.tilik.pipeline.table.RowType;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableFolder;
import org.tilik.pipeline.table.TableSink;
import org.tilik.pipeline.table.TableSource;

/**
 * One job that writes the same rows to two tables with Tilik's own sink, the second behind a gate, and a job after it
 * that reads the second with Tilik's own source and writes it once more.
 *
 * <p>Arguments: output folder and number of rows. The gate is the file {@code gate} in the output folder.
 */
public final class TwoSinksJob {
    /** The job with the two tables. */
    public static final String TWO_TABLES = "two tables";

    /** The vertex that makes the rows of both tables. */
    public static final String ROWS = "rows";

    /** All slots of a cluster of four: what a TaskManager loses includes rows that both tables come from. */
    private static final int PARALLELISM = 4;

    /** More than one TaskManager of two slots can hold, fewer than all: each has one, and the first table a slot. */
    private static final int GATES = 3;

    private static final Table<ObservationRow> TABLE = Table.OBSERVATIONS;
    private static final int BUCKETS = 4;

    private TwoSinksJob() {}

    /** Runs both jobs. */
    public static void main(String[] arguments) {
        String output = arguments[0];
        long count = Long.parseLong(arguments[1]);

        StreamExecutionEnvironment env = BatchJob.environment(PARALLELISM, Exchange.STORED);
        DataStream<ObservationRow> rows = env.fromSequence(0, count - 1)
                .map(ObservationRows::of)
                .returns(RowType.of(TABLE))
                .name(ROWS)
                .rebalance();
        TableSink.write(rows, TABLE, folder(output, "first"), "first");
        DataStream<ObservationRow> gated = rows.map(new WaitAtGate<ObservationRow>(output, "gated"))
                .returns(RowType.of(TABLE))
                .name("gate")
                .setParallelism(GATES);
        TableSink.write(gated, TABLE, folder(output, "second"), "second");
        BatchJob.execute(env, TWO_TABLES);

        StreamExecutionEnvironment next = BatchJob.environment(PARALLELISM, Exchange.STORED);
        List<Path> second = List.of(folder(output, "second").root());
        TableSink.write(TableSource.read(next, TABLE, second, Set.of(), "read"), TABLE, folder(output, "copy"), "copy");
        BatchJob.execute(next, "copy");
    }

    /** Where the table of this name lies. */
    public static TableFolder folder(String output, String name) {
        return new TableFolder(output + "/" + name, ObservationRows.RUN, BUCKETS);
    }
}
