// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

/**
 * The covariance of coefficients when neighbouring weeks are not independent.
 *
 * <pre>
 * V = c B M B      B = (X'WX)⁻¹,  M = Σ_i Σ_j k(|t_i − t_j|) s_i s_j',  s_i = w_i e_i x_i
 * k(d) = 1 − d / (L + 1) up to the lag L, else 0                (Bartlett)
 * L = ⌊4 (n / 100)^(2/9)⌋
 * c = n / (n − terms)
 * </pre>
 *
 * <p>Newey and West, A simple, positive semi-definite, heteroskedasticity and autocorrelation consistent covariance matrix,
 * Econometrica 1987, doi:10.2307/1913610; without prewhitening, as {@code sandwich::NeweyWest(prewhite = FALSE, adjust =
 * TRUE)} of R. A missing week keeps its place: distances are those of the calendar, as if its score were 0.
 */
final class NeweyWest {

    private NeweyWest() {}

    /** The lag for a number of weeks with data. */
    static int lag(int n) {
        return (int) Math.floor(4 * Math.pow(n / 100.0, 2.0 / 9));
    }

    /**
     * Covariance of all coefficients.
     *
     * @param times week of each row, in order
     * @param adjust whether to multiply by n / (n − terms)
     */
    static double[][] covariance(LeastSquares fit, long[] times, int lag, boolean adjust) {
        double[][] scores = fit.scores();
        double[][] bread = fit.inverse();
        int k = bread.length;
        double[][] meat = new double[k][k];
        for (int i = 0; i < scores.length; i++) {
            add(meat, scores[i], scores[i], 0.5);
            for (int j = i - 1; j >= 0 && times[i] - times[j] <= lag; j--) {
                add(meat, scores[i], scores[j], 1 - (times[i] - times[j]) / (lag + 1.0));
            }
        }
        double factor = adjust ? scores.length / (double) fit.degreesOfFreedom() : 1;
        double[][] half = times(bread, meat);
        double[][] covariance = times(half, bread);
        for (double[] row : covariance) {
            for (int c = 0; c < k; c++) {
                row[c] *= factor;
            }
        }
        return covariance;
    }

    /** Adds weight × (a b' + b a'). */
    private static void add(double[][] meat, double[] a, double[] b, double weight) {
        for (int r = 0; r < a.length; r++) {
            for (int c = 0; c < a.length; c++) {
                meat[r][c] += weight * (a[r] * b[c] + b[r] * a[c]);
            }
        }
    }

    private static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < b.length; j++) {
                for (int m = 0; m < b.length; m++) {
                    product[i][j] += a[i][m] * b[m][j];
                }
            }
        }
        return product;
    }
}
