// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.watch;

import java.util.Locale;
import org.apache.flink.api.java.tuple.Tuple2;

/** What became of a sighting, each has one; and what is forgotten in time. */
enum Outcome {
    /** A copy of each of its contents. */
    COPY,
    /** The item was counted before: another capture of it, or the same record in another file. */
    SEEN_BEFORE,
    /** Neither tracked nor able to become a copy of something tracked; or there again without having been missed. */
    NOTHING_TO_FOLLOW,
    /** What has become of an item that is followed. */
    FATE,
    /** The removal of an item that has not been seen, or not yet. */
    NOT_SEEN_YET,
    /** Longer ago than anything is followed. */
    BEYOND_HORIZON,
    /** Not of a sighting: an item whose horizon has passed. */
    ITEM_FORGOTTEN,
    /** Not of a sighting: a content of which everything lies beyond the horizon. */
    CONTENT_FORGOTTEN;

    /** The name in reports. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One of these, to be added up. */
    Tuple2<String, Long> one() {
        return Tuple2.of(id(), 1L);
    }
}
