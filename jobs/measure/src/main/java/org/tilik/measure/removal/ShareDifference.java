// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

/**
 * The share of some items gone within a deadline less that of others, in [−1, 1]; NaN = not defined.
 *
 * @param deadlineHours the deadline
 * @param conditionalOnHours both shares are of items still visible then; 0 = of all
 * @param identifiability POINT: estimate = both bounds; BOUNDS: no estimate; NONE: nothing is given
 * @param estimate the difference
 * @param ciLow low end of the interval
 * @param ciHigh high end of the interval
 * @param boundLow smallest difference that the data allow
 * @param boundHigh largest difference that the data allow
 */
public record ShareDifference(
        double deadlineHours,
        double conditionalOnHours,
        Identifiability identifiability,
        double estimate,
        double ciLow,
        double ciHigh,
        double boundLow,
        double boundHigh) {

    static ShareDifference none(double deadline) {
        return new ShareDifference(
                deadline, Double.NaN, Identifiability.NONE, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
}
