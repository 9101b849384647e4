// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import java.time.Instant;
import org.tilik.model.Event;
import org.tilik.model.Platform;

/**
 * A number in a channel or thread that a record fills, be it an item or a notice that somebody joined.
 *
 * @param platform platform of the place
 * @param placeId the platform's id of the channel or thread
 * @param number the number there
 * @param seenAt when the record was captured; null when unknown
 */
public record Numbered(Platform platform, String placeId, long number, Instant seenAt) {
    /** The number of what this event is about; null where it has none. */
    public static Numbered of(Event event) {
        return event.placeNumber() == null
                ? null
                : new Numbered(event.platform(), event.placeId(), event.placeNumber(), event.capturedAt());
    }
}
