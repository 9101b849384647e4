// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

/**
 * How content spreads: new items either begin something new, repeat what is around, or answer, quote or share it.
 *
 * @param copies share of new posts that repeat the content of an earlier one, on the same platform or another
 * @param variants share of those copies that have a small edit
 * @param tail exponent of the Pareto distribution of how contagious items are; smaller = heavier tail
 * @param halfLifeHours time in which an item's attraction halves, hours
 * @param reuploads how many times more readily something is copied once it is gone
 * @param active how many items of each platform can still be answered, quoted, shared or copied: the least attractive
 *     are forgotten beyond that, which bounds the generator's memory
 */
public record SpreadPlan(
        double copies, double variants, double tail, double halfLifeHours, double reuploads, int active) {}
