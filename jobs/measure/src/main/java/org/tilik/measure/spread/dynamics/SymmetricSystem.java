// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

/** Equations with a symmetric, positive definite matrix, solved by Cholesky's factor. */
final class SymmetricSystem {

    /** The part of a diagonal element below which nothing is left of it. */
    private static final double NOTHING_LEFT = 1e-9;

    private final double[][] factor;

    private SymmetricSystem(double[][] factor) {
        this.factor = factor;
    }

    /**
     * The matrix with {@code damping} times its diagonal added; one that is not {@link #isDefinite} if that is not
     * positive definite.
     */
    static SymmetricSystem of(double[][] matrix, double damping) {
        int n = matrix.length;
        double[][] l = new double[n][n];
        double largest = 0;
        for (int i = 0; i < n; i++) {
            largest = Math.max(largest, Math.abs(matrix[i][i]));
        }
        for (int i = 0; i < n; i++) {
            double scale = Math.abs(matrix[i][i]) + NOTHING_LEFT * largest;
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j] + (i == j ? damping * scale : 0);
                for (int k = 0; k < j; k++) {
                    sum -= l[i][k] * l[j][k];
                }
                if (i > j) {
                    l[i][j] = sum / l[j][j];
                } else if (sum > NOTHING_LEFT * scale) {
                    l[i][i] = Math.sqrt(sum);
                } else {
                    return new SymmetricSystem(new double[0][]);
                }
            }
        }
        return new SymmetricSystem(l);
    }

    /** A positive semidefinite matrix with as little added as makes it definite. */
    static SymmetricSystem damped(double[][] matrix) {
        double damping = 0;
        SymmetricSystem system = of(matrix, damping);
        while (!system.isDefinite() && damping < 1) {
            damping = Math.max(1e-8, 10 * damping);
            system = of(matrix, damping);
        }
        return system;
    }

    boolean isDefinite() {
        return factor.length > 0;
    }

    /** Zeros if the matrix is not positive definite. */
    double[] solve(double[] b) {
        int n = factor.length;
        double[] x = n == 0 ? new double[b.length] : b.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= factor[i][k] * x[k];
            }
            x[i] /= factor[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= factor[k][i] * x[k];
            }
            x[i] /= factor[i][i];
        }
        return x;
    }

    /** The square root of diagonal element {@code i} of the inverse; NaN if the matrix is not positive definite. */
    double standardError(int i) {
        if (!isDefinite()) {
            return Double.NaN;
        }
        double[] unit = new double[factor.length];
        unit[i] = 1;
        return Math.sqrt(solve(unit)[i]);
    }
}
