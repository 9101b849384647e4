// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.watch;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.operators.ProcessingTimeService.ProcessingTimeCallback;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.tilik.model.Actor;
import org.tilik.model.EventKind;
import org.tilik.model.Reach;
import org.tilik.model.RecheckOutcome;
import org.tilik.model.Scope;
import org.tilik.model.table.CaptureRow;
import org.tilik.pipeline.classify.ItemTracking;
import org.tilik.pipeline.ingest.CapturePart;
import org.tilik.pipeline.ingest.CaptureReader;
import org.tilik.pipeline.study.TopicAddress;
import org.tilik.pipeline.table.ScratchFiles;
import org.tilik.pipeline.watch.Sighting.Fate;

/**
 * From parts of decoded files to what each of their events tells about an item; behind each part, how far its source is in
 * time.
 *
 * <p>The events of a part come in the order of item keys, and a file may hold a month: a clock that follows the latest event
 * would leave most of them behind. So the clock of a source ({@link SourceClocks}) only moves when a part has been read, and
 * to where the bulk of it begins.
 */
final class ReadSightings extends AbstractStreamOperator<Sighting>
        implements OneInputStreamOperator<CapturePart, Sighting>, ProcessingTimeCallback {
    private static final long serialVersionUID = 1L;
    private static final long MILLIS_PER_HOUR = Duration.ofHours(1).toMillis();
    /** A task that has read nothing for so long keeps the others waiting no more. */
    private static final long IDLE_MILLIS = Duration.ofSeconds(10).toMillis();

    private static final ListStateDescriptor<Tuple2<String, Long>> CLOCKS =
            new ListStateDescriptor<>("clocks of sources", Types.TUPLE(Types.STRING, Types.LONG));

    private final String captures;
    private final ItemTracking.Source tracking;
    private transient CaptureReader reader;
    private transient ItemTracking items;
    private transient Map<String, Long> since;
    private transient SourceClocks clocks;
    private transient ListState<Tuple2<String, Long>> saved;
    private transient PostingTimes times;
    private transient ScheduledFuture<?> idle;

    ReadSightings(String captures, ItemTracking.Source tracking) {
        this.captures = captures;
        this.tracking = tracking;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        clocks = new SourceClocks(IDLE_MILLIS);
        saved = context.getOperatorStateStore().getUnionListState(CLOCKS);
        long now = getProcessingTimeService().getCurrentProcessingTime();
        for (Tuple2<String, Long> clock : saved.get()) {
            clocks.restore(clock.f0, clock.f1, now);
        }
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        saved.clear();
        for (Map.Entry<String, Long> clock : clocks.told().entrySet()) {
            saved.add(Tuple2.of(clock.getKey(), clock.getValue()));
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        reader = new CaptureReader(captures, ScratchFiles.of(getContainingTask()));
        items = tracking.open();
        since = new HashMap<>();
        times = new PostingTimes();
        // Flink keeps no watermarks: without this, what had come too late before a failure would be in time after it.
        if (clocks.reached() > Long.MIN_VALUE) {
            output.emitWatermark(new Watermark(clocks.reached()));
        }
        output.emitWatermarkStatus(WatermarkStatus.IDLE);
    }

    @Override
    public void processElement(StreamRecord<CapturePart> element) throws IOException {
        CapturePart part = element.getValue();
        String source = source(part.input().name());
        reader.read(part, this::tell);
        OptionalLong reached = times.bulkBegins();
        times.clear();
        if (reached.isPresent()) {
            advance(source, reached.getAsLong());
        }
    }

    private void advance(String source, long millis) {
        long now = getProcessingTimeService().getCurrentProcessingTime();
        output.emitWatermarkStatus(WatermarkStatus.ACTIVE);
        output.emitWatermark(new Watermark(clocks.advance(source, millis, now)));
        if (idle != null) {
            idle.cancel(false);
        }
        idle = getProcessingTimeService().registerTimer(now + IDLE_MILLIS, this);
    }

    @Override
    public void onProcessingTime(long time) {
        output.emitWatermarkStatus(WatermarkStatus.IDLE);
    }

    private static String source(String file) {
        if (TopicAddress.isMeant(file)) {
            return file;
        }
        int slash = file.lastIndexOf('/');
        return slash < 0 ? "" : file.substring(0, slash);
    }

    private void tell(CaptureRow event) {
        Instant at = event.timeHiUtc() == null ? event.capturedAtUtc() : event.timeHiUtc();
        Optional<Fate> fate = fate(event);
        if (fate.isEmpty() || at == null) {
            return;
        }
        Sighting sighting = new Sighting();
        sighting.itemKey = event.itemKey();
        sighting.platform = event.platform();
        sighting.fate = fate.get();
        sighting.atMillis = at.toEpochMilli();
        if (fate.get() == Fate.POSTED) {
            sighting.sinceHour = since(event, sighting.atMillis);
            ItemTracking.Sight sight = items.of(CaptureReader.item(event));
            sighting.isTracked = sight.isTracked();
            sighting.contents =
                    sight.contents().stream().map(FollowedBy::code).distinct().toList();
        }
        output.collect(new StreamRecord<>(sighting, sighting.atMillis));
    }

    /** What is only seen inside something else may be far older than the archive, and begins nothing. */
    private long since(CaptureRow event, long postedMillis) {
        if (!event.fromEmbedded()) {
            times.add(postedMillis);
            since.merge(event.platform(), hour(postedMillis), Math::min);
        }
        return since.getOrDefault(event.platform(), Sighting.NOT_WATCHED_YET);
    }

    static long hour(long millis) {
        return Math.floorDiv(millis, MILLIS_PER_HOUR);
    }

    /** What the event says of an item; empty for accounts, counts, referrals and looks that found nothing out. */
    private static Optional<Fate> fate(CaptureRow event) {
        EventKind kind = EventKind.valueOf(event.kind());
        if (kind.isExistence()) {
            return Optional.of(Fate.POSTED);
        }
        if (!event.scope().equals(Scope.ITEM.name())
                || Reach.GEO_WITHHELD.name().equals(event.reach())) {
            return Optional.empty();
        }
        return switch (kind) {
            case REMOVAL -> Optional.of(removes(event.actor()) ? Fate.REMOVED : Fate.GONE);
            case REAPPEARANCE -> Optional.of(Fate.BACK);
            case RECHECK -> looked(event);
            default -> Optional.empty();
        };
    }

    private static Optional<Fate> looked(CaptureRow event) {
        if (RecheckOutcome.ALIVE.name().equals(event.recheck())) {
            return Optional.of(Fate.BACK);
        }
        return RecheckOutcome.GONE.name().equals(event.recheck())
                ? Optional.of(removes(event.actor()) ? Fate.REMOVED : Fate.GONE)
                : Optional.empty();
    }

    private static boolean removes(String actor) {
        return actor != null && Actor.valueOf(actor).removes();
    }
}
