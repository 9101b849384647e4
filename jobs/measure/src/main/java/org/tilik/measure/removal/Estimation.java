// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** One run of the estimator on one set of collapsed rows. */
final class Estimation {

    /** Fewer independent families than this carry no interval. */
    private static final double FEWEST_FAMILIES = 20;
    /** More curve points than this get no resampled intervals. */
    private static final int MOST_CURVE_POINTS = 2000;
    /** Shares closer than this are equal. */
    private static final double SAME = 1e-12;

    private final RemovalEstimator options;
    private final RemovalData data;
    private final boolean exact;
    private final boolean grouped;
    private final DesignSamples design;
    private final boolean families;
    private final double nEffective;
    private final Set<Caveat> caveats = EnumSet.noneOf(Caveat.class);
    private final RiskWindow window;
    private final EstimationPlan plan;
    private final EstimationPlan.SampleNumbers numbers;
    private final SurvivalCurve bareCurve;
    private final BootstrapIntervals bootstrap;
    /** Where the risk set falls short again. */
    private final double gap;
    /** The last time of which the curve can speak. */
    private final double curveUntil;

    private final EffectiveNumber effective;

    Estimation(RemovalEstimator options, RemovalData data, IndependentGroups groups) {
        this(options, data, groups, null);
    }

    /** Of items drawn with unequal probabilities, each a family of its own that weighs what it stands for. */
    Estimation(RemovalEstimator options, RemovalData data, DesignSamples design) {
        this(options, data, null, design);
    }

    private Estimation(RemovalEstimator options, RemovalData data, IndependentGroups groups, DesignSamples design) {
        this.options = options;
        this.data = data;
        this.design = design;
        this.exact =
                options.method() == Method.TURNBULL ? false : options.method() != Method.AUTO || data.brackets() == 0;
        this.grouped = groups != null;
        this.families = design != null || (grouped ? groups.anyFamily() : Families.anyShared(data));
        this.nEffective = grouped ? groups.effectiveNumber() : Families.effectiveNumber(data);
        // What rests on few items does so whatever they stand for.
        RemovalData counted = design == null ? data : data.eachOnce();
        this.window = new RiskWindow(counted);
        double curveStart = window.firstReached(options.minAtRisk());
        IntervalFit fit = exact || data.size() == 0 ? null : IntervalNpmle.turnbull(data);
        this.bareCurve = fit == null
                ? KaplanMeier.fit(data, curveStart(curveStart), options.confidenceInterval(), options.confidenceLevel())
                : TurnbullCurve.of(fit, data, curveStart(curveStart));
        if (fit != null && !fit.converged()) {
            caveats.add(Caveat.NOT_CONVERGED);
        }
        this.gap = Math.min(
                window.firstShortageAfter(curveStart, options.minAtRisk()),
                fit == null ? Double.POSITIVE_INFINITY : fit.firstDieOutAfter(curveStart(curveStart)));
        if (gap < Double.POSITIVE_INFINITY) {
            caveats.add(Caveat.RISK_SET_GAP);
        }
        this.effective = new EffectiveNumber(bareCurve, counted, options.minAtRisk());
        double thinned = effective.lastSupported(curveStart(curveStart));
        if (thinned < Double.POSITIVE_INFINITY) {
            caveats.add(Caveat.THINNED_BY_CENSORING);
        }
        this.curveUntil = Math.min(gap, thinned);
        this.plan = new EstimationPlan(options, data, exact, starts(fit), curveStart(curveStart), curveTimes());
        this.numbers = data.size() == 0 ? null : plan.numbers();
        this.bootstrap = resampled() ? new BootstrapIntervals(plan, samples()) : null;
    }

    private Supplier<double[]> samples() {
        return design == null ? new Resampling(data, options.seed())::next : design.of(data);
    }

    /** Without late entry a curve starts before every time, also those at 0. */
    private static double curveStart(double firstReached) {
        return firstReached > 0 ? firstReached : Double.NEGATIVE_INFINITY;
    }

    private double[] starts(IntervalFit fit) {
        double[] starts = new double[options.deadlines().size()];
        for (int d = 0; d < starts.length; d++) {
            double deadline = options.deadlines().get(d);
            double start = window.startFor(deadline, options.minAtRisk());
            starts[d] = curveStart(fit == null ? start : Math.max(start, fit.lastDieOutBefore(deadline)));
        }
        return starts;
    }

    private double[] curveTimes() {
        boolean wanted = intervalsNeedSamples() && options.replicates() > 0;
        if (wanted && bareCurve.size() > MOST_CURVE_POINTS) {
            caveats.add(Caveat.CURVE_WITHOUT_INTERVALS);
        }
        double[] times = new double[wanted && bareCurve.size() <= MOST_CURVE_POINTS ? bareCurve.size() : 0];
        for (int i = 0; i < times.length; i++) {
            times[i] = bareCurve.timeHigh(i);
        }
        return times;
    }

    private boolean intervalsNeedSamples() {
        return !exact || families;
    }

    private boolean resampled() {
        if (!intervalsNeedSamples() || data.size() == 0) {
            return false;
        }
        if (families && nEffective < FEWEST_FAMILIES) {
            caveats.add(Caveat.FEW_FAMILIES);
            return false;
        }
        if (options.replicates() == 0) {
            caveats.add(Caveat.INTERVALS_NEED_BOOTSTRAP);
            return false;
        }
        return true;
    }

    RemovalEstimate result() {
        List<DeadlineShare> deadlines = shares(0);
        Map<String, List<DeadlineShare>> groups = new LinkedHashMap<>();
        for (int g = 0; g < options.causeGroups().size(); g++) {
            groups.put(options.causeGroups().get(g).name(), shares(g + 1));
        }
        List<Quantile> quantiles = quantiles();
        RestrictedMean mean = mean();
        noteData();
        return new RemovalEstimate(
                methodUsed(),
                data.totalWeight(),
                data.events(),
                data.censored(),
                data.brackets(),
                data.noFollowUp(),
                nEffective,
                Math.max(0, plan.curveStart),
                curve(),
                causes(),
                quantiles,
                deadlines,
                Collections.unmodifiableMap(groups),
                mean,
                intervalMethod(),
                Collections.unmodifiableSet(EnumSet.copyOf(caveats)));
    }

    private void noteData() {
        if (data.size() == 0) {
            caveats.add(Caveat.NO_FOLLOW_UP);
        } else if (data.events() == 0) {
            caveats.add(Caveat.NO_EVENTS);
        }
        if (plan.curveStart > 0) {
            caveats.add(Caveat.LEFT_TRUNCATED);
        }
    }

    private Method methodUsed() {
        if (!exact) {
            return Method.TURNBULL;
        }
        return options.method() == Method.AUTO ? Method.KAPLAN_MEIER : options.method();
    }

    private IntervalMethod intervalMethod() {
        if (data.size() == 0) {
            return IntervalMethod.NONE;
        }
        if (bootstrap != null && design != null) {
            return IntervalMethod.AUDIT_BOOTSTRAP;
        }
        if (bootstrap != null && grouped) {
            return IntervalMethod.RANDOM_GROUP_BOOTSTRAP;
        }
        if (bootstrap != null) {
            return families ? IntervalMethod.FAMILY_BOOTSTRAP : IntervalMethod.ITEM_BOOTSTRAP;
        }
        return intervalsNeedSamples() ? IntervalMethod.NONE : IntervalMethod.GREENWOOD;
    }

    /** Shares of group {@code g} (0 = gone for any cause) within each deadline. */
    private List<DeadlineShare> shares(int g) {
        List<DeadlineShare> shares = new ArrayList<>();
        for (int d = 0; d < plan.starts.length; d++) {
            double deadline = options.deadlines().get(d);
            Share given = share(g, d, deadline);
            double start = Math.max(0, plan.starts[d]);
            if (start == 0) {
                shares.add(new DeadlineShare(deadline, given, 0, given));
            } else {
                caveats.add(Caveat.LEFT_TRUNCATED);
                // Of those gone before e* nothing is known, least of all by which cause.
                shares.add(new DeadlineShare(deadline, g == 0 ? given.amongAllGone() : Share.none(), start, given));
            }
        }
        return List.copyOf(shares);
    }

    private Share share(int g, int d, double deadline) {
        if (numbers == null || plan.starts[d] >= deadline) {
            return Share.none();
        }
        double low = numbers.shares()[g][d][0];
        double high = numbers.shares()[g][d][1];
        boolean beyond = deadline > data.lastFollowUp() && numbers.shares()[0][d][0] < 1 - SAME;
        if (beyond) {
            caveats.add(Caveat.DEADLINE_BEYOND_FOLLOW_UP);
        }
        boolean thinned = !effective.supports(plan.starts[d], deadline);
        if (beyond || thinned || Double.isNaN(low) || Double.isNaN(high)) {
            return Share.none();
        }
        boolean straddled = data.straddles(deadline);
        if (straddled) {
            caveats.add(Caveat.BRACKETS_STRADDLE_DEADLINE);
        }
        double ciLow = interval(g, d, deadline, false);
        double ciHigh = interval(g, d, deadline, true);
        if (bootstrap != null && ciLow == ciHigh) {
            // Where all or none went, every sample repeats it: that is no measure of what is not known.
            ciLow = Double.NaN;
            ciHigh = Double.NaN;
        }
        return straddled || high - low > SAME
                ? Share.bounds(low, high, ciLow, ciHigh)
                : Share.point(low, ciLow, ciHigh);
    }

    /**
     * How much higher the shares of these items are than those of others, of one sample and for the same groups of causes;
     * group 0 is all causes. There is no difference of shares that hold from different times on.
     */
    List<List<ShareDifference>> differences(Estimation others) {
        List<List<ShareDifference>> groups = new ArrayList<>();
        for (int g = 0; g <= options.causeGroups().size(); g++) {
            List<ShareDifference> differences = new ArrayList<>();
            for (int d = 0; d < plan.starts.length; d++) {
                differences.add(difference(others, g, d));
            }
            groups.add(List.copyOf(differences));
        }
        return List.copyOf(groups);
    }

    private ShareDifference difference(Estimation others, int g, int d) {
        double deadline = options.deadlines().get(d);
        double start = Math.max(0, plan.starts[d]);
        Share own = share(g, d, deadline);
        Share other = others.share(g, d, deadline);
        boolean none = own.identifiability() == Identifiability.NONE
                || other.identifiability() == Identifiability.NONE
                || start != Math.max(0, others.plan.starts[d]);
        if (none) {
            return ShareDifference.none(deadline);
        }
        double low = own.boundLow() - other.boundHigh();
        double high = own.boundHigh() - other.boundLow();
        boolean point =
                own.identifiability() == Identifiability.POINT && other.identifiability() == Identifiability.POINT;
        double ciLow = Double.NaN;
        double ciHigh = Double.NaN;
        if (bootstrap != null && others.bootstrap != null) {
            ciLow = bootstrap.lowOfDifference(s -> s.shares()[g][d][0], others.bootstrap, s -> s.shares()[g][d][1]);
            ciHigh = bootstrap.highOfDifference(s -> s.shares()[g][d][1], others.bootstrap, s -> s.shares()[g][d][0]);
        }
        boolean repeated = ciLow == ciHigh;
        return new ShareDifference(
                deadline,
                start,
                point ? Identifiability.POINT : Identifiability.BOUNDS,
                point ? low : Double.NaN,
                repeated ? Double.NaN : ciLow,
                repeated ? Double.NaN : ciHigh,
                low,
                high);
    }

    private double interval(int g, int d, double deadline, boolean upper) {
        if (bootstrap != null) {
            return upper
                    ? bootstrap.high(sample -> sample.shares()[g][d][1])
                    : bootstrap.low(sample -> sample.shares()[g][d][0]);
        }
        return intervalsNeedSamples()
                ? Double.NaN
                : GreenwoodShares.end(options, data, g, plan.starts[d], deadline, upper);
    }

    private List<Quantile> quantiles() {
        List<Quantile> quantiles = new ArrayList<>();
        for (int q = 0; q < options.quantiles().size(); q++) {
            quantiles.add(quantile(q, options.quantiles().get(q)));
        }
        return List.copyOf(quantiles);
    }

    private Quantile quantile(int q, double p) {
        if (numbers == null) {
            return Quantile.notReached(p);
        }
        double low = numbers.quantiles()[q][0];
        double high = numbers.quantiles()[q][1];
        boolean reached = high < Double.POSITIVE_INFINITY;
        if (reached && high > curveUntil) {
            return Quantile.notReached(p);
        }
        if (exact && !families) {
            return StepQuantiles.of(bareCurve, p);
        }
        if (!reached) {
            return Quantile.notReached(p);
        }
        double estimate = exact ? low : Double.NaN;
        double ciLow = bootstrap == null ? Double.NaN : bootstrap.low(sample -> sample.quantiles()[q][0]);
        double ciHigh = bootstrap == null ? Double.NaN : bootstrap.high(sample -> sample.quantiles()[q][1]);
        return new Quantile(p, true, estimate, ciLow, ciHigh, low, high);
    }

    private RestrictedMean mean() {
        double tau = options.tau();
        if (Double.isNaN(tau)) {
            return RestrictedMean.undefined(tau);
        }
        RestrictedMean mean = exact && tau <= gap && effective.supports(plan.curveStart, tau)
                ? RestrictedMean.of(bareCurve, Math.max(0, plan.curveStart), tau, options.confidenceLevel())
                : RestrictedMean.undefined(tau);
        if (Double.isNaN(mean.estimate())) {
            caveats.add(Caveat.MEAN_NOT_DEFINED);
            return mean;
        }
        if (!families) {
            return mean;
        }
        return bootstrap == null
                ? new RestrictedMean(tau, mean.estimate(), Double.NaN, Double.NaN, Double.NaN)
                : new RestrictedMean(
                        tau,
                        mean.estimate(),
                        bootstrap.standardError(EstimationPlan.SampleNumbers::mean),
                        bootstrap.low(EstimationPlan.SampleNumbers::mean),
                        bootstrap.high(EstimationPlan.SampleNumbers::mean));
    }

    private SurvivalCurve curve() {
        if (!intervalsNeedSamples()) {
            return bareCurve;
        }
        int points = bareCurve.size();
        double[] error = TurnbullCurve.undefined(points);
        double[] low = TurnbullCurve.undefined(points);
        double[] high = TurnbullCurve.undefined(points);
        if (bootstrap != null) {
            for (int i = 0; i < plan.curveTimes.length; i++) {
                int point = i;
                error[i] = bootstrap.standardError(sample -> sample.survival()[point]);
                low[i] = bootstrap.low(sample -> sample.survival()[point]);
                high[i] = bootstrap.high(sample -> sample.survival()[point]);
            }
        }
        return bareCurve.withErrors(error, low, high);
    }

    private List<CauseCurve> causes() {
        if (data.causeNames().isEmpty()) {
            return List.of();
        }
        return exact
                ? AalenJohansen.fit(data, plan.curveStart, IncidenceVariance.AALEN)
                : TurnbullCurve.causes(IntervalNpmle.byCause(data), data.causeNames(), plan.curveStart);
    }
}
