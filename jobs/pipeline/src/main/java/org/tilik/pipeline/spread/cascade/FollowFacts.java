// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.cascade;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.co.BroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Says of every cascade for how long it was followed: until the last item of its platform was posted; batch mode only,
 * where what is broadcast comes before everything else.
 */
final class FollowFacts extends BroadcastProcessFunction<CascadeFact, Tuple2<String, Long>, CascadeFact> {
    /** Flink asks for the state that it broadcasts into; the ends are kept in a field, the same in every task. */
    static final MapStateDescriptor<String, Long> BROADCAST =
            new MapStateDescriptor<>("latest-postings", Types.STRING, Types.LONG);

    private static final long serialVersionUID = 1L;

    private static final double MICROS_PER_HOUR = 3.6e9;

    private transient Map<String, Long> latest;

    @Override
    public void open(OpenContext context) {
        latest = new HashMap<>();
    }

    @Override
    public void processBroadcastElement(Tuple2<String, Long> posting, Context context, Collector<CascadeFact> out) {
        latest.merge(posting.f0, posting.f1, Math::max);
    }

    @Override
    public void processElement(CascadeFact fact, ReadOnlyContext context, Collector<CascadeFact> out) {
        fact.followedHours = (latest.get(fact.platform) - fact.rootMicros) / MICROS_PER_HOUR;
        out.collect(fact);
    }
}
