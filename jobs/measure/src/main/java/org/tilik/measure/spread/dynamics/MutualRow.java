// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The most likely μ and α of one kind for a given kernel, none below 0: the likelihood is concave, so there is one
 * maximum. Projected Newton steps after Bertsekas 1982, doi:10.1137/0320018.
 */
final class MutualRow {

    private static final int MOST_STEPS = 200;
    private static final int MOST_HALVINGS = 60;
    private static final double PRECISION = 1e-11;

    private final MutualSums sums;
    private final int kind;

    MutualRow(MutualSums sums, int kind) {
        this.sums = sums;
        this.kind = kind;
    }

    /** Empty if the maximum was not reached. */
    Optional<double[]> maximum(double[] start) {
        double[] p = start.clone();
        double value = sums.value(kind, p);
        for (int round = 0; round < MOST_STEPS; round++) {
            double[] gradient = sums.gradient(kind, p);
            if (settled(p, gradient)) {
                return Optional.of(p);
            }
            Optional<double[]> next = better(p, value, newton(p, gradient));
            if (next.isEmpty()) {
                next = better(p, value, scaled(p, gradient));
            }
            if (next.isEmpty()) {
                // Nothing left but rounding.
                return loosely(p, gradient) ? Optional.of(p) : Optional.empty();
            }
            p = next.orElseThrow();
            value = sums.value(kind, p);
        }
        return loosely(p, sums.gradient(kind, p)) ? Optional.of(p) : Optional.empty();
    }

    /** At a maximum what a parameter stands for changes by nothing, or it is 0 and should be less. */
    private boolean settled(double[] p, double[] gradient) {
        return violation(p, gradient) <= PRECISION * sums.size(kind);
    }

    private boolean loosely(double[] p, double[] gradient) {
        return violation(p, gradient) <= 1e-7 * sums.size(kind);
    }

    private double violation(double[] p, double[] gradient) {
        double violation = 0;
        for (int a = 0; a < p.length; a++) {
            double expected = sums.expected(a);
            double scale = expected > 0 ? sums.size(kind) / expected : 0;
            double off = p[a] > 0 ? p[a] * Math.abs(gradient[a]) : scale * Math.max(0, gradient[a]);
            violation = Math.max(violation, off);
        }
        return violation;
    }

    /** As far along the step as the value does not fall; empty if nowhere. */
    private Optional<double[]> better(double[] p, double value, double[] step) {
        double part = 1;
        for (int halving = 0; halving < MOST_HALVINGS; halving++) {
            double[] to = moved(p, step, part);
            // Near the maximum, steps change the value by less than its last digits.
            if (sums.value(kind, to) >= value - 1e-12 * (1 + Math.abs(value))) {
                return Arrays.equals(to, p) ? Optional.empty() : Optional.of(to);
            }
            part /= 2;
        }
        return Optional.empty();
    }

    /** The slope, each parameter on its own scale. */
    private double[] scaled(double[] p, double[] gradient) {
        double[][] information = sums.information(kind, p);
        double[] step = new double[p.length];
        Arrays.setAll(step, a -> information[a][a] > 0 ? gradient[a] / information[a][a] / p.length : 0);
        return step;
    }

    private double[] newton(double[] p, double[] gradient) {
        int[] free = IntStream.range(0, p.length)
                .filter(a -> p[a] > 0 || gradient[a] > 0)
                .toArray();
        double[][] all = sums.information(kind, p);
        double[][] some = new double[free.length][free.length];
        double[] slope = new double[free.length];
        for (int i = 0; i < free.length; i++) {
            slope[i] = gradient[free[i]];
            for (int j = 0; j < free.length; j++) {
                some[i][j] = all[free[i]][free[j]];
            }
        }
        double[] solved = SymmetricSystem.damped(some).solve(slope);
        double[] step = new double[p.length];
        for (int i = 0; i < free.length; i++) {
            step[free[i]] = solved[i];
        }
        return step;
    }

    private static double[] moved(double[] p, double[] step, double part) {
        double[] to = new double[p.length];
        Arrays.setAll(to, a -> Math.max(0, p[a] + part * step[a]));
        return to;
    }
}
