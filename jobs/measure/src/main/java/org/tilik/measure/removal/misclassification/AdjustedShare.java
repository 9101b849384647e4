// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.misclassification;

import org.tilik.measure.removal.Identifiability;

/**
 * The share gone within some hours of the items that truly are what they were labelled; NaN = not defined.
 *
 * @param identifiability POINT: estimate = both bounds; BOUNDS: no estimate; NONE: nothing is given
 * @param estimate share of the truly labelled items
 * @param boundLow smallest share that agrees with what was observed
 * @param boundHigh largest share that agrees with what was observed
 * @param ciLow low end of the interval: of the observed share's interval, carried over
 * @param ciHigh high end of the interval, at the least predictive value
 */
public record AdjustedShare(
        Identifiability identifiability,
        double estimate,
        double boundLow,
        double boundHigh,
        double ciLow,
        double ciHigh) {

    static AdjustedShare none() {
        return new AdjustedShare(Identifiability.NONE, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
}
