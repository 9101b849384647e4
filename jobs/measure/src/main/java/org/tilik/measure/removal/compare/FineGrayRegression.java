// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How the share gone by one cause changes with covariates, other causes competing: Fine and Gray's proportional
 * sub-distribution hazards.
 *
 * <p>Secondary, and no speed: an item gone by another cause stays in the risk set, so the coefficient mixes what the
 * cause itself does with what the others leave it. Use {@link CoxRegression} for the hazard among items still visible.
 *
 * <pre>
 * l(β) = Σ_{went at t} [ x'β − log S_0(t) ]
 * S_0(t) = Σ_{exit ≥ t} exp(x'β) + Σ_{gone by others before t} exp(x'β) G(t−) / G(exit−)
 * </pre>
 *
 * <p>G is the Kaplan–Meier estimate of staying uncensored, of all items together; censoring must not depend on
 * covariates. Errors are robust and count that G is estimated. Ties by Breslow's rule. Exact times of independent items
 * watched from the start. Fine and Gray, A proportional hazards model for the subdistribution of a competing risk,
 * 1999, doi:10.1080/01621459.1999.10474144; the same numbers as {@code crr} of R cmprsk 2.2-11.
 */
public final class FineGrayRegression {

    private final RegressionData data;
    private final double[][] x;
    /** Rows by exit, ascending; G just before the exit of each row. */
    private final int[] order;

    private final double[] uncensored;

    private FineGrayRegression(RegressionData data, double[][] x) {
        this.data = data;
        this.x = x;
        this.order = IntStream.range(0, data.size())
                .boxed()
                .sorted(Comparator.comparingDouble(data::exit))
                .mapToInt(Integer::intValue)
                .toArray();
        this.uncensored = new double[data.size()];
        double atRisk = Arrays.stream(order).mapToDouble(data::weight).sum();
        double g = 1;
        for (int from = 0; from < order.length; ) {
            int to = endOfTime(from);
            double censored = 0;
            double leaving = 0;
            for (int k = from; k < to; k++) {
                uncensored[order[k]] = g;
                leaving += data.weight(order[k]);
                censored += isCensored(order[k]) ? data.weight(order[k]) : 0;
            }
            g *= 1 - censored / atRisk;
            atRisk -= leaving;
            from = to;
        }
    }

    /** Fits coefficients of the cause whose items {@code went}; others are competitors. */
    public static Outcome<RegressionFit> fit(RegressionData data) {
        if (data.events() == 0) {
            return Outcome.none(Undefined.NO_EVENTS);
        }
        for (int i = 0; i < data.size(); i++) {
            if (data.entry(i) > 0) {
                return Outcome.none(Undefined.LATE_ENTRY);
            }
        }
        if (FamilyUnits.of(data).anyShared()) {
            return Outcome.none(Undefined.FAMILIES);
        }
        RegressionData.Standardised standardised = data.standardised();
        if (standardised == null) {
            return Outcome.none(Undefined.COLLINEAR_COVARIATES);
        }
        FineGrayRegression regression = new FineGrayRegression(data, standardised.rows());
        return NewtonMaximum.of(regression::at, data.names().size())
                .flatMap(maximum -> RegressionFit.of(
                        data,
                        maximum,
                        standardised.deviation(),
                        regression.sandwich(maximum),
                        RegressionVariance.ITEM_ROBUST));
    }

    private boolean isCensored(int row) {
        return !data.isEvent(row) && !data.isCompeting(row);
    }

    private int endOfTime(int from) {
        int to = from;
        while (to < order.length && data.exit(order[to]) == data.exit(order[from])) {
            to++;
        }
        return to;
    }

    /** One event time: its rows are order[from … to), its risk set counts everyone still there or gone by others. */
    private interface Visitor {
        void at(int from, int to, double events, double g, Moments atRisk);
    }

    private void visit(double[] beta, Visitor visitor) {
        Moments there = new Moments(beta.length);
        for (int row : order) {
            there.add(data.weight(row) * Math.exp(RiskSets.product(x[row], beta)), x[row]);
        }
        Moments gone = new Moments(beta.length);
        for (int from = 0; from < order.length; ) {
            int to = endOfTime(from);
            double events = 0;
            for (int k = from; k < to; k++) {
                events += data.isEvent(order[k]) ? data.weight(order[k]) : 0;
            }
            double g = uncensored[order[from]];
            if (events > 0) {
                visitor.at(from, to, events, g, there.less(-g, gone));
            }
            for (int k = from; k < to; k++) {
                int row = order[k];
                double hazard = data.weight(row) * Math.exp(RiskSets.product(x[row], beta));
                there.add(-hazard, x[row]);
                if (data.isCompeting(row)) {
                    gone.add(hazard / uncensored[row], x[row]);
                }
            }
            from = to;
        }
    }

    private Likelihood.Derivatives at(double[] beta) {
        int p = beta.length;
        double[] value = new double[1];
        double[] score = new double[p];
        double[][] information = new double[p][p];
        visit(beta, (from, to, events, g, atRisk) -> {
            value[0] -= events * Math.log(atRisk.zeroth);
            for (int k = from; k < to; k++) {
                if (data.isEvent(order[k])) {
                    value[0] += data.weight(order[k]) * RiskSets.product(x[order[k]], beta);
                    for (int j = 0; j < p; j++) {
                        score[j] += data.weight(order[k]) * x[order[k]][j];
                    }
                }
            }
            for (int j = 0; j < p; j++) {
                score[j] -= events * atRisk.first[j] / atRisk.zeroth;
                for (int k = 0; k < p; k++) {
                    information[j][k] += events * atRisk.covariance(j, k);
                }
            }
        });
        return new Likelihood.Derivatives(value[0], score, information);
    }

    private double[][] sandwich(NewtonMaximum maximum) {
        int p = maximum.beta().length;
        double[][] u = contributions(maximum.beta());
        double[][] covariance = new double[p][p];
        for (int i = 0; i < data.size(); i++) {
            double[] shift = new double[p];
            for (int j = 0; j < p; j++) {
                shift[j] = RiskSets.product(maximum.inverse()[j], u[i]);
            }
            for (int j = 0; j < p; j++) {
                for (int k = 0; k < p; k++) {
                    covariance[j][k] += data.weight(i) * shift[j] * shift[k];
                }
            }
        }
        return covariance;
    }

    /** What each item adds to the slope at β, by its own course and by its part in G. */
    private double[][] contributions(double[] beta) {
        int p = beta.length;
        int rows = order.length;
        // By place in the order, sums over event times up to the place: of dΛ and x̄ dΛ, then the same times G(t−).
        double[][] passed = new double[rows + 1][];
        double[][] jumps = new double[rows][];
        double[][] u = new double[rows][p];
        visit(beta, (from, to, events, g, atRisk) -> {
            double[] mean = atRisk.mean();
            double[] jump = new double[2 * p + 2];
            for (int j = 0; j < p; j++) {
                jump[j] = events / atRisk.zeroth * mean[j];
                jump[p + 1 + j] = g * jump[j];
            }
            jump[p] = events / atRisk.zeroth;
            jump[2 * p + 1] = g * jump[p];
            jumps[from] = jump;
            for (int k = from; k < to; k++) {
                for (int j = 0; j < p && data.isEvent(order[k]); j++) {
                    u[order[k]][j] = x[order[k]][j] - mean[j];
                }
            }
        });
        passed[0] = new double[2 * p + 2];
        for (int from = 0; from < rows; ) {
            int to = endOfTime(from);
            double[] sum = passed[from].clone();
            for (int j = 0; j < sum.length && jumps[from] != null; j++) {
                sum[j] += jumps[from][j];
            }
            for (int k = from + 1; k <= to; k++) {
                passed[k] = sum;
            }
            from = to;
        }
        addCourses(beta, u, passed);
        addCensoring(beta, u, passed);
        return u;
    }

    private void addCourses(double[] beta, double[][] u, double[][] passed) {
        int p = beta.length;
        double[] all = passed[order.length];
        for (int k = 0; k < order.length; k++) {
            int row = order[k];
            double hazard = Math.exp(RiskSets.product(x[row], beta));
            double[] until = passed[k + 1];
            for (int j = 0; j < p; j++) {
                u[row][j] -= hazard * (x[row][j] * until[p] - until[j]);
                if (data.isCompeting(row)) {
                    double after =
                            x[row][j] * (all[2 * p + 1] - until[2 * p + 1]) - (all[p + 1 + j] - until[p + 1 + j]);
                    u[row][j] -= hazard / uncensored[row] * after;
                }
            }
        }
    }

    /** ∫ q(t) / π(t) dM_i(t) of the censoring: q is what the weights after t of those gone by others before t matter. */
    private void addCensoring(double[] beta, double[][] u, double[][] passed) {
        int p = beta.length;
        double[] all = passed[order.length];
        Moments gone = new Moments(p);
        double atRisk = Arrays.stream(order).mapToDouble(data::weight).sum();
        double[] compensator = new double[p];
        for (int from = 0; from < order.length; ) {
            int to = endOfTime(from);
            double censored = 0;
            double leaving = 0;
            for (int k = from; k < to; k++) {
                leaving += data.weight(order[k]);
                censored += isCensored(order[k]) ? data.weight(order[k]) : 0;
            }
            double[] q = new double[p];
            double[] before = passed[from];
            for (int j = 0; j < p; j++) {
                q[j] = gone.first[j] * (all[2 * p + 1] - before[2 * p + 1])
                        - gone.zeroth * (all[p + 1 + j] - before[p + 1 + j]);
                compensator[j] += q[j] / atRisk * censored / atRisk;
            }
            for (int k = from; k < to; k++) {
                int row = order[k];
                for (int j = 0; j < p; j++) {
                    u[row][j] += (isCensored(row) ? q[j] / atRisk : 0) - compensator[j];
                }
                if (data.isCompeting(row)) {
                    double hazard = Math.exp(RiskSets.product(x[row], beta));
                    gone.add(data.weight(row) * hazard / uncensored[row], x[row]);
                }
            }
            atRisk -= leaving;
            from = to;
        }
    }
}
