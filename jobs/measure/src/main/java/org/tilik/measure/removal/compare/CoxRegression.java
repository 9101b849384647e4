// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import java.util.ArrayList;
import java.util.List;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;

/**
 * How the hazard of going changes with covariates, whatever its course over time: Cox's proportional hazards.
 *
 * <p>Secondary: platforms remove much within hours and little later, at different speeds, so a single ratio seldom
 * describes the difference; look at {@link #proportionality} and prefer {@link HazardBands}. Exact times, delayed entry
 * with risk sets (entry, exit], weights as frequencies. Where some family has more than one item, errors are robust.
 *
 * <p>Cox, Regression models and life-tables, 1972, doi:10.1111/j.2517-6161.1972.tb00899.x; robust errors: Lin and Wei,
 * The robust inference for the Cox proportional hazards model, 1989, doi:10.1080/01621459.1989.10478874; families: Lee,
 * Wei and Amato, Cox-type regression analysis for large numbers of small groups of correlated failure time
 * observations, 1992, doi:10.1007/978-94-015-7983-4_14. The same numbers as {@code coxph} of R survival 3.5-3.
 *
 * @param ties what the likelihood makes of items that went at one time
 */
public record CoxRegression(Ties ties) {

    /** Efron's rule for ties. */
    public static CoxRegression efron() {
        return new CoxRegression(Ties.EFRON);
    }

    /** Fits coefficients; separation and failure to converge are reasons, never numbers. */
    public Outcome<RegressionFit> fit(RegressionData data) {
        return solve(data).flatMap(Solution::fit);
    }

    /**
     * Whether coefficients stay the same over time: for each covariate, and for all together, the score test of an
     * interaction with the share of items gone before each time, 1 − S(t−).
     *
     * <p>Grambsch and Therneau, Proportional hazards tests and diagnostics based on weighted residuals, 1994,
     * doi:10.1093/biomet/81.3.515, in the exact form of {@code cox.zph} of R survival 3.0 and later, with its standard
     * transformation. Items must be independent, ties not EXACT.
     */
    public Outcome<ProportionalityCheck> proportionality(RegressionData data) {
        if (ties == Ties.EXACT) {
            throw new IllegalArgumentException("Proportionality is checked with ties EFRON or BRESLOW, found EXACT.");
        }
        return solve(data).flatMap(Solution::proportionality);
    }

    private Outcome<Solution> solve(RegressionData data) {
        if (data.events() == 0) {
            return Outcome.none(Undefined.NO_EVENTS);
        }
        if (ties != Ties.BRESLOW && !data.hasWholeWeights()) {
            return Outcome.none(Undefined.FRACTIONAL_WEIGHTS);
        }
        FamilyUnits families = FamilyUnits.of(data);
        if (families.tooFew()) {
            return Outcome.none(Undefined.FEW_FAMILIES);
        }
        if (families.anyShared() && ties == Ties.EXACT) {
            return Outcome.none(Undefined.FAMILIES);
        }
        RegressionData.Standardised x = data.standardised();
        if (x == null) {
            return Outcome.none(Undefined.COLLINEAR_COVARIATES);
        }
        PartialLikelihood partial = new PartialLikelihood(new RiskSets(data, x.rows()), ties);
        Likelihood likelihood = ties == Ties.EXACT ? new DiscreteLikelihood(data, x.rows()) : partial;
        return NewtonMaximum.of(likelihood, data.names().size())
                .map(maximum -> new Solution(data, families, x, partial, maximum));
    }

    /** Coefficients of standardised covariates, and what they were found with. */
    private record Solution(
            RegressionData data,
            FamilyUnits families,
            RegressionData.Standardised x,
            PartialLikelihood partial,
            NewtonMaximum maximum) {

        Outcome<RegressionFit> fit() {
            return families.anyShared()
                    ? RegressionFit.of(data, maximum, x.deviation(), sandwich(), RegressionVariance.FAMILY_ROBUST)
                    : RegressionFit.of(data, maximum, x.deviation(), maximum.inverse(), RegressionVariance.MODEL);
        }

        private double[][] sandwich() {
            int p = maximum.beta().length;
            FamilySums sums = new FamilySums(families, p);
            double[][] contributions = partial.contributions(maximum.beta());
            for (int i = 0; i < data.size(); i++) {
                double[] shift = new double[p];
                for (int j = 0; j < p; j++) {
                    shift[j] = RiskSets.product(maximum.inverse()[j], contributions[i]);
                }
                sums.add(data.family(i), data.weight(i), shift);
            }
            return sums.covariance();
        }

        Outcome<ProportionalityCheck> proportionality() {
            if (families.anyShared()) {
                return Outcome.none(Undefined.FAMILIES);
            }
            int p = maximum.beta().length;
            GoneBefore gone = new GoneBefore(data);
            double[] score = new double[2 * p];
            double[][] information = new double[2 * p][2 * p];
            double[] last = {Double.NaN};
            partial.visitTerms(maximum.beta(), (time, went, share, weight, rest) -> {
                double g = gone.at(time);
                double[] mean = rest.mean();
                for (int j = 0; j < p; j++) {
                    for (int i : time == last[0] ? new int[0] : went) {
                        score[p + j] += g * data.weight(i) * x.rows()[i][j];
                    }
                    score[p + j] -= g * weight * mean[j];
                    for (int k = 0; k < p; k++) {
                        double v = weight * rest.covariance(j, k);
                        information[j][k] += v;
                        information[j][p + k] += g * v;
                        information[p + j][k] += g * v;
                        information[p + j][p + k] += g * g * v;
                    }
                }
                last[0] = time;
            });
            List<ProportionalityCheck.Term> terms = new ArrayList<>();
            for (int j = 0; j < p; j++) {
                Outcome<RegressionTest> test = interaction(score, information, j, j + 1);
                if (!test.isDefined()) {
                    return Outcome.none(test.undefined().orElseThrow());
                }
                terms.add(new ProportionalityCheck.Term(data.names().get(j), test.orElseThrow()));
            }
            return interaction(score, information, 0, p).map(all -> new ProportionalityCheck(List.copyOf(terms), all));
        }

        /** The score test of interactions {@code from} … {@code to} − 1 beside all covariates. */
        private static Outcome<RegressionTest> interaction(double[] score, double[][] information, int from, int to) {
            int p = score.length / 2;
            int n = p + to - from;
            double[] u = new double[n];
            double[][] v = new double[n][n];
            for (int j = 0; j < n; j++) {
                int row = j < p ? j : j + from;
                u[j] = j < p ? 0 : score[row];
                for (int k = 0; k < n; k++) {
                    v[j][k] = information[row][k < p ? k : k + from];
                }
            }
            PositiveDefinite spread = PositiveDefinite.of(v, PositiveDefinite.diagonal(v), 1e-12);
            return spread == null
                    ? Outcome.none(Undefined.NEVER_AT_RISK_TOGETHER)
                    : Outcome.of(RegressionTest.of(spread.quadratic(u), to - from));
        }
    }

    /** The share of items gone before each event time, by Kaplan and Meier with delayed entry. */
    private static final class GoneBefore {

        private final double[] time;
        private final double[] share;

        GoneBefore(RegressionData data) {
            RemovalDataBuilder rows = RemovalData.builder(List.of());
            for (int i = 0; i < data.size(); i++) {
                double t = data.exit(i);
                rows.add(data.entry(i), t, data.isEvent(i) ? t : Double.POSITIVE_INFINITY, 0, data.weight(i));
            }
            GroupTimes times = GroupTimes.of(List.of(new Group("all", rows.build())));
            this.time = times.time;
            this.share = new double[time.length];
            double survival = 1;
            for (int j = 0; j < time.length; j++) {
                share[j] = 1 - survival;
                survival *= (times.atRisk(j) - times.events(j)) / times.atRisk(j);
            }
        }

        double at(double t) {
            return share[GroupTimes.countUpTo(time, t) - 1];
        }
    }
}
