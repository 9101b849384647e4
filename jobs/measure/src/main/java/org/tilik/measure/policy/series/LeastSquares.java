// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

import java.util.Optional;

/**
 * Weighted least squares, by modified Gram–Schmidt on the rows times the roots of their weights (Björck 1967,
 * doi:10.1007/BF01934122). Same coefficients and residuals as {@code lm(weights=)} of R.
 */
final class LeastSquares {

    /** The part of a column's length below which nothing of it is left by the columns before. */
    private static final double NOTHING_LEFT = 1e-9;

    /** Squares at or below this part of those of the values are rounding. */
    private static final double ROUNDING = 1e-20;

    private final double[][] rows;
    private final double[] weights;
    private final double[] coefficients;
    private final double[] residuals;
    private final double[][] inverse;
    private final double logDeterminant;

    private LeastSquares(
            double[][] rows,
            double[] weights,
            double[] coefficients,
            double[] residuals,
            double[][] inverse,
            double logDeterminant) {
        this.rows = rows;
        this.weights = weights;
        this.coefficients = coefficients;
        this.residuals = residuals;
        this.inverse = inverse;
        this.logDeterminant = logDeterminant;
    }

    /** Empty if some column follows from those before it. */
    static Optional<LeastSquares> of(double[][] rows, double[] y, double[] weights) {
        int n = rows.length;
        int k = rows[0].length;
        double[][] q = new double[k][n];
        double[] rest = new double[n];
        for (int i = 0; i < n; i++) {
            double root = Math.sqrt(weights[i]);
            rest[i] = root * y[i];
            for (int c = 0; c < k; c++) {
                q[c][i] = root * rows[i][c];
            }
        }
        double[][] r = new double[k][k];
        double logDeterminant = 0;
        double[] projected = new double[k];
        for (int c = 0; c < k; c++) {
            double whole = length(q[c]);
            for (int b = 0; b < c; b++) {
                r[b][c] = takeOut(q[b], q[c]);
            }
            r[c][c] = length(q[c]);
            if (!(r[c][c] > NOTHING_LEFT * whole)) {
                return Optional.empty();
            }
            logDeterminant += 2 * Math.log(r[c][c]);
            for (int i = 0; i < n; i++) {
                q[c][i] /= r[c][c];
            }
            projected[c] = takeOut(q[c], rest);
        }
        double[] coefficients = solve(r, projected);
        return Optional.of(new LeastSquares(
                rows,
                weights,
                coefficients,
                residuals(rows, y, coefficients),
                inverseOfSquare(invert(r)),
                logDeterminant));
    }

    private static double length(double[] column) {
        return Math.sqrt(product(column, column));
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Takes what lies along a unit column out of another, and returns how much it was; twice, against rounding. */
    private static double takeOut(double[] unit, double[] of) {
        double total = 0;
        for (int round = 0; round < 2; round++) {
            double along = product(unit, of);
            for (int i = 0; i < of.length; i++) {
                of[i] -= along * unit[i];
            }
            total += along;
        }
        return total;
    }

    private static double[] solve(double[][] r, double[] b) {
        double[] x = b.clone();
        for (int i = x.length - 1; i >= 0; i--) {
            for (int j = i + 1; j < x.length; j++) {
                x[i] -= r[i][j] * x[j];
            }
            x[i] /= r[i][i];
        }
        return x;
    }

    private static double[][] invert(double[][] r) {
        double[][] columns = new double[r.length][];
        for (int c = 0; c < r.length; c++) {
            double[] unit = new double[r.length];
            unit[c] = 1;
            columns[c] = solve(r, unit);
        }
        return columns;
    }

    /** (R'R)⁻¹ = R⁻¹ R⁻ᵀ, from the columns of R⁻¹. */
    private static double[][] inverseOfSquare(double[][] columns) {
        int k = columns.length;
        double[][] inverse = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                for (int c = 0; c < k; c++) {
                    inverse[i][j] += columns[c][i] * columns[c][j];
                }
            }
        }
        return inverse;
    }

    private static double[] residuals(double[][] rows, double[] y, double[] coefficients) {
        double[] residuals = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            residuals[i] = y[i] - product(rows[i], coefficients);
        }
        return residuals;
    }

    double coefficient(int term) {
        return coefficients[term];
    }

    /** y less the fitted value, times the root of the weight, so that all vary alike. */
    double[] residuals() {
        double[] scaled = new double[residuals.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = Math.sqrt(weights[i]) * residuals[i];
        }
        return scaled;
    }

    /** Rows times the roots of their weights. */
    double[][] scaledRows() {
        double[][] scaled = new double[rows.length][coefficients.length];
        for (int i = 0; i < scaled.length; i++) {
            for (int c = 0; c < coefficients.length; c++) {
                scaled[i][c] = Math.sqrt(weights[i]) * rows[i][c];
            }
        }
        return scaled;
    }

    /** Whether nothing but rounding is left of values of this size. */
    boolean isPerfect(double[] values) {
        double left = weightedSquares();
        double whole = 0;
        for (int i = 0; i < values.length; i++) {
            whole += weights[i] * values[i] * values[i];
        }
        return left <= ROUNDING * whole;
    }

    double[] fitted() {
        double[] fitted = new double[rows.length];
        for (int i = 0; i < fitted.length; i++) {
            fitted[i] = product(rows[i], coefficients);
        }
        return fitted;
    }

    /** (X'WX)⁻¹. */
    double[][] inverse() {
        return inverse;
    }

    /** Logarithm of the determinant of X'WX. */
    double logDeterminant() {
        return logDeterminant;
    }

    /** What each row adds to the equations of the coefficients: weight × residual × row. */
    double[][] scores() {
        double[][] scores = new double[rows.length][coefficients.length];
        for (int i = 0; i < rows.length; i++) {
            for (int c = 0; c < coefficients.length; c++) {
                scores[i][c] = weights[i] * residuals[i] * rows[i][c];
            }
        }
        return scores;
    }

    /** How much each value counts in a coefficient: the coefficient is the sum of these times y. */
    double[] influence(int term) {
        double[] influence = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            influence[i] = weights[i] * product(inverse[term], rows[i]);
        }
        return influence;
    }

    /** The same of values times the roots of their weights, which all vary alike. */
    double[] scaledInfluence(int term) {
        double[] scaled = influence(term);
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] /= Math.sqrt(weights[i]);
        }
        return scaled;
    }

    int degreesOfFreedom() {
        return rows.length - coefficients.length;
    }

    double weightedSquares() {
        double sum = 0;
        for (int i = 0; i < residuals.length; i++) {
            sum += weights[i] * residuals[i] * residuals[i];
        }
        return sum;
    }
}
