// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.watch;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.tilik.measure.incident.Alert;
import org.tilik.measure.incident.IncidentRule;
import org.tilik.measure.incident.IncidentWatch;
import org.tilik.measure.incident.PlatformStarts;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.ingest.MessageType;

/** Follows each content copy by copy and tells when the study's rule says that there is an incident. */
final class FollowContents extends KeyedProcessFunction<String, ContentChange, AlertLine>
        implements CheckpointedFunction {
    private static final long serialVersionUID = 1L;
    private static final ValueStateDescriptor<FollowedContent> CONTENT =
            new ValueStateDescriptor<>("content", MessageType.of(FollowedContent.class));
    private static final ListStateDescriptor<Tuple2<String, Long>> STARTS =
            new ListStateDescriptor<>("first hours of platforms", Types.TUPLE(Types.STRING, Types.LONG));
    private static final long MILLIS_PER_HOUR = 3_600_000;

    private final IncidentRule rule;
    private final int hoursKept;
    private transient ValueState<FollowedContent> state;
    private transient ListState<Tuple2<String, Long>> savedStarts;
    private transient Map<String, Long> starts;

    /** Follows by this rule; copies may come so many hours late and still count. */
    FollowContents(IncidentRule rule, int lateHours) {
        this.rule = rule;
        this.hoursKept = rule.horizonHours() + lateHours;
    }

    @Override
    public void open(OpenContext context) {
        state = getRuntimeContext().getState(CONTENT);
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        savedStarts = context.getOperatorStateStore().getUnionListState(STARTS);
        starts = new HashMap<>();
        for (Tuple2<String, Long> start : savedStarts.get()) {
            starts.merge(start.f0, start.f1, Math::min);
        }
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        savedStarts.clear();
        for (Map.Entry<String, Long> start : starts.entrySet()) {
            savedStarts.add(Tuple2.of(start.getKey(), start.getValue()));
        }
    }

    @Override
    public void processElement(ContentChange change, Context context, Collector<AlertLine> out) throws Exception {
        starts.merge(change.platform, change.sinceHour, Math::min);
        FollowedContent before = state.value();
        if (before == null && change.copies == 0) {
            // The content was forgotten, an hour before the last of its items is: nothing would ever clear it again.
            return;
        }
        FollowedContent content = (before == null ? FollowedContent.NEW : before).with(change);
        if (change.copies > 0 && !content.isTracked()) {
            content = content.holding(change.postedHour, change.platform);
        } else if (content.isTracked() && (change.copies > 0 || !content.held().isEmpty())) {
            content = count(content, change, context, out);
        }
        state.update(content);
        if (change.copies > 0) {
            context.timerService().registerEventTimeTimer((change.postedHour + hoursKept) * MILLIS_PER_HOUR);
        }
    }

    /** Counts the copy, if the change is one, and those that had to wait. */
    private FollowedContent count(
            FollowedContent content, ContentChange change, Context context, Collector<AlertLine> out) {
        IncidentWatch watch = new IncidentWatch(rule, new PlatformStarts(starts), content.watch());
        long now = context.timerService().currentWatermark();
        if (now != Long.MIN_VALUE) {
            long hour = ReadSightings.hour(now);
            watch.expireBefore(hour - hoursKept);
            tell(watch.advanceTo(hour), content, context.getCurrentKey(), out);
        }
        content.held()
                .forEach((hour, cell) -> cell.forEach((platform, copies) -> {
                    for (long copy = 0; copy < copies; copy++) {
                        tell(watch.add(hour, platform), content, context.getCurrentKey(), out);
                    }
                }));
        if (change.copies > 0) {
            tell(watch.add(change.postedHour, change.platform), content, context.getCurrentKey(), out);
        }
        watch.closesAt().ifPresent(hour -> context.timerService().registerEventTimeTimer(hour * MILLIS_PER_HOUR));
        return content.watched(watch.state());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<AlertLine> out) throws Exception {
        FollowedContent content = state.value();
        if (content == null) {
            return;
        }
        long hour = ReadSightings.hour(timestamp);
        if (content.isTracked()) {
            IncidentWatch watch = new IncidentWatch(rule, new PlatformStarts(starts), content.watch());
            tell(watch.advanceTo(hour), content, context.getCurrentKey(), out);
            watch.expireBefore(hour - hoursKept);
            state.update(content.watched(watch.state()));
        }
        if (content.lastHour() + hoursKept <= hour) {
            state.clear();
            context.output(JobCounts.TAG, Outcome.CONTENT_FORGOTTEN.one());
        }
    }

    private static void tell(Optional<Alert> alert, FollowedContent content, String code, Collector<AlertLine> out) {
        alert.ifPresent(news -> out.collect(AlertLine.of(news, code, content)));
    }
}
