// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.Arrays;
import java.util.List;

/**
 * Seeded bootstrap samples of items of which some are copies of one content: families are drawn whole, items without one
 * by themselves. The samples do not depend on the order of the items or the numbers of their families.
 */
public final class FamilyResampling {
    private final Resampling resampling;
    private final int[] order;

    /**
     * Samples of these items.
     *
     * @param families family of each item, −1 = none
     * @param contents a hash of all that is known of each item; items of equal hash are taken to be equal
     */
    public FamilyResampling(int[] families, long[] contents, long seed) {
        int[] canonical = canonical(families, contents);
        this.order = RowOrder.sorted(
                contents.length,
                (a, b) -> canonical[a] != canonical[b]
                        ? Integer.compare(canonical[a], canonical[b])
                        : Long.compare(contents[a], contents[b]));
        int[] ordered = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            ordered[i] = canonical[order[i]];
        }
        this.resampling = new Resampling(rows(ordered), seed);
    }

    private static int[] canonical(int[] families, long[] contents) {
        int count = Arrays.stream(families).max().orElse(-1) + 1;
        long[] sums = new long[count];
        int[] sizes = new int[count];
        for (int i = 0; i < families.length; i++) {
            if (families[i] >= 0) {
                sums[families[i]] += contents[i] * 0x9E3779B97F4A7C15L + 1;
                sizes[families[i]]++;
            }
        }
        int[] rank = new int[count];
        int next = 0;
        for (int f : RowOrder.sorted(count, (a, b) -> Long.compare(sums[a], sums[b]))) {
            rank[f] = sizes[f] > 1 ? next++ : -1;
        }
        return Arrays.stream(families).map(f -> f < 0 ? -1 : rank[f]).toArray();
    }

    private static RemovalData rows(int[] families) {
        double[] zeros = new double[families.length];
        double[] ones = new double[families.length];
        Arrays.fill(ones, 1);
        return new RemovalData(List.of(), zeros, ones, ones, new int[families.length], ones, families, 0);
    }

    /** The next sample: how often each item is in it. */
    public double[] next() {
        double[] drawn = resampling.next();
        double[] times = new double[drawn.length];
        for (int i = 0; i < drawn.length; i++) {
            times[order[i]] = drawn[i];
        }
        return times;
    }

    /** A hash of the numbers that are known of an item, for {@code contents}. */
    public static long hash(double... numbers) {
        long h = numbers.length;
        for (double number : numbers) {
            h = (h ^ Double.doubleToLongBits(number)) * 0xff51afd7ed558ccdL;
            h ^= h >>> 32;
        }
        return h;
    }

    /** Whether some family has more than one of the items. */
    public static boolean anyShared(int[] families) {
        return Families.anyShared(rows(families));
    }

    /** (Σ weight)² / Σ (weight of a family)²: equally heavy independent families that are worth as much. */
    public static double effectiveNumber(double[] weights, int[] families) {
        double[] zeros = new double[families.length];
        RemovalData data = new RemovalData(
                List.of(), zeros, zeros, zeros, new int[families.length], weights.clone(), units(families), 0);
        return weights.length == 0 || !(data.totalWeight() > 0) ? 0 : Families.effectiveNumber(data);
    }

    /** Every item in a family, so that a heavy item is one. */
    private static int[] units(int[] families) {
        int next = Arrays.stream(families).max().orElse(-1) + 1;
        int[] units = families.clone();
        for (int i = 0; i < units.length; i++) {
            units[i] = units[i] < 0 ? next++ : units[i];
        }
        return units;
    }

    /**
     * A quantile of resampled numbers, values that are not defined left out; NaN where more than
     * half of them are.
     */
    public static double percentile(double[] values, double probability) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        if (sorted.length * 2 <= values.length) {
            return Double.NaN;
        }
        return SampleQuantile.of(sorted, probability);
    }
}
