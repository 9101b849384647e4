// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.watch;

import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.ingest.MessageType;
import org.tilik.pipeline.watch.Sighting.Fate;

/**
 * Knows each item that is followed, so that what is told twice counts once and a removal finds the contents that it is about.
 * An item is forgotten when its horizon has passed.
 */
final class FollowItems extends KeyedProcessFunction<String, Sighting, ContentChange> implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;
    private static final ValueStateDescriptor<FollowedItem> ITEM =
            new ValueStateDescriptor<>("item", MessageType.of(FollowedItem.class));
    private static final ListStateDescriptor<Long> REACHED = new ListStateDescriptor<>("time reached", Types.LONG);

    private final long horizonMillis;
    private transient ValueState<FollowedItem> state;
    private transient ListState<Long> savedTime;
    /** Flink keeps no watermarks, and after a restart they come from one reader after the other. */
    private transient long reached;

    private transient TimerService time;

    FollowItems(long horizonMillis) {
        this.horizonMillis = horizonMillis;
    }

    @Override
    public void open(OpenContext context) {
        state = getRuntimeContext().getState(ITEM);
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        savedTime = context.getOperatorStateStore().getUnionListState(REACHED);
        reached = Long.MIN_VALUE;
        for (long saved : savedTime.get()) {
            reached = Math.max(reached, saved);
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        savedTime.update(List.of(reached()));
    }

    @Override
    public void processElement(Sighting sighting, Context context, Collector<ContentChange> out) throws Exception {
        Outcome outcome = follow(sighting, context, out);
        context.output(JobCounts.TAG, outcome.one());
    }

    private Outcome follow(Sighting sighting, Context context, Collector<ContentChange> out) throws Exception {
        time = context.timerService();
        if (sighting.atMillis + horizonMillis <= reached()) {
            return Outcome.BEYOND_HORIZON;
        }
        FollowedItem known = state.value();
        if (sighting.fate != Fate.POSTED) {
            return changeFate(known, sighting, context, out);
        }
        if (sighting.contents.isEmpty()) {
            return Outcome.NOTHING_TO_FOLLOW;
        }
        if (known != null && known.isSeen()) {
            return Outcome.SEEN_BEFORE;
        }
        FollowedItem item = FollowedItem.posted(sighting);
        tell(item, sighting, 1, Fate.POSTED, Fate.POSTED, out);
        if (known != null) {
            FollowedItem later = item.with(known.fate(), known.fateAtMillis());
            tell(item, sighting, 0, Fate.POSTED, later.fate(), out);
            item = later;
        }
        keep(item, sighting.atMillis, context);
        return Outcome.COPY;
    }

    private long reached() {
        return time == null ? reached : Math.max(reached, time.currentWatermark());
    }

    private Outcome changeFate(FollowedItem known, Sighting sighting, Context context, Collector<ContentChange> out)
            throws Exception {
        if (known == null) {
            if (!sighting.fate.isGone()) {
                return Outcome.NOTHING_TO_FOLLOW;
            }
            keep(FollowedItem.unseen(sighting), sighting.atMillis, context);
            return Outcome.NOT_SEEN_YET;
        }
        FollowedItem changed = known.with(sighting.fate, sighting.atMillis);
        if (!changed.equals(known)) {
            state.update(changed);
            if (known.isSeen()) {
                tell(known, sighting, 0, known.fate(), changed.fate(), out);
            }
        }
        return known.isSeen() ? Outcome.FATE : Outcome.NOT_SEEN_YET;
    }

    private void keep(FollowedItem item, long atMillis, Context context) throws Exception {
        state.update(item);
        context.timerService().registerEventTimeTimer(atMillis + horizonMillis);
    }

    private static void tell(
            FollowedItem item, Sighting sighting, int copies, Fate before, Fate after, Collector<ContentChange> out) {
        int gone = number(after.isGone()) - number(before.isGone());
        int removed = number(after == Fate.REMOVED) - number(before == Fate.REMOVED);
        if (copies == 0 && gone == 0 && removed == 0) {
            return;
        }
        List<String> contents = item.contents();
        for (String content : contents) {
            ContentChange change = new ContentChange();
            change.content = content;
            change.itemKey = sighting.itemKey;
            change.platform = item.platform();
            change.postedHour = item.postedHour();
            change.sinceHour = sighting.sinceHour;
            change.isTracked = item.isTracked();
            change.copies = copies;
            change.gone = gone;
            change.removed = removed;
            out.collect(change);
        }
    }

    private static int number(boolean holds) {
        return holds ? 1 : 0;
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ContentChange> out) throws Exception {
        FollowedItem item = state.value();
        if (item != null) {
            state.clear();
            context.output(JobCounts.TAG, Outcome.ITEM_FORGOTTEN.one());
        }
    }
}
