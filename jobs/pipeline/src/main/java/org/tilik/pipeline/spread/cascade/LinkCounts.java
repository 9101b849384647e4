// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.cascade;

import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.measure.spread.cascade.ParentOutcome;
import org.tilik.pipeline.counts.JobCounts;

/** What one task counts for run.json; it is handed on once, at the end. */
final class LinkCounts {
    /** Items that say that they hang on another one, but not on which; also counted as without a link. */
    static final String UNNAMED = "links.unnamed";
    /** Items without a posting time, which are in no cascade and on which nothing can hang. */
    static final String UNKNOWN_TIME = "links.unknown_time";

    private final SortedMap<String, Long> counts = new TreeMap<>();

    /** The name under which links of this outcome are counted. */
    static String name(ParentOutcome outcome) {
        return "links." + outcome.name().toLowerCase(Locale.ROOT);
    }

    void add(ParentOutcome outcome) {
        add(name(outcome), 1);
    }

    void add(String name, long n) {
        counts.merge(name, n, Long::sum);
    }

    /** Hands the counts to the job's counts. */
    void emit(Output<?> output) {
        counts.forEach((name, n) -> output.collect(JobCounts.TAG, new StreamRecord<>(Tuple2.of(name, n))));
    }
}
