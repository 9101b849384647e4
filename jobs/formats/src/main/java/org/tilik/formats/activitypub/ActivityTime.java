// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.activitypub;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.tilik.formats.json.JsonValues;

/** Times of activities, in whole microseconds. */
final class ActivityTime {
    private ActivityTime() {}

    /** The time in this field; null where there is none. */
    static Instant at(JsonNode node, String field) {
        return JsonValues.iso(node.path(field))
                .map(time -> time.truncatedTo(ChronoUnit.MICROS))
                .orElse(null);
    }

    /** When the sending server signed it, which it does as it sends; null where it did not, or says not when. */
    static Instant signed(JsonNode activity) {
        return at(activity.path("signature"), "created");
    }
}
