// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A post as a browser with the extension Zeeschuimer took it from a platform's own pages, or as 4CAT keeps it after that:
 * the platform's object in {@code data} beside {@code timestamp_collected}, or with {@code __import_meta} in it.
 *
 * @param post the platform's own object
 * @param collected when the browser saw it; null where the record is of another origin
 */
public record Zeeschuimer(JsonNode post, Instant collected) {
    /** The post in this record, which may also be a platform's object and no more. */
    public static Zeeschuimer of(JsonNode record) {
        boolean isWrapped = record.path("data").isObject() && record.has("timestamp_collected");
        JsonNode when = isWrapped
                ? record.path("timestamp_collected")
                : JsonValues.at(record, "__import_meta", "timestamp_collected");
        return new Zeeschuimer(
                isWrapped ? record.path("data") : record,
                JsonValues.millis(when).orElse(null));
    }
}
