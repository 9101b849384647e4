// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

/**
 * The likelihood of proportional hazards that are constant within bands of age, the bands' rates at their best.
 *
 * <pre>l(β) = Σ_{went} x'β − Σ_b d_b log Σ_i h_ib exp(x_i'β)        h_ib hours of item i in band b, d_b events</pre>
 */
final class BandLikelihood implements Likelihood {

    private final RegressionData data;
    private final double[][] x;
    private final double[] edges;

    BandLikelihood(RegressionData data, double[][] x, double[] edges) {
        this.data = data;
        this.x = x;
        this.edges = edges;
    }

    @Override
    public Derivatives at(double[] beta) {
        int p = beta.length;
        Moments[] hours = new Moments[edges.length];
        double[] events = new double[edges.length];
        for (int b = 0; b < edges.length; b++) {
            hours[b] = new Moments(p);
        }
        double value = 0;
        double[] score = new double[p];
        double[][] information = new double[p][p];
        for (int i = 0; i < data.size(); i++) {
            double eta = RiskSets.product(x[i], beta);
            for (int b = 0; b < edges.length; b++) {
                double to = b + 1 < edges.length ? edges[b + 1] : Double.POSITIVE_INFINITY;
                double inside = Math.min(to, data.exit(i)) - Math.max(edges[b], data.entry(i));
                if (inside > 0) {
                    hours[b].add(data.weight(i) * inside * Math.exp(eta), x[i]);
                }
                if (data.isEvent(i) && data.exit(i) > edges[b] && data.exit(i) <= to) {
                    events[b] += data.weight(i);
                    value += data.weight(i) * eta;
                    for (int j = 0; j < p; j++) {
                        score[j] += data.weight(i) * x[i][j];
                    }
                }
            }
        }
        for (int b = 0; b < edges.length; b++) {
            if (events[b] > 0) {
                value -= events[b] * Math.log(hours[b].zeroth);
                for (int j = 0; j < p; j++) {
                    score[j] -= events[b] * hours[b].first[j] / hours[b].zeroth;
                    for (int k = 0; k < p; k++) {
                        information[j][k] += events[b] * hours[b].covariance(j, k);
                    }
                }
            }
        }
        return new Derivatives(value, score, information);
    }
}
