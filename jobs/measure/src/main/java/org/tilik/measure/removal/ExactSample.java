// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

/** The product-limit estimates of one sample of exact times, its tables made once and when needed. */
final class ExactSample implements SampleCurve {

    /** Point estimates do not depend on it. */
    private static final double LEVEL = 0.95;

    private final RemovalData data;
    private RiskTable table;
    /** The curve from the one start that a sample is asked for. */
    private SurvivalCurve curve;

    ExactSample(RemovalData data) {
        this.data = data;
    }

    /** The share gone by {@code cause} (0 = any) within (start, deadline], given visible at start. */
    double share(double start, double deadline, int cause) {
        return cause == 0
                ? KaplanMeier.shareGone(table(), start, deadline)
                : AalenJohansen.share(table(), cause - 1, start, deadline);
    }

    @Override
    public double[] quantile(double start, double p) {
        SurvivalCurve steps = curve(start);
        double t = StepQuantiles.crossing(steps, steps::survival, p);
        return Double.isNaN(t) ? SampleCurve.notReached() : new double[] {t, t};
    }

    /** Mean hours visible within tau, of items visible at start. */
    double mean(double start, double tau) {
        return RestrictedMean.of(curve(start), start, tau, LEVEL).estimate();
    }

    @Override
    public double[] survivalAt(double start, double[] times) {
        double[] survival = new double[times.length];
        int next = 0;
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

    private RiskTable table() {
        if (table == null) {
            table = RiskTable.of(data, Double.NEGATIVE_INFINITY);
        }
        return table;
    }

    private SurvivalCurve curve(double start) {
        if (curve == null) {
            curve = KaplanMeier.fit(data, start, ConfidenceInterval.PLAIN, LEVEL);
        }
        return curve;
    }
}
