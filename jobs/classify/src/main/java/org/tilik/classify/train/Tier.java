// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

/** What the licence of a data set allows with weights trained on it. */
public enum Tier {
    /** Permissive: weights may be passed on with attribution. */
    P,
    /** Non-commercial. */
    NC,
    /** No licence stated, or research only: weights are not passed on. */
    R
}
