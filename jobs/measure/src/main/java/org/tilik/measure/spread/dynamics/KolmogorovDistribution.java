// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

/**
 * The distance between an empirical distribution function and a given one.
 *
 * <p>The tail is Kolmogorov's limit 2 Σ (−1)<sup>k−1</sup> e<sup>−2k²x²</sup> at x = D (√n + 0.12 + 0.11/√n): Stephens,
 * Use of the Kolmogorov–Smirnov, Cramér–von Mises and related statistics without extensive tables, 1970,
 * doi:10.1111/j.2517-6161.1970.tb00821.x.
 */
final class KolmogorovDistribution {

    private static final int TERMS = 100;

    private KolmogorovDistribution() {}

    /** The largest distance from the unit exponential; {@code sorted} ascends. */
    static double distanceFromExponential(double[] sorted) {
        double largest = 0;
        double n = sorted.length;
        for (int i = 0; i < sorted.length; i++) {
            double expected = -Math.expm1(-sorted[i]);
            largest = Math.max(largest, Math.max((i + 1) / n - expected, expected - i / n));
        }
        return largest;
    }

    /** The probability of a distance of at least {@code distance} among {@code n} independent values. */
    static double tail(double distance, int n) {
        double root = Math.sqrt(n);
        double x = distance * (root + 0.12 + 0.11 / root);
        // Below this the tail is 1 to 15 digits, and the series cancels.
        if (x < 0.2) {
            return 1;
        }
        double sum = 0;
        for (int k = 1; k <= TERMS; k++) {
            sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2.0 * k * k * x * x);
        }
        return Math.min(1, Math.max(0, sum));
    }
}
