// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import java.util.List;

/**
 * Whether groups went equally fast, by scores of their items whose groups could have been any other.
 *
 * @param chiSquare U' V⁻ U
 * @param df rank of V: groups compared − 1
 * @param z for two groups, the score of the first over its standard error, below 0 if it went more slowly; NaN for more
 * @param p share of the χ² distribution, or of the permutations, at or above the statistic
 * @param scores U of each group, in the order given: above 0 went faster than all together
 * @param variances the diagonal of V
 * @param units what is exchanged between groups
 * @param reference what the statistic is held against
 * @param permutations how many were counted; 0 with the χ² distribution
 */
public record PermutationResult(
        double chiSquare,
        int df,
        double z,
        double p,
        List<Double> scores,
        List<Double> variances,
        Units units,
        Reference reference,
        long permutations) {

    /** What is exchanged between groups. */
    public enum Units {
        /** Items. */
        ITEMS,
        /** Whole families; items without a family are families of one. */
        FAMILIES,
        /** Nothing: families have items in several groups, and V is the sum of their squared sums of scores. */
        FAMILIES_OVER_GROUPS
    }

    /** What the statistic is held against. */
    public enum Reference {
        /** The χ² distribution, which permutations approach as units become many. */
        CHI_SQUARE,
        /** Every assignment of units to groups of these sizes. */
        ALL_PERMUTATIONS,
        /** Seeded random assignments; the observed one counts as one of them. */
        RANDOM_PERMUTATIONS
    }
}
