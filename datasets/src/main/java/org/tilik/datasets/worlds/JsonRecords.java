// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Empty JSON objects, and times as JSON dumps write them. */
final class JsonRecords {
    private JsonRecords() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode list() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** This second in ISO 8601, UTC. */
    static String iso(long second) {
        return Instant.ofEpochSecond(second).toString();
    }

    /** This second as fourteen digits, UTC. */
    static String digits(long second) {
        return iso(second).replaceAll("[^0-9]", "");
    }
}
