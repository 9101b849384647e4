// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.proportion;

/**
 * A share of independent items in [0, 1] with its confidence interval; all NaN when no item was counted.
 *
 * @param estimate counted / all
 * @param ciLow low end of the interval
 * @param ciHigh high end of the interval
 */
public record Proportion(double estimate, double ciLow, double ciHigh) {}
