// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

/**
 * The time by which a share p of the items had gone, in hours.
 *
 * <p>Exact times give {@code estimate} and its interval. Brackets give only ({@code boundLow}, {@code boundHigh}], and
 * the interval then covers both bounds. NaN = not reached, or not defined; an upper end that the data never reach is
 * NaN too.
 *
 * @param p share gone, in (0, 1)
 * @param reached whether the curve falls to 1 − p at all
 */
public record Quantile(
        double p, boolean reached, double estimate, double ciLow, double ciHigh, double boundLow, double boundHigh) {

    /** What can be said of a quantile that the data do not reach. */
    public static Quantile notReached(double p) {
        return new Quantile(p, false, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }
}
