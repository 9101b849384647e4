// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

/**
 * u' V⁻ u for a covariance V that may be singular (group sums add up to 0, and groups may never be compared), by
 * Cholesky elimination that leaves out directions without variance; rank = number of directions kept.
 */
record QuadraticForm(double value, int rank) {

    private static final double RELATIVE_ZERO = 1e-10;

    static QuadraticForm of(double[] u, double[][] covariance) {
        int n = u.length;
        double[][] v = new double[n][];
        double largest = 0;
        for (int i = 0; i < n; i++) {
            v[i] = covariance[i].clone();
            largest = Math.max(largest, v[i][i]);
        }
        double[] rest = u.clone();
        double value = 0;
        int rank = 0;
        for (int i = 0; i < n; i++) {
            double pivot = v[i][i];
            if (!(pivot > largest * RELATIVE_ZERO)) {
                continue;
            }
            value += rest[i] * rest[i] / pivot;
            rank++;
            for (int j = i + 1; j < n; j++) {
                double factor = v[j][i] / pivot;
                rest[j] -= factor * rest[i];
                for (int k = i + 1; k < n; k++) {
                    v[j][k] -= factor * v[i][k];
                }
            }
        }
        return new QuadraticForm(value, rank);
    }
}
