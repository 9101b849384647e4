// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.agreement;

/**
 * How far coders agree: Krippendorff's alpha, 1 for perfect agreement, 0 for what chance would give, below 0 for
 * systematic disagreement. NaN where it is not defined.
 *
 * @param alpha estimate; NaN where no unit has two codings, or only one value was ever used, which says nothing of whether
 *     coders can tell values apart
 * @param ciLow lower end of the interval, NaN without one
 * @param ciHigh upper end of the interval, NaN without one
 * @param confLevel nominal coverage of the interval
 * @param units units that at least two coders coded; others are not used
 * @param codings values given to these units
 * @param values different values among them
 * @param observedDisagreement share of pairs of codings of one unit that differ
 * @param expectedDisagreement share of pairs of codings of any units that differ
 * @param undefinedSamples bootstrap samples in which alpha was not defined, left out of the interval
 */
public record Agreement(
        double alpha,
        double ciLow,
        double ciHigh,
        double confLevel,
        int units,
        int codings,
        int values,
        double observedDisagreement,
        double expectedDisagreement,
        int undefinedSamples) {}
