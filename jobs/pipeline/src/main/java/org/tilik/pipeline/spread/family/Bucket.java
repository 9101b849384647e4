// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.family;

import java.util.Locale;

/** How wide the rows of a timeline are. */
enum Bucket {
    /** An hour of the clock. */
    HOUR(1),
    /** A day in UTC. */
    DAY(24);

    private final int hours;

    Bucket(int hours) {
        this.hours = hours;
    }

    /** The name used in tables. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Width. */
    int hours() {
        return hours;
    }

    /** First hour of the bucket that holds this hour, both since 1970. */
    long start(long hour) {
        return Math.floorDiv(hour, hours) * hours;
    }
}
