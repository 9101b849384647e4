// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

/** The estimates of one sample, each fit made once and when needed: shares, bounds of shares and quantile brackets. */
final class SampleFit {

    private static final double[] NOT_REACHED = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
    /** Point estimates do not depend on it. */
    private static final double LEVEL = 0.95;

    private final RemovalData data;
    private final boolean exact;
    private final double tolerance;
    private RiskTable table;
    private IntervalFit interval;
    /** The curve from the one start that a sample is asked for. */
    private SurvivalCurve curve;

    /**
     * @param exact whether product-limit estimates are wanted, otherwise maximum likelihood on intervals
     * @param tolerance of the maximum
     */
    SampleFit(RemovalData data, boolean exact, double tolerance) {
        this.data = data;
        this.exact = exact;
        this.tolerance = tolerance;
    }

    RiskTable table() {
        if (table == null) {
            table = RiskTable.of(data, Double.NEGATIVE_INFINITY);
        }
        return table;
    }

    IntervalFit interval() {
        if (interval == null) {
            interval = IntervalNpmle.byCause(data, tolerance);
        }
        return interval;
    }

    /**
     * A bound of the share gone by {@code cause} (0 = any) within (start, deadline], given visible at start: every
     * bracket around the deadline is cut there, its late part kept for the lower bound, its early part for the upper.
     */
    double share(double start, double deadline, int cause, boolean upper) {
        if (data.size() == 0) {
            return Double.NaN;
        }
        if (exact) {
            return cause == 0
                    ? KaplanMeier.shareGone(table(), start, deadline)
                    : AalenJohansen.share(table(), cause - 1, start, deadline);
        }
        IntervalFit fit =
                data.straddles(deadline) ? IntervalNpmle.byCause(data.cutAt(deadline, upper), tolerance) : interval();
        return fit.share(start, deadline, cause, upper);
    }

    /** The time by which the share p of items visible at start had gone, as (q, p]; +∞ when not reached. */
    double[] quantile(double start, double p) {
        if (exact) {
            SurvivalCurve curve = curve(start);
            double t = StepQuantiles.crossing(curve, curve::survival, p);
            return Double.isNaN(t) ? NOT_REACHED.clone() : new double[] {t, t};
        }
        IntervalFit fit = interval();
        int first = fit.firstAfter(start);
        double gone = 0;
        for (int i = first; i < fit.size() && i <= fit.partEnd(first); i++) {
            gone += fit.massGiven(first, i);
            if (gone >= p - tolerance && fit.upper(i) < Double.POSITIVE_INFINITY) {
                return new double[] {fit.lower(i), fit.upper(i)};
            }
        }
        return NOT_REACHED.clone();
    }

    /** Mean hours visible within tau, of items visible at start; exact times only. */
    double mean(double start, double tau) {
        return RestrictedMean.of(curve(start), start, tau, LEVEL).estimate();
    }

    /** Share still visible at ascending times, of items visible at start. */
    double[] survivalAt(double start, double[] times) {
        double[] survival = new double[times.length];
        int next = 0;
        if (exact) {
            double s = 1;
            int j = times.length == 0 ? 0 : table().firstAfter(start);
            for (double t : times) {
                for (; j < table().time.length && table().time[j] <= t; j++) {
                    s *= (table().atRisk[j] - table().events[j]) / table().atRisk[j];
                }
                survival[next++] = s;
            }
            return survival;
        }
        int first = times.length == 0 ? 0 : interval().firstAfter(start);
        double s = 1;
        int i = first;
        for (double t : times) {
            for (;
                    i < interval().size()
                            && i <= interval().partEnd(first)
                            && interval().upper(i) <= t;
                    i++) {
                s -= interval().massGiven(first, i);
            }
            survival[next++] = Math.max(0, s);
        }
        return survival;
    }

    private SurvivalCurve curve(double start) {
        if (curve == null) {
            curve = KaplanMeier.fit(data, start, ConfidenceInterval.PLAIN, LEVEL);
        }
        return curve;
    }
}
