// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

/** The product-limit estimates of one sample of exact times. */
final class ExactSample implements SampleCurve {

    /** Point estimates do not depend on it. */
    private static final double LEVEL = 0.95;

    private final RiskTable table;
    /** The curve from the one start that a sample is asked for. */
    private SurvivalCurve curve;

    ExactSample(RiskTable table) {
        this.table = table;
    }

    /** The share gone within (start, deadline], given visible at start. */
    double share(double start, double deadline) {
        return KaplanMeier.shareGone(table, start, deadline);
    }

    /** The same by each cause, from 0. */
    double[] sharesByCause(double start, double deadline) {
        return AalenJohansen.shares(table, start, deadline);
    }

    @Override
    public double[] quantile(double start, double p) {
        SurvivalCurve steps = curve(start);
        double t = StepQuantiles.crossing(steps, steps::survival, p);
        return Double.isNaN(t) ? SampleCurve.notReached() : new double[] {t, t};
    }

    /** Mean hours visible within tau, of items visible at start. */
    double mean(double start, double tau) {
        return RestrictedMean.of(curve(start), Math.max(0, start), tau, LEVEL).estimate();
    }

    @Override
    public double[] survivalAt(double start, double[] times) {
        double[] survival = new double[times.length];
        int next = 0;
        double s = 1;
        int j = times.length == 0 ? 0 : table.firstAfter(start);
        for (double t : times) {
            for (; j < table.time.length && table.time[j] <= t; j++) {
                s *= (table.atRisk[j] - table.events[j]) / table.atRisk[j];
            }
            survival[next++] = s;
        }
        return survival;
    }

    private SurvivalCurve curve(double start) {
        if (curve == null) {
            curve = KaplanMeier.bare(table, start);
        }
        return curve;
    }
}
