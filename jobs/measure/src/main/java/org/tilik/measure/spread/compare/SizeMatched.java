// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.compare;

import java.util.Arrays;
import org.tilik.measure.removal.FamilyResampling;

/**
 * By how much a number of the shape of trees (depth, greatest breadth, virality) differs between two groups of trees of the
 * same sizes.
 *
 * <p>Larger trees are deeper, wider and more viral whatever they carry, so that groups whose trees differ in size differ in
 * shape: Juul and Ugander, Comparing information diffusion mechanisms by matching on cascade size, 2021,
 * doi:10.1073/pnas.2100786118, for whom the differences of Vosoughi et al. (2018) vanish when trees are matched on size. No
 * number of shape is compared here without it.
 *
 * <pre>
 * D = Σ_s m_s (mean of group 1 at size s − mean of group 2 at size s) / Σ_s m_s        m_s = min(n_1s, n_2s)
 * </pre>
 *
 * <p>That is the mean difference of pairs of one size drawn without replacement until a group has no more, over all such
 * draws, so that nothing depends on a draw. Trees whose size the other group does not have are left out and counted.
 * Intervals: percentiles of seeded samples of whole families, each matched again. All trees of 2 posts have one shape, all
 * of a size below {@code leastSize} are left out: those of 2, or of 3 for virality, would pull D towards 0.
 *
 * @param outcome whether there is a difference to speak of
 * @param difference D, first group − second; NaN without one
 * @param ciLow low end of its interval; NaN when it was not asked for
 * @param ciHigh high end of its interval
 * @param matched pairs: Σ m_s
 * @param first the first group
 * @param second the second group
 */
public record SizeMatched(
        Outcome outcome, double difference, double ciLow, double ciHigh, long matched, Side first, Side second) {

    private static final double LEAST_FAMILIES = 20;

    /** Whether trees could be matched. */
    public enum Outcome {
        /** They could. */
        MATCHED,
        /** NONE: the groups have no size in common. */
        NONE_NO_COMMON_SIZE,
        /** NONE: in one of the groups, trees of common sizes are worth fewer than 20 independent families. */
        NONE_FEW_FAMILIES
    }

    /** Which sizes are taken as the same. */
    public enum Matching {
        /** Equal sizes. */
        EXACT {
            @Override
            int bin(int size) {
                return size;
            }
        },
        /**
         * Sizes from 2^b to 2^(b + 1) − 1. Within them the larger trees can still be more in one group: compare the mean
         * sizes of the matched trees.
         */
        DOUBLING {
            @Override
            int bin(int size) {
                return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(size);
            }
        };

        abstract int bin(int size);
    }

    /**
     * One of the groups.
     *
     * @param trees all trees
     * @param inCommonSizes trees whose size the other group has, too
     * @param leftOut the others, and those below the least size
     * @param mean of the number over matched trees, each size with its m_s
     * @param meanSize of matched trees, in the same way
     * @param families equally heavy independent families that trees of common sizes are worth
     */
    public record Side(int trees, int inCommonSizes, int leftOut, double mean, double meanSize, double families) {}

    /** How groups are matched, and how intervals are made. */
    public record Options(Matching matching, int leastSize, double level, int replicates, long seed) {
        /** Refuses options out of range. */
        public Options {
            if (leastSize < 1 || !(level > 0 && level < 1) || replicates < 0) {
                throw new IllegalArgumentException("The least size is " + leastSize + ", the level " + level + ", with "
                        + replicates + " samples; expected at least 1, between 0 and 1, and from 0.");
            }
        }
    }

    /**
     * Compares two groups of trees.
     *
     * @param isFirst of each tree, whether it is of the first group
     * @param sizes posts of each tree
     * @param values number of the shape of each tree; NaN is refused
     * @param families family of each tree, a number from 0; −1 = none
     */
    public static SizeMatched of(boolean[] isFirst, int[] sizes, double[] values, int[] families, Options options) {
        requireColumns(isFirst, sizes, values, families);
        MatchedTrees trees = new MatchedTrees(isFirst, sizes, values, options);
        double[] ones = new double[sizes.length];
        Arrays.fill(ones, 1);
        MatchedTrees.Means means = trees.means(ones);
        Side first = side(trees, means, families, true);
        Side second = side(trees, means, families, false);
        long matched = Math.round(means.matched());
        if (matched == 0) {
            return none(Outcome.NONE_NO_COMMON_SIZE, matched, first, second);
        }
        if (first.families() < LEAST_FAMILIES || second.families() < LEAST_FAMILIES) {
            return none(Outcome.NONE_FEW_FAMILIES, matched, first, second);
        }
        double[] differences = resampled(trees, isFirst, sizes, values, families, options);
        double tail = (1 - options.level()) / 2;
        boolean asked = options.replicates() > 0;
        return new SizeMatched(
                Outcome.MATCHED,
                means.difference(),
                asked ? FamilyResampling.percentile(differences, tail) : Double.NaN,
                asked ? FamilyResampling.percentile(differences, 1 - tail) : Double.NaN,
                matched,
                first,
                second);
    }

    private static double[] resampled(
            MatchedTrees trees, boolean[] isFirst, int[] sizes, double[] values, int[] families, Options options) {
        if (options.replicates() == 0) {
            return new double[0];
        }
        long[] contents = new long[sizes.length];
        for (int i = 0; i < contents.length; i++) {
            contents[i] = FamilyResampling.hash(isFirst[i] ? 1 : 0, sizes[i], values[i]);
        }
        FamilyResampling resampling = new FamilyResampling(families, contents, options.seed());
        double[] differences = new double[options.replicates()];
        for (int b = 0; b < differences.length; b++) {
            differences[b] = trees.means(resampling.next()).difference();
        }
        return differences;
    }

    private static Side side(MatchedTrees trees, MatchedTrees.Means means, int[] families, boolean first) {
        double[] weights = trees.inCommonSizes(first);
        int common = (int) Math.round(Arrays.stream(weights).sum());
        return new Side(
                trees.count(first),
                common,
                trees.count(first) - common,
                first ? means.first() : means.second(),
                first ? means.firstSize() : means.secondSize(),
                FamilyResampling.effectiveNumber(weights, families));
    }

    private static SizeMatched none(Outcome outcome, long matched, Side first, Side second) {
        return new SizeMatched(outcome, Double.NaN, Double.NaN, Double.NaN, matched, first, second);
    }

    private static void requireColumns(boolean[] isFirst, int[] sizes, double[] values, int[] families) {
        int n = isFirst.length;
        if (sizes.length != n || values.length != n || families.length != n) {
            throw new IllegalArgumentException("There are " + n + " trees, " + sizes.length + " sizes, " + values.length
                    + " values and " + families.length + " families, expected as many of each.");
        }
        for (int i = 0; i < n; i++) {
            if (sizes[i] < 1 || !Double.isFinite(values[i])) {
                throw new IllegalArgumentException("Tree " + i + " has " + sizes[i] + " posts and the value "
                        + values[i] + ", expected at least 1 post and a finite number.");
            }
        }
    }
}
