// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.tilik.measure.proportion.Proportion;
import org.tilik.measure.proportion.ProportionInterval;
import org.tilik.measure.removal.compare.BandRate;
import org.tilik.measure.removal.compare.Coefficient;
import org.tilik.measure.removal.compare.CoxRegression;
import org.tilik.measure.removal.compare.FineGrayRegression;
import org.tilik.measure.removal.compare.GrayTest;
import org.tilik.measure.removal.compare.Group;
import org.tilik.measure.removal.compare.HazardBands;
import org.tilik.measure.removal.compare.LogRankTest;
import org.tilik.measure.removal.compare.MeanComparison;
import org.tilik.measure.removal.compare.MeanVariance;
import org.tilik.measure.removal.compare.Outcome;
import org.tilik.measure.removal.compare.PairTest;
import org.tilik.measure.removal.compare.PairwiseComparison;
import org.tilik.measure.removal.compare.ProportionalityCheck;
import org.tilik.measure.removal.compare.RegressionData;
import org.tilik.measure.removal.compare.RegressionDataBuilder;
import org.tilik.measure.removal.compare.RegressionFit;
import org.tilik.measure.removal.compare.TestResult;
import org.tilik.measure.removal.compare.Ties;

/** The numbers that {@code exact.R} makes of the same rows. */
final class ExactNumbers {

    /** R's discrete likelihood takes long beyond this. */
    private static final int MOST_ROWS_FOR_EXACT_TIES = 500;

    private final TimedRows set;
    private final NumberTable numbers = new NumberTable();

    private ExactNumbers(TimedRows set) {
        this.set = set;
    }

    static NumberTable of(TimedRows set) {
        ExactNumbers exact = new ExactNumbers(set);
        exact.curve();
        exact.tests();
        exact.means();
        exact.bands();
        exact.regressions();
        if (set.causes() > 1) {
            exact.causes();
        }
        return exact.numbers;
    }

    private RemovalData data(Predicate<TimedRows.Row> wanted, boolean families, boolean causes) {
        RemovalDataBuilder data = RemovalData.builder(causes ? List.of("1", "2") : List.of());
        for (TimedRows.Row row : set.rows()) {
            if (wanted.test(row)) {
                boolean gone = row.cause() > 0;
                data.add(
                        row.start(),
                        row.exit(),
                        gone ? row.exit() : Double.POSITIVE_INFINITY,
                        causes ? row.cause() : 0,
                        1,
                        families ? row.family() : -1);
            }
        }
        return data.build();
    }

    private RemovalData all() {
        return data(row -> true, false, false);
    }

    private List<Group> groups(Predicate<TimedRows.Row> wanted, boolean families, boolean causes) {
        List<Group> groups = new ArrayList<>();
        for (int g = 0; g < set.groups(); g++) {
            int group = g;
            groups.add(new Group("group" + g, data(row -> row.group() == group && wanted.test(row), families, causes)));
        }
        return groups;
    }

    private void curve() {
        for (ConfidenceInterval scale : ConfidenceInterval.values()) {
            String name = scale.name().toLowerCase(Locale.ROOT).replace('_', '-');
            SurvivalCurve curve = KaplanMeier.fit(all(), scale, 0.95);
            numbers.put("km." + name + ".low", points(curve, curve::ciLow));
            numbers.put("km." + name + ".high", points(curve, curve::ciHigh));
            SurvivalCurve given = curve;
            if (set.isLate()) {
                given = KaplanMeier.fit(all(), set.edges()[set.edges().length - 1] + 1 / 3.0, scale, 0.95);
                numbers.put("given." + name + ".survival", points(given, given::survival));
                numbers.put("given." + name + ".low", points(given, given::ciLow));
                numbers.put("given." + name + ".high", points(given, given::ciHigh));
            }
            List<Quantile> quantiles = new ArrayList<>();
            for (double p : new double[] {0.25, 0.5, 0.75}) {
                quantiles.add(StepQuantiles.of(given, p));
            }
            numbers.put("quantile." + name, of(quantiles, Quantile::estimate));
            numbers.put("quantile." + name + ".low", of(quantiles, Quantile::ciLow));
            numbers.put("quantile." + name + ".high", of(quantiles, Quantile::ciHigh));
            numbers.put("km.time", points(curve, curve::time));
            numbers.put("km.at_risk", points(curve, curve::atRisk));
            numbers.put("km.survival", points(curve, curve::survival));
            numbers.put("km.error", points(curve, curve::standardError));
        }
    }

    private static double[] points(SurvivalCurve curve, IntToDoubleFunction value) {
        return IntStream.range(0, curve.size()).mapToDouble(value).toArray();
    }

    private static <T> double[] of(List<T> values, ToDoubleFunction<T> number) {
        return values.stream().mapToDouble(number).toArray();
    }

    private void tests() {
        List<Group> groups = groups(row -> true, false, false);
        Outcome<TestResult> robust = LogRankTest.LOG_RANK.test(groups(row -> true, true, false));
        robust.value().ifPresent(result -> numbers.put("log_rank.families", result.chiSquare()));
        if (set.isLate()) {
            double statistic = LogRankTest.LOG_RANK.test(groups).orElseThrow().chiSquare();
            numbers.put("log_rank.chi_square", statistic);
            double[] times = eventTimes();
            if (Arrays.stream(times).distinct().count() == times.length) {
                numbers.put("log_rank.cox_score", statistic);
            }
            return;
        }
        List<List<Group>> strata = List.of(
                groups(row -> row.stratum() == 0, false, false), groups(row -> row.stratum() == 1, false, false));
        rank("log_rank", LogRankTest.LOG_RANK, groups, strata);
        rank("peto_peto", LogRankTest.PETO_PETO, groups, strata);
        numbers.put(
                "fleming_harrington.half",
                new LogRankTest(0.5).test(groups).orElseThrow().chiSquare());
        List<PairTest> pairs = PairwiseComparison.of(groups, LogRankTest.LOG_RANK);
        numbers.put("pairs.p", of(pairs, pair -> pair.p().orElseThrow()));
        numbers.put("pairs.holm", of(pairs, PairTest::adjustedP));
    }

    private void rank(String name, LogRankTest test, List<Group> groups, List<List<Group>> strata) {
        TestResult result = test.test(groups).orElseThrow();
        numbers.put(name + ".chi_square", result.chiSquare());
        numbers.put(name + ".expected", result.expected());
        numbers.put(name + ".variance", result.variances());
        numbers.put(name + ".stratified", test.stratified(strata).orElseThrow().chiSquare());
    }

    private double[] eventTimes() {
        return set.rows().stream()
                .filter(row -> row.cause() > 0)
                .mapToDouble(TimedRows.Row::exit)
                .toArray();
    }

    private void means() {
        Outcome<MeanComparison> means = MeanComparison.of(groups(row -> true, false, false), set.tau(), 0.95);
        if (!set.isLate() && means.isDefined()) {
            numbers.put(
                    "rmst.mean",
                    of(means.orElseThrow().means(), mean -> mean.mean().estimate()));
            numbers.put(
                    "rmst.error",
                    of(means.orElseThrow().means(), mean -> mean.mean().standardError()));
            MeanComparison robust = MeanComparison.of(groups(row -> true, true, false), set.tau(), 0.95)
                    .orElseThrow();
            if (robust.variance() == MeanVariance.FAMILY_ROBUST) {
                numbers.put(
                        "rmst.family_error",
                        of(robust.means(), mean -> mean.mean().standardError()));
            }
        }
    }

    private void bands() {
        List<BandRate> bands = HazardBands.of(0.95, set.edges()).rates(all());
        for (int b = 0; b < bands.size(); b++) {
            BandRate band = bands.get(b);
            numbers.put("band." + b + ".events", band.events());
            numbers.put("band." + b + ".hours", band.personHours());
            if (band.personHours() > 0) {
                numbers.put("band." + b + ".rate", band.rate());
                numbers.put("band." + b + ".interval", band.ciLow(), band.ciHigh());
            }
        }
        long items = set.rows().size();
        long gone = set.rows().stream().filter(row -> row.cause() > 0).count();
        Proportion exact = ProportionInterval.CLOPPER_PEARSON.of(gone, items, 0.95);
        numbers.put("share.clopper_pearson", exact.ciLow(), exact.ciHigh());
        Proportion wilson = ProportionInterval.WILSON.of(gone, items, 0.95);
        numbers.put("share.wilson", wilson.ciLow(), wilson.ciHigh());
    }

    /** Covariates with the first cause studied, the others competing. */
    private RegressionData firstCause() {
        RegressionDataBuilder rows = RegressionData.builder(names());
        for (TimedRows.Row row : set.rows()) {
            if (row.cause() > 1) {
                rows.addCompetitor(row.start(), row.exit(), values(row));
            } else {
                rows.addItem(row.start(), row.exit(), row.cause() == 1, values(row));
            }
        }
        return rows.build();
    }

    private RegressionData covariates(boolean families) {
        RegressionDataBuilder rows = RegressionData.builder(names());
        for (TimedRows.Row row : set.rows()) {
            rows.add(row.start(), row.exit(), row.cause() > 0, 1, families ? row.family() : -1, values(row));
        }
        return rows.build();
    }

    private String[] names() {
        String[] names = new String[set.groups()];
        for (int g = 1; g < names.length; g++) {
            names[g - 1] = "group" + g;
        }
        names[names.length - 1] = "x";
        return names;
    }

    private double[] values(TimedRows.Row row) {
        double[] values = new double[set.groups()];
        if (row.group() > 0) {
            values[row.group() - 1] = 1;
        }
        values[values.length - 1] = row.x();
        return values;
    }

    private void regressions() {
        RegressionData data = covariates(false);
        for (Ties ties : List.of(Ties.EFRON, Ties.BRESLOW)) {
            CoxRegression cox = new CoxRegression(ties);
            String name = ties.name().toLowerCase(Locale.ROOT);
            RegressionFit fit = cox.fit(data).orElseThrow();
            numbers.put("cox." + name + ".coefficient", of(fit.coefficients(), Coefficient::estimate));
            numbers.put("cox." + name + ".error", of(fit.coefficients(), Coefficient::standardError));
            numbers.put("cox." + name + ".log_likelihood", fit.logLikelihoodNull(), fit.logLikelihood());
            numbers.put("cox." + name + ".score", fit.score().orElseThrow().chiSquare());
            numbers.put("cox." + name + ".wald", fit.wald().chiSquare());
            ProportionalityCheck check = cox.proportionality(data).orElseThrow();
            List<Double> statistics = new ArrayList<>();
            check.terms().forEach(term -> statistics.add(term.test().chiSquare()));
            statistics.add(check.global().chiSquare());
            numbers.put("zph." + name, statistics);
            cox.fit(covariates(true)).value().ifPresent(robust -> {
                numbers.put("cox." + name + ".family_error", of(robust.coefficients(), Coefficient::standardError));
                numbers.put("cox." + name + ".family_wald", robust.wald().chiSquare());
            });
        }
        if (set.rows().size() < MOST_ROWS_FOR_EXACT_TIES && !set.isLate()) {
            RegressionFit exact = new CoxRegression(Ties.EXACT).fit(data).orElseThrow();
            numbers.put("cox.exact.coefficient", of(exact.coefficients(), Coefficient::estimate));
            numbers.put("cox.exact.error", of(exact.coefficients(), Coefficient::standardError));
        }
    }

    private void causes() {
        RemovalData data = data(row -> true, false, true);
        double[] at = Arrays.stream(eventTimes()).sorted().distinct().toArray();
        IncidenceVariance kind = set.isLate() ? IncidenceVariance.GREENWOOD : IncidenceVariance.AALEN;
        for (CauseCurve curve : AalenJohansen.fit(data, kind)) {
            double[] incidence = new double[at.length];
            double[] variance = new double[at.length];
            for (int j = 0; j < at.length; j++) {
                double error = curve.standardError(curve.indexAt(at[j]));
                incidence[j] = curve.at(at[j]);
                variance[j] = error * error;
            }
            numbers.put("aj." + curve.cause(), incidence);
            numbers.put("aj." + curve.cause() + "." + kind.name().toLowerCase(Locale.ROOT), variance);
        }
        if (!set.isLate()) {
            RegressionFit share = FineGrayRegression.fit(firstCause()).orElseThrow();
            numbers.put("fine_gray.coefficient", of(share.coefficients(), Coefficient::estimate));
            numbers.put("fine_gray.error", of(share.coefficients(), Coefficient::standardError));
            List<Group> groups = groups(row -> true, false, true);
            numbers.put(
                    "gray",
                    GrayTest.test(groups, 1).orElseThrow().chiSquare(),
                    GrayTest.test(groups, 2).orElseThrow().chiSquare());
        }
    }
}
