// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.coordination;

/**
 * Two shares of one content within a window, the earlier first; at one time the one with the smaller id.
 *
 * @param narrowest number of the narrowest window that has this pair; all wider ones have it too
 */
public record SharePair(Share earlier, Share later, int narrowest) {

    /** Microseconds between them. */
    public long gapMicros() {
        return later.micros() - earlier.micros();
    }
}
