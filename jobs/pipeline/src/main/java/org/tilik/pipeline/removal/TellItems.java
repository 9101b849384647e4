// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Tells each item what became of its account: an account that goes takes with it all that it had posted, and brings it back
 * where it comes back. What it posts afterwards is not touched.
 */
final class TellItems
        extends KeyedCoProcessFunction<String, Tuple3<String, String, Instant>, ItemObservation, ItemObservation> {
    /** Account, item, and when that was posted. */
    static final TypeInformation<Tuple3<String, String, Instant>> ITEM =
            Types.TUPLE(Types.STRING, Types.STRING, Types.INSTANT);

    private static final long serialVersionUID = 1L;

    private transient ListState<Tuple3<String, String, Instant>> items;
    private transient ListState<ItemObservation> notices;

    @Override
    public void open(OpenContext context) {
        items = getRuntimeContext().getListState(new ListStateDescriptor<>("items", ITEM));
        notices = getRuntimeContext().getListState(new ListStateDescriptor<>("notices", BuildEpisodes.OBSERVATION));
    }

    @Override
    public void processElement1(Tuple3<String, String, Instant> item, Context context, Collector<ItemObservation> out)
            throws Exception {
        items.add(Tuple3.of(item.f0, item.f1, item.f2));
        context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
    }

    @Override
    public void processElement2(ItemObservation notice, Context context, Collector<ItemObservation> out)
            throws Exception {
        notices.add(notice.about(notice.itemKey));
        context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ItemObservation> out) throws Exception {
        List<ItemObservation> ofAccount = new ArrayList<>();
        notices.get().forEach(ofAccount::add);
        if (!ofAccount.isEmpty()) {
            for (Tuple3<String, String, Instant> item : items.get()) {
                for (ItemObservation notice : ofAccount) {
                    if (!notice.timeHi.isBefore(item.f2)) {
                        ItemObservation told = notice.about(item.f1);
                        told.ofAccount = true;
                        out.collect(told);
                    }
                }
            }
        }
        items.clear();
        notices.clear();
    }
}
