// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.measure;

/**
 * What stands behind a measure; null = does not apply.
 *
 * @param items what the number is about: copies, families or cascades, as the metric says
 * @param events of these, those that reached what is measured
 * @param censored of these, those that did not while followed
 * @param effective number of equally large independent families worth as much; NaN = not known
 */
record SpreadCounts(Long items, Long events, Long censored, double effective) {
    /** Independent members, none of them censored. */
    static SpreadCounts of(long members) {
        return new SpreadCounts(members, null, null, members);
    }
}
