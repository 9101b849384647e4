// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.counter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Brings the violating items and counter replies of one thread together and, when all are there, says how long they waited;
 * batch mode only, where what is broadcast comes before everything else.
 */
final class GatherThreads extends KeyedBroadcastProcessFunction<String, ThreadPart, Tuple2<String, Long>, ThreadFact> {
    /** Flink asks for the state that it broadcasts into; the ends are kept in a field, the same in every task. */
    static final MapStateDescriptor<String, Long> BROADCAST =
            new MapStateDescriptor<>("last-postings", Types.STRING, Types.LONG);

    private static final long serialVersionUID = 1L;

    private transient Map<String, Long> lastPosted;
    private transient ListState<ThreadPart> parts;

    @Override
    public void open(OpenContext context) {
        lastPosted = new HashMap<>();
        parts = getRuntimeContext().getListState(new ListStateDescriptor<>("parts", ThreadPart.TYPE));
    }

    @Override
    public void processBroadcastElement(Tuple2<String, Long> last, Context context, Collector<ThreadFact> out) {
        lastPosted.merge(last.f0, last.f1, Math::max);
    }

    @Override
    public void processElement(ThreadPart part, ReadOnlyContext context, Collector<ThreadFact> out) throws Exception {
        parts.add(part.copy());
        context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ThreadFact> out) throws Exception {
        List<ThreadPart> thread = new ArrayList<>();
        parts.get().forEach(thread::add);
        ThreadFact.of(thread, lastPosted).forEach(out::collect);
        parts.clear();
    }
}
