// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

/**
 * A share of items in [0, 1] with what the data can say about it; NaN = not defined.
 *
 * <p>POINT: estimate = both bounds, with its confidence interval. BOUNDS: no estimate; the confidence interval reaches
 * from the low end for the lower bound to the high end for the upper. NONE: nothing is given.
 */
public record Share(
        Identifiability identifiability,
        double estimate,
        double ciLow,
        double ciHigh,
        double boundLow,
        double boundHigh) {

    /** A share that the data say nothing about. */
    public static Share none() {
        return new Share(Identifiability.NONE, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /** The share of the others: one minus this, bounds and interval turned round. */
    public Share complement() {
        return new Share(identifiability, 1 - estimate, 1 - ciHigh, 1 - ciLow, 1 - boundHigh, 1 - boundLow);
    }

    /** A share known as one number, with its interval. */
    public static Share point(double estimate, double ciLow, double ciHigh) {
        return new Share(Identifiability.POINT, estimate, ciLow, ciHigh, estimate, estimate);
    }

    /** A share known to lie between two numbers; the interval reaches from below the one to above the other. */
    public static Share bounds(double low, double high, double ciLow, double ciHigh) {
        return new Share(Identifiability.BOUNDS, Double.NaN, ciLow, ciHigh, low, high);
    }

    /** The same share with the interval of another estimate of it. */
    public Share withIntervalOf(Share other) {
        return identifiability == Identifiability.NONE
                ? this
                : new Share(identifiability, estimate, other.ciLow, other.ciHigh, boundLow, boundHigh);
    }

    /**
     * The share of all items, when this is the share of those still visible at a later start: unknown are those that
     * went before, of which all, or none, may count.
     */
    Share amongAllGone() {
        return identifiability == Identifiability.NONE ? this : bounds(boundLow, 1, ciLow, 1);
    }
}
