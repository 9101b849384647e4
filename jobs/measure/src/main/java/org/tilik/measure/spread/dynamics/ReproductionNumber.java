// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

/**
 * Later copies per copy in a window of steps, with equal-tailed posterior limits.
 *
 * @param windowStart its first step
 * @param windowEnd its last step
 * @param events copies in the window
 * @param infectiousness Σ Λ over the window
 * @param eventsWithoutSource copies in steps with Λ = 0: nothing earlier that the interval reaches could have led to
 *     them, yet they count; above 0 the number is too large
 */
public record ReproductionNumber(
        int windowStart,
        int windowEnd,
        double mean,
        double low,
        double median,
        double high,
        double events,
        double infectiousness,
        double eventsWithoutSource) {}
