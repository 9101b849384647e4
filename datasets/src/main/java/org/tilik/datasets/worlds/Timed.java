// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Records of a stream, brought into order of time. */
final class Timed {
    private record At(long second, JsonNode record) {}

    private final long until;
    private final List<At> records = new ArrayList<>();

    /** A stream that ends before this second; what comes after is left out. */
    Timed(long until) {
        this.until = until;
    }

    void add(long second, JsonNode record) {
        if (second < until) {
            records.add(new At(second, record));
        }
    }

    /** In order of time; what is of one second in the order in which it was added. */
    List<JsonNode> inOrder() {
        records.sort(Comparator.comparingLong(At::second));
        return records.stream().map(At::record).toList();
    }
}
