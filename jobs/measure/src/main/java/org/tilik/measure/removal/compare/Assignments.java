// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import java.util.function.Predicate;
import org.apache.commons.rng.UniformRandomProvider;

/** Counts assignments of scored units to groups of given sizes whose sums of scores are extreme. */
final class Assignments {

    private final double[] score;
    private final Predicate<double[]> isExtreme;
    private long counted;
    private long extreme;

    Assignments(double[] score, Predicate<double[]> isExtreme) {
        this.score = score.clone();
        this.isExtreme = isExtreme;
    }

    /** How many assignments there are: N! / Π n_g!. */
    static double number(int[] sizes) {
        double number = 1;
        int placed = 0;
        for (int size : sizes) {
            for (int k = 1; k <= size; k++) {
                number *= ++placed / (double) k;
            }
        }
        return Math.rint(number);
    }

    /** Counts every assignment. */
    void countAll(int[] sizes) {
        place(0, sizes.clone(), new double[sizes.length]);
    }

    private void place(int unit, int[] places, double[] sums) {
        if (unit == score.length) {
            count(sums);
            return;
        }
        for (int g = 0; g < places.length; g++) {
            if (places[g] > 0) {
                double before = sums[g];
                places[g]--;
                sums[g] = before + score[unit];
                place(unit + 1, places, sums);
                sums[g] = before;
                places[g]++;
            }
        }
    }

    /** Counts one assignment drawn at random: all groups but the last are drawn, which holds the rest. */
    void countRandom(int[] sizes, UniformRandomProvider random) {
        double[] sums = new double[sizes.length];
        double rest = 0;
        for (double s : score) {
            rest += s;
        }
        int drawn = 0;
        for (int g = 0; g + 1 < sizes.length; g++) {
            for (int k = 0; k < sizes[g]; k++) {
                int other = drawn + random.nextInt(score.length - drawn);
                double swap = score[other];
                score[other] = score[drawn];
                score[drawn++] = swap;
                sums[g] += swap;
            }
            rest -= sums[g];
        }
        sums[sizes.length - 1] = rest;
        count(sums);
    }

    private void count(double[] sums) {
        counted++;
        extreme += isExtreme.test(sums) ? 1 : 0;
    }

    long counted() {
        return counted;
    }

    long extreme() {
        return extreme;
    }
}
