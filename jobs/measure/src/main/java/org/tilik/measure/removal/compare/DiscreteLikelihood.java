// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

/**
 * Cox's partial likelihood for discrete time: at each time, these items out of all sets of as many at risk.
 *
 * <pre>l(β) = Σ_t [ Σ_{went at t} x'β − log Σ_{sets D of m at risk} exp(Σ_{i in D} x_i'β) ]</pre>
 *
 * <p>The sum over sets grows item by item: B(k) ← B(k) + exp(x'β) B(k − 1), and so do its derivatives.
 */
final class DiscreteLikelihood implements Likelihood {

    private final RegressionData data;
    private final double[][] x;

    DiscreteLikelihood(RegressionData data, double[][] x) {
        this.data = data;
        this.x = x;
    }

    @Override
    public Derivatives at(double[] beta) {
        int p = beta.length;
        double[] value = new double[1];
        double[] score = new double[p];
        double[][] information = new double[p][p];
        new RiskSets(data, x).visit(beta, (time, went, events, atRisk, going) -> {
            for (int i : went) {
                value[0] += data.weight(i) * RiskSets.product(x[i], beta);
                for (int j = 0; j < p; j++) {
                    score[j] += data.weight(i) * x[i][j];
                }
            }
            subtract(sets(beta, time, (int) events), value, score, information);
        });
        return new Derivatives(value[0], score, information);
    }

    private static void subtract(Moments sets, double[] value, double[] score, double[][] information) {
        value[0] -= Math.log(sets.zeroth);
        for (int j = 0; j < score.length; j++) {
            score[j] -= sets.first[j] / sets.zeroth;
            for (int k = 0; k < score.length; k++) {
                information[j][k] += sets.covariance(j, k);
            }
        }
    }

    /** Sums over all sets of {@code m} items at risk at {@code time}: of their products, and of these times Σ x. */
    private Moments sets(double[] beta, double time, int m) {
        Moments[] b = new Moments[m + 1];
        for (int k = 0; k <= m; k++) {
            b[k] = new Moments(beta.length);
        }
        b[0].zeroth = 1;
        for (int i = 0; i < data.size(); i++) {
            if (data.entry(i) < time && time <= data.exit(i)) {
                double hazard = Math.exp(RiskSets.product(x[i], beta));
                for (int copy = 0; copy < data.weight(i); copy++) {
                    for (int k = m; k >= 1; k--) {
                        extend(b[k], b[k - 1], hazard, x[i]);
                    }
                }
            }
        }
        return b[m];
    }

    /** Adds to sets of k those made of a set of k − 1 and one more item. */
    private static void extend(Moments larger, Moments smaller, double hazard, double[] row) {
        larger.zeroth += hazard * smaller.zeroth;
        for (int j = 0; j < row.length; j++) {
            larger.first[j] += hazard * (smaller.first[j] + row[j] * smaller.zeroth);
            for (int k = 0; k <= j; k++) {
                larger.second[j][k] += hazard
                        * (smaller.second[j][k]
                                + row[j] * smaller.first[k]
                                + row[k] * smaller.first[j]
                                + row[j] * row[k] * smaller.zeroth);
            }
        }
    }
}
