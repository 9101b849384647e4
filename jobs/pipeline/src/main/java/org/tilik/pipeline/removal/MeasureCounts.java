// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import org.tilik.measure.removal.RemovalEstimate;

/**
 * What stands behind a measure, in items; families in {@code effective}.
 *
 * @param items items that the measure is about
 * @param events of these, gone
 * @param censored of these, still visible when last seen
 * @param intervals of these, gone in a bracket
 * @param unconfirmed of these, gone only by one last absence
 * @param effective number of equally large independent families worth as much; NaN = not known
 */
record MeasureCounts(long items, long events, long censored, long intervals, long unconfirmed, double effective) {

    static MeasureCounts of(RemovalEstimate estimate, long unconfirmed) {
        return new MeasureCounts(
                Math.round(estimate.n()),
                Math.round(estimate.events()),
                Math.round(estimate.censored()),
                Math.round(estimate.intervals()),
                unconfirmed,
                estimate.nEffective());
    }
}
