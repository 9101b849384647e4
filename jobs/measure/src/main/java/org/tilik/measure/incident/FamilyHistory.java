// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.incident;

import java.util.NavigableMap;
import java.util.TreeMap;

/** The copies of one family by hour and platform, with what became of them; memory grows with hours, not with copies. */
public final class FamilyHistory {
    private final NavigableMap<Long, NavigableMap<String, CopyCounts>> hours = new TreeMap<>();

    /** Adds one copy that was posted in this hour; the order of copies does not matter. */
    public void add(long hour, String platform, CopyFate fate) {
        hours.computeIfAbsent(hour, any -> new TreeMap<>())
                .merge(platform, CopyCounts.of(fate), (one, other) -> one.with(other));
    }

    /** Counts by hour, then by platform; ascending. */
    NavigableMap<Long, NavigableMap<String, CopyCounts>> hours() {
        return hours;
    }
}
