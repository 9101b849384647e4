// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

/** Where events come from that follow from no earlier one. */
public enum Immigration {
    /** Each sequence is one cascade: its first event is given, and every other follows from an earlier one. */
    NONE(true, false),
    /** At a constant rate μ from time 0 on; no event is given. */
    CONSTANT(false, true),
    /** The first event is given, because the clock starts with it; others come at a constant rate μ from then on. */
    CONSTANT_AFTER_FIRST(true, true);

    private final boolean firstGiven;
    private final boolean present;

    Immigration(boolean firstGiven, boolean present) {
        this.firstGiven = firstGiven;
        this.present = present;
    }

    /** Whether the first event of each sequence is given and has no likelihood. */
    boolean firstGiven() {
        return firstGiven;
    }

    /** Whether there is a rate μ. */
    boolean isPresent() {
        return present;
    }
}
