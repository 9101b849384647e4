// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.time.Instant;

/** A span of time [from, until), UTC. */
public record Period(Instant from, Instant until) {
    /** Checks that the period is not empty. */
    public Period {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("The period ends (" + until + ") before it begins (" + from + ")");
        }
    }

    boolean contains(long second) {
        return second >= from.getEpochSecond() && second < until.getEpochSecond();
    }

    long seconds() {
        return until.getEpochSecond() - from.getEpochSecond();
    }
}
