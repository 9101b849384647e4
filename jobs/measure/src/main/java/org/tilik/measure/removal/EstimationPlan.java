// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.ArrayList;
import java.util.List;

/**
 * What is computed of the data, and in the same way of every bootstrap sample: the times that the data themselves
 * decide (where to start, which curve points) are fixed here, so that samples answer the same questions.
 */
final class EstimationPlan {

    final RemovalEstimator options;
    final boolean exact;
    /** Start e* of each deadline, and of the curve. */
    final double[] starts;

    final double curveStart;
    /** Hours at which resampled curves are read. */
    final double[] curveTimes;

    EstimationPlan(RemovalEstimator options, boolean exact, double[] starts, double curveStart, double[] curveTimes) {
        this.options = options;
        this.exact = exact;
        this.starts = starts;
        this.curveStart = curveStart;
        this.curveTimes = curveTimes;
    }

    /** The numbers of one sample, intervals to this precision. */
    SampleNumbers numbers(RemovalData data, double tolerance) {
        SampleFit gone = new SampleFit(data.recoded(List.of(), cause -> 0), exact, tolerance);
        List<SampleFit> low = new ArrayList<>();
        List<SampleFit> high = new ArrayList<>();
        for (CauseGroup group : options.causeGroups()) {
            low.add(new SampleFit(group.split(data, false), exact, tolerance));
            high.add(new SampleFit(group.split(data, true), exact, tolerance));
        }
        int deadlines = starts.length;
        double[][][] shares = new double[1 + low.size()][deadlines][];
        for (int d = 0; d < deadlines; d++) {
            double deadline = options.deadlines().get(d);
            shares[0][d] = bounds(gone, gone, d, deadline, 0);
            for (int g = 0; g < low.size(); g++) {
                shares[g + 1][d] = bounds(low.get(g), high.get(g), d, deadline, 1);
            }
        }
        double[][] quantiles = new double[options.quantiles().size()][];
        for (int q = 0; q < quantiles.length; q++) {
            quantiles[q] = gone.quantile(curveStart, options.quantiles().get(q));
        }
        double mean = exact && !Double.isNaN(options.tau()) ? gone.mean(curveStart, options.tau()) : Double.NaN;
        return new SampleNumbers(shares, quantiles, mean, gone.survivalAt(curveStart, curveTimes));
    }

    private double[] bounds(SampleFit low, SampleFit high, int d, double deadline, int cause) {
        if (starts[d] >= deadline) {
            return new double[] {Double.NaN, Double.NaN};
        }
        double lowest = low.share(starts[d], deadline, cause, false);
        double highest = exact && low == high ? lowest : high.share(starts[d], deadline, cause, true);
        return new double[] {lowest, Math.max(lowest, highest)};
    }

    /**
     * The point estimates of one sample.
     *
     * @param shares by group (0 = gone for any cause) and deadline: lower and upper bound
     * @param quantiles lower and upper bound, +∞ when not reached
     */
    record SampleNumbers(double[][][] shares, double[][] quantiles, double mean, double[] survival) {}
}
