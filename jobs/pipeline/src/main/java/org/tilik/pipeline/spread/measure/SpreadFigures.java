// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.measure;

import org.tilik.measure.removal.Identifiability;
import org.tilik.measure.removal.Quantile;
import org.tilik.measure.removal.Share;

/**
 * The numbers of a measure; NaN = not defined.
 *
 * @param ciMethod how the interval was made; null = there is none
 */
record SpreadFigures(
        Identifiability identifiability,
        double estimate,
        double ciLow,
        double ciHigh,
        double boundLow,
        double boundHigh,
        String ciMethod) {
    private static final double NAN = Double.NaN;

    /** Nothing is known. */
    static SpreadFigures none() {
        return new SpreadFigures(Identifiability.NONE, NAN, NAN, NAN, NAN, NAN, null);
    }

    /** A number without an interval; none where it is not defined. */
    static SpreadFigures point(double estimate) {
        return Double.isNaN(estimate) ? none() : point(estimate, NAN, NAN, null);
    }

    /** A number with its interval. */
    static SpreadFigures point(double estimate, double low, double high, String method) {
        return new SpreadFigures(Identifiability.POINT, estimate, low, high, estimate, estimate, method);
    }

    /** Two numbers between which it lies. */
    static SpreadFigures bounds(double low, double high) {
        return new SpreadFigures(Identifiability.BOUNDS, NAN, NAN, NAN, low, high, null);
    }

    /** A quantile of times of which some are censored; none where it is not reached. */
    static SpreadFigures of(Quantile quantile, String method) {
        return quantile.reached()
                ? new SpreadFigures(
                        Identifiability.POINT,
                        quantile.estimate(),
                        quantile.ciLow(),
                        quantile.ciHigh(),
                        quantile.boundLow(),
                        quantile.boundHigh(),
                        method)
                : none();
    }

    /** A share within a deadline. */
    static SpreadFigures of(Share share, String method) {
        return new SpreadFigures(
                share.identifiability(),
                share.estimate(),
                share.ciLow(),
                share.ciHigh(),
                share.boundLow(),
                share.boundHigh(),
                method);
    }

    /** The same without an interval, where there are too few families for one. */
    SpreadFigures withIntervalIf(boolean enough) {
        return enough ? this : new SpreadFigures(identifiability, estimate, NAN, NAN, boundLow, boundHigh, null);
    }
}
