// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import org.tilik.measure.removal.Identifiability;
import org.tilik.measure.removal.Share;

/**
 * The numbers of a measure; NaN = not defined.
 *
 * @param conditionalOn the measure holds for items still visible this many hours after the origin; 0 = for all
 * @param ciMethod how the interval was made; null = there is none
 */
record Figures(
        Identifiability identifiability,
        double estimate,
        double ciLow,
        double ciHigh,
        double boundLow,
        double boundHigh,
        double conditionalOn,
        String ciMethod) {

    /** Where nobody went, or all did, R's interval is the point itself: a table must not call that certainty. */
    static Figures of(Share share, double conditionalOn, String ciMethod) {
        boolean hasNoWidth = share.ciLow() == share.ciHigh();
        return new Figures(
                share.identifiability(),
                share.estimate(),
                hasNoWidth ? Double.NaN : share.ciLow(),
                hasNoWidth ? Double.NaN : share.ciHigh(),
                share.boundLow(),
                share.boundHigh(),
                conditionalOn,
                hasNoWidth ? null : ciMethod);
    }

    static Figures none(double conditionalOn) {
        return of(Share.none(), conditionalOn, null);
    }
}
