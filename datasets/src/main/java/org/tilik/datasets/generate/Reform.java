// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.time.Instant;

/**
 * A day from which on moderators and platform act more readily, as after a promise.
 *
 * @param on from when on
 * @param before factor on their hazards for what was posted before
 */
public record Reform(Instant on, double before) {
    /** Nothing ever changed. */
    public static final Reform NONE = new Reform(Instant.EPOCH, 1);

    /** Refuses factors that would make them act more readily before. */
    public Reform {
        if (!(before >= 0 && before <= 1)) {
            throw new IllegalArgumentException("The factor before the reform is " + before + ", expected from 0 to 1");
        }
    }

    /** Factor on the hazards of what was posted at this second. */
    double factor(long postedSecond) {
        return postedSecond < on.getEpochSecond() ? before : 1;
    }
}
