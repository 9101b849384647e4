// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.tilik.model.table.ItemRow;

/** Keeps the items that are tracked, without their words. */
final class TrackItems extends ProcessFunction<ItemRow, TrackedItem> {
    private static final long serialVersionUID = 1L;

    private final TrackerSource source;
    private transient Tracker tracker;

    TrackItems(TrackerSource source) {
        this.source = source;
    }

    @Override
    public void open(OpenContext context) throws Exception {
        tracker = source.open();
    }

    @Override
    public void processElement(ItemRow row, Context context, Collector<TrackedItem> out) {
        tracker.track(row)
                .ifPresentOrElse(
                        item -> {
                            context.output(RemovalCounts.TAG, Tuple2.of(RemovalCounts.TRACKED, 1L));
                            out.collect(item);
                        },
                        () -> context.output(RemovalCounts.TAG, Tuple2.of(RemovalCounts.NOT_TRACKED, 1L)));
    }
}
