// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.measure;

import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.tilik.pipeline.strata.Stratum;

/**
 * Collects one stratum and measures it when it is complete; batch mode only, where strata come one after the other, so that
 * plain fields hold one at a time.
 *
 * @param <T> what is known of a member; comes with the label of its stratum
 */
final class MeasureStratum<T> extends KeyedProcessFunction<String, Tuple2<String, T>, SpreadResult> {
    private static final long serialVersionUID = 1L;

    private final StratumMembers.Factory<T> factory;
    private transient StratumMembers<T> members;
    private transient String stratum;

    MeasureStratum(StratumMembers.Factory<T> factory) {
        this.factory = factory;
    }

    @Override
    public void processElement(Tuple2<String, T> member, Context context, Collector<SpreadResult> out) {
        if (members == null) {
            stratum = member.f0;
            members = factory.of(Stratum.ofLabel(stratum));
            context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
        } else if (!stratum.equals(member.f0)) {
            throw new IllegalStateException("Members of the strata " + stratum + " and " + member.f0
                    + " came mixed; the spread job must run in batch mode.");
        }
        members.add(member.f1);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<SpreadResult> out) {
        out.collect(members.result());
        members = null;
    }
}
