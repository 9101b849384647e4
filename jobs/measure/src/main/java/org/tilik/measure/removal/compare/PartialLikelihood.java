// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import java.util.Arrays;

/**
 * Cox's partial likelihood with Efron's or Breslow's rule for ties.
 *
 * <pre>
 * l(β) = Σ_t [ Σ_{went at t} x'β − Σ_{k &lt; m} log (S_0 − f_k E_0) ]      f_k = k / m (Efron), 0 (Breslow)
 * S_0  = Σ_{at risk} exp(x'β)      E_0 = Σ_{went at t} exp(x'β)      m items went at t
 * </pre>
 */
final class PartialLikelihood implements Likelihood {

    private final RiskSets sets;
    private final boolean efron;

    PartialLikelihood(RiskSets sets, Ties ties) {
        this.sets = sets;
        this.efron = ties == Ties.EFRON;
    }

    /** One term for each item that went (Efron), or one for all of a time (Breslow). */
    interface Terms {
        void at(double time, int[] went, double share, double weight, Moments rest);
    }

    void visitTerms(double[] beta, Terms visitor) {
        sets.visit(beta, (time, went, events, atRisk, going) -> {
            int terms = efron ? (int) events : 1;
            for (int k = 0; k < terms; k++) {
                double share = (double) k / terms;
                visitor.at(time, went, share, events / terms, share == 0 ? atRisk : atRisk.less(share, going));
            }
        });
    }

    @Override
    public Derivatives at(double[] beta) {
        int p = beta.length;
        double[] value = new double[1];
        double[] score = new double[p];
        double[][] information = new double[p][p];
        RegressionData data = sets.data;
        for (int i = 0; i < data.size(); i++) {
            if (data.isEvent(i)) {
                value[0] += data.weight(i) * RiskSets.product(sets.x[i], beta);
                for (int j = 0; j < p; j++) {
                    score[j] += data.weight(i) * sets.x[i][j];
                }
            }
        }
        visitTerms(beta, (time, went, share, weight, rest) -> {
            value[0] -= weight * Math.log(rest.zeroth);
            for (int j = 0; j < p; j++) {
                score[j] -= weight * rest.first[j] / rest.zeroth;
                for (int k = 0; k < p; k++) {
                    information[j][k] += weight * rest.covariance(j, k);
                }
            }
        });
        return new Derivatives(value[0], score, information);
    }

    /**
     * What each item adds to the slope at β, given as a row; the sum over items is 0 at the maximum.
     *
     * <p>u_i = ∫ (x_i − x̄(t)) (dN_i − Y_i exp(x_i'β) dΛ), where an item that went at a time with ties is at risk in each
     * of the time's terms by the share that Efron's rule leaves it.
     */
    double[][] contributions(double[] beta) {
        int p = beta.length;
        RegressionData data = sets.data;
        double[] hazard = sets.relativeHazards(beta);
        double[][] u = new double[data.size()][p];
        Hazards hazards = new Hazards(p);
        visitTerms(beta, (time, went, share, weight, rest) -> {
            double jump = weight / rest.zeroth;
            double[] mean = rest.mean();
            double events = 0;
            for (int i : went) {
                events += data.weight(i);
            }
            for (int i : went) {
                for (int j = 0; j < p; j++) {
                    u[i][j] += weight / events * (sets.x[i][j] - mean[j])
                            + hazard[i] * share * jump * (sets.x[i][j] - mean[j]);
                }
            }
            hazards.add(time, jump, mean);
        });
        hazards.accumulate();
        for (int i = 0; i < data.size(); i++) {
            double[] until = hazards.until(data.exit(i));
            double[] before = hazards.until(data.entry(i));
            for (int j = 0; j < p; j++) {
                u[i][j] -= hazard[i] * (sets.x[i][j] * (until[p] - before[p]) - (until[j] - before[j]));
            }
        }
        return u;
    }

    /** Λ(t), and the same weighted by the mean covariates of the risk set. */
    private static final class Hazards {

        private final int p;
        private double[] time = new double[16];
        private double[][] sums = new double[16][];
        private int size;

        Hazards(int p) {
            this.p = p;
        }

        /** Adds a term; times descend. */
        void add(double t, double jump, double[] mean) {
            if (size == 0 || time[size - 1] != t) {
                if (size == time.length) {
                    time = Arrays.copyOf(time, 2 * size);
                    sums = Arrays.copyOf(sums, 2 * size);
                }
                time[size] = t;
                sums[size++] = new double[p + 1];
            }
            double[] sum = sums[size - 1];
            for (int j = 0; j < p; j++) {
                sum[j] += jump * mean[j];
            }
            sum[p] += jump;
        }

        void accumulate() {
            for (int r = size - 2; r >= 0; r--) {
                for (int j = 0; j <= p; j++) {
                    sums[r][j] += sums[r + 1][j];
                }
            }
        }

        /** Sums over times ≤ {@code t}: by covariate, then Λ itself. */
        double[] until(double t) {
            int low = 0;
            int high = size;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (time[middle] > t) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low < size ? sums[low] : new double[p + 1];
        }
    }
}
