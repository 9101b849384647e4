// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.variants;

import java.util.HashMap;
import java.util.Map;

/**
 * How far two partitions of the same items agree, corrected for chance: 1 = the same, about 0 = as two that know nothing
 * of each other.
 *
 * <pre>
 *   (Σ_ij C(n_ij, 2) − e) / ((Σ_i C(a_i, 2) + Σ_j C(b_j, 2)) / 2 − e),     e = Σ_i C(a_i, 2) Σ_j C(b_j, 2) / C(n, 2)
 * </pre>
 *
 * <p>n_ij items are in part i of the one and j of the other, which have a_i and b_j. Hubert, Arabie 1985, <i>Comparing
 * partitions</i>, doi:10.1007/BF01908075.
 */
public final class AdjustedRandIndex {
    private AdjustedRandIndex() {}

    /** The index of two partitions, of each the part of every item; NaN where both put all together or all apart. */
    public static double of(int[] one, int[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException("The partitions hold " + one.length + " and " + other.length
                    + " items; expected the same items in both.");
        }
        Map<Integer, Long> ones = new HashMap<>();
        Map<Integer, Long> others = new HashMap<>();
        Map<Long, Long> both = new HashMap<>();
        for (int item = 0; item < one.length; item++) {
            ones.merge(one[item], 1L, Long::sum);
            others.merge(other[item], 1L, Long::sum);
            both.merge(((long) one[item] << Integer.SIZE) | Integer.toUnsignedLong(other[item]), 1L, Long::sum);
        }
        double inOne = pairs(ones);
        double inOther = pairs(others);
        double expected = inOne * inOther / pairs(one.length);
        double most = (inOne + inOther) / 2;
        return most == expected ? Double.NaN : (pairs(both) - expected) / (most - expected);
    }

    private static double pairs(Map<?, Long> sizes) {
        return sizes.values().stream().mapToDouble(AdjustedRandIndex::pairs).sum();
    }

    private static double pairs(double n) {
        return n * (n - 1) / 2;
    }
}
