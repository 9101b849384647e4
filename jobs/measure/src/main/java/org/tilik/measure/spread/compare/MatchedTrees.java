// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.compare;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Trees of two groups by size, and their means over matched sizes, of all or of a weighted sample. */
final class MatchedTrees {
    private final boolean[] isFirst;
    private final int[] sizes;
    private final double[] values;
    /** Number of the size class of each tree, −1 below the least size. */
    private final int[] bin;

    private final int bins;

    MatchedTrees(boolean[] isFirst, int[] sizes, double[] values, SizeMatched.Options options) {
        this.isFirst = isFirst;
        this.sizes = sizes;
        this.values = values;
        this.bin = new int[sizes.length];
        int[] classes = Arrays.stream(sizes)
                .filter(size -> size >= options.leastSize())
                .map(options.matching()::bin)
                .sorted()
                .distinct()
                .toArray();
        Map<Integer, Integer> number = new HashMap<>();
        for (int c = 0; c < classes.length; c++) {
            number.put(classes[c], c);
        }
        for (int i = 0; i < bin.length; i++) {
            bin[i] = sizes[i] < options.leastSize()
                    ? -1
                    : number.get(options.matching().bin(sizes[i]));
        }
        this.bins = classes.length;
    }

    /** Number of trees of a group. */
    int count(boolean first) {
        int count = 0;
        for (boolean is : isFirst) {
            count += is == first ? 1 : 0;
        }
        return count;
    }

    /** 1 for trees of a group whose size the other group has, too; else 0. */
    double[] inCommonSizes(boolean first) {
        boolean[] ofOther = new boolean[bins];
        for (int i = 0; i < bin.length; i++) {
            if (bin[i] >= 0 && isFirst[i] != first) {
                ofOther[bin[i]] = true;
            }
        }
        double[] weights = new double[bin.length];
        for (int i = 0; i < bin.length; i++) {
            weights[i] = bin[i] >= 0 && isFirst[i] == first && ofOther[bin[i]] ? 1 : 0;
        }
        return weights;
    }

    /** The means of trees with these weights. */
    Means means(double[] weights) {
        double[][] count = new double[2][bins];
        double[][] value = new double[2][bins];
        double[][] size = new double[2][bins];
        for (int i = 0; i < bin.length; i++) {
            if (bin[i] >= 0) {
                int group = isFirst[i] ? 0 : 1;
                count[group][bin[i]] += weights[i];
                value[group][bin[i]] += weights[i] * values[i];
                size[group][bin[i]] += weights[i] * sizes[i];
            }
        }
        double matched = 0;
        double[] values2 = new double[2];
        double[] sizes2 = new double[2];
        for (int b = 0; b < bins; b++) {
            double pairs = Math.min(count[0][b], count[1][b]);
            if (pairs > 0) {
                matched += pairs;
                for (int group = 0; group < 2; group++) {
                    values2[group] += pairs * value[group][b] / count[group][b];
                    sizes2[group] += pairs * size[group][b] / count[group][b];
                }
            }
        }
        return new Means(matched, values2[0] / matched, values2[1] / matched, sizes2[0] / matched, sizes2[1] / matched);
    }

    /** Means of the two groups over matched sizes; NaN where no size is common. */
    record Means(double matched, double first, double second, double firstSize, double secondSize) {
        double difference() {
            return first - second;
        }
    }
}
