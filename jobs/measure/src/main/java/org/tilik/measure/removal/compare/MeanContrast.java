// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

/**
 * How the mean hours visible of two groups differ.
 *
 * @param first name of one group
 * @param second name of the other
 * @param difference of the first less the second
 * @param ratio of the first to the second, its interval on the log scale
 */
public record MeanContrast(String first, String second, Estimate difference, Estimate ratio) {

    /**
     * An estimate with its test against no difference.
     *
     * @param estimate hours, or a ratio
     * @param standardError of the difference, or of the logarithm of the ratio
     * @param ciLow low end of the interval
     * @param ciHigh high end of the interval
     * @param p two-sided, by the normal distribution
     */
    public record Estimate(double estimate, double standardError, double ciLow, double ciHigh, double p) {}
}
