// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.release;

import java.util.List;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Collects the members of one key and measures them when all are there; batch mode only, where keys come one after the
 * other, so that plain fields hold one key at a time.
 *
 * @param <T> what is known of a member; comes with its key
 * @param <R> the row
 */
public final class MeasureMembers<T, R extends Record>
        extends KeyedProcessFunction<String, Tuple2<String, T>, Tuple5<String, String, Long, Boolean, List<R>>> {
    private static final long serialVersionUID = 1L;

    private final Members.Factory<T, R> factory;
    private transient Members<T, R> members;
    private transient String key;

    /** Measures as the members do that this factory makes. */
    public MeasureMembers(Members.Factory<T, R> factory) {
        this.factory = factory;
    }

    @Override
    public void processElement(
            Tuple2<String, T> member, Context context, Collector<Tuple5<String, String, Long, Boolean, List<R>>> out) {
        if (members == null) {
            key = member.f0;
            members = factory.of(key);
            context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
        } else if (!key.equals(member.f0)) {
            throw new IllegalStateException(
                    "Members of " + key + " and " + member.f0 + " came mixed; the policy job must run in batch mode.");
        }
        members.add(member.f1);
    }

    @Override
    public void onTimer(
            long timestamp, OnTimerContext context, Collector<Tuple5<String, String, Long, Boolean, List<R>>> out) {
        members.parts().forEach(out::collect);
        members = null;
    }
}
