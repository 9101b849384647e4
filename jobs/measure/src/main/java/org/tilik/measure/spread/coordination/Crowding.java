// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.coordination;

/** Whether all pairs of one content were made. */
public enum Crowding {
    /** All were. */
    ALL_PAIRS,
    /** It was shared so fast that only the first pairs were made; numbers of pairs and links are lower bounds. */
    CROWDED
}
