// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * What is computed of the data, and in the same way of every bootstrap sample: the times that the data themselves
 * decide (where to start, which curve points) are fixed here, so that samples answer the same questions.
 */
final class EstimationPlan {

    final RemovalEstimator options;
    final RemovalData data;
    final boolean exact;
    /** Start e* of each deadline, and of the curve. */
    final double[] starts;

    final double curveStart;
    /** Hours at which resampled curves are read. */
    final double[] curveTimes;
    /** With brackets, the shares gone for any cause. */
    private final DeadlineProblems gone;
    /** With brackets, the shares by cause; null where no group of causes is asked for. */
    private final DeadlineProblems byCause;
    /** With brackets, the curve over all causes: rows without families, their likelihood, and where it is largest. */
    private final RowCollapse wholeRows;

    private final IntervalProblem wholeProblem;
    /** The rows whatever their family, once for all problems; families matter only to how samples are drawn. */
    private final RowCollapse familiesAside;

    private final IntervalFit wholeFit;
    /** Without brackets; null with them. */
    private final ExactProblem exactProblem;

    EstimationPlan(
            RemovalEstimator options,
            RemovalData data,
            boolean exact,
            double[] starts,
            double curveStart,
            double[] curveTimes) {
        this.options = options;
        this.data = data;
        this.exact = exact;
        this.starts = starts;
        this.curveStart = curveStart;
        this.curveTimes = curveTimes;
        this.familiesAside = exact ? null : RowCollapse.of(data.withoutFamilies());
        this.wholeRows = exact ? null : RowCollapse.of(familiesAside.data.withoutCauses());
        this.wholeProblem = exact ? null : new IntervalProblem(wholeRows.data);
        this.wholeFit = exact ? null : wholeProblem.fit(IntervalNpmle.TOLERANCE);
        this.gone = exact ? null : problems(wholeRows.data);
        this.byCause = exact || options.causeGroups().isEmpty() ? null : problems(familiesAside.data);
        this.exactProblem = exact ? new ExactProblem(data) : null;
    }

    private DeadlineProblems problems(RemovalData rows) {
        return new DeadlineProblems(rows, starts, options.deadlines(), options.replicates() > 0);
    }

    /** The numbers of the data. */
    SampleNumbers numbers() {
        if (exact) {
            return exactNumbers(data.weights());
        }
        IntervalSample curve = IntervalSample.of(wholeFit, IntervalNpmle.TOLERANCE);
        return intervalNumbers(curve, gone.shares(), byCause == null ? null : byCause.shares());
    }

    /** The numbers of a sample, drawn as weights of the rows. */
    SampleNumbers numbers(double[] weights) {
        if (exact) {
            return exactNumbers(weights);
        }
        double[] rows = familiesAside.collapsed(weights);
        double[] withoutCauses = wholeRows.collapsed(rows);
        boolean readsCurve = curveTimes.length > 0 || !options.quantiles().isEmpty();
        IntervalSample curve = readsCurve
                ? wholeProblem.sampleCurve(withoutCauses, wholeFit, IntervalNpmle.RESAMPLED_CURVE_TOLERANCE)
                : IntervalSample.of(wholeFit, IntervalNpmle.TOLERANCE);
        return intervalNumbers(
                curve, gone.resampledShares(withoutCauses), byCause == null ? null : byCause.resampledShares(rows));
    }

    private SampleNumbers exactNumbers(double[] weights) {
        ExactSample gone = new ExactSample(exactProblem.table(weights));
        double[][] byCause = new double[starts.length][];
        for (int d = 0; d < starts.length; d++) {
            byCause[d] = gone.sharesByCause(starts[d], options.deadlines().get(d));
        }
        List<double[][]> shares = new ArrayList<>();
        IntToDoubleFunction any = d -> gone.share(starts[d], options.deadlines().get(d));
        shares.add(shares(any, any));
        for (CauseGroup group : options.causeGroups()) {
            shares.add(shares(
                    d -> group.sum(data.causeNames(), byCause[d], false),
                    d -> group.sum(data.causeNames(), byCause[d], true)));
        }
        double mean = Double.isNaN(options.tau()) ? Double.NaN : gone.mean(curveStart, options.tau());
        return numbers(shares, gone, mean);
    }

    /** From shares by deadline and bound; {@code parts} are those by cause. */
    private SampleNumbers intervalNumbers(IntervalSample curve, double[][][] whole, double[][][] parts) {
        List<double[][]> shares = new ArrayList<>();
        shares.add(shares(d -> whole[d][0][0], d -> whole[d][1][0]));
        for (CauseGroup group : options.causeGroups()) {
            shares.add(shares(
                    d -> group.sum(data.causeNames(), ofEachCause(parts[d][0]), false),
                    d -> group.sum(data.causeNames(), ofEachCause(parts[d][1]), true)));
        }
        return numbers(shares, curve, Double.NaN);
    }

    private static double[] ofEachCause(double[] shares) {
        return Arrays.copyOfRange(shares, 1, shares.length);
    }

    /** Lower and upper bound at each deadline. */
    private double[][] shares(IntToDoubleFunction low, IntToDoubleFunction high) {
        double[][] bounds = new double[starts.length][];
        for (int d = 0; d < starts.length; d++) {
            boolean known = starts[d] < options.deadlines().get(d);
            double lowest = known ? low.applyAsDouble(d) : Double.NaN;
            bounds[d] = new double[] {lowest, known ? Math.max(lowest, high.applyAsDouble(d)) : Double.NaN};
        }
        return bounds;
    }

    private SampleNumbers numbers(List<double[][]> shares, SampleCurve curve, double mean) {
        double[][] quantiles = new double[options.quantiles().size()][];
        for (int q = 0; q < quantiles.length; q++) {
            quantiles[q] = curve.quantile(curveStart, options.quantiles().get(q));
        }
        return new SampleNumbers(
                shares.toArray(double[][][]::new), quantiles, mean, curve.survivalAt(curveStart, curveTimes));
    }

    /**
     * The point estimates of one sample.
     *
     * @param shares by group (0 = gone for any cause) and deadline: lower and upper bound
     * @param quantiles lower and upper bound, +∞ when not reached
     */
    record SampleNumbers(double[][][] shares, double[][] quantiles, double mean, double[] survival) {}
}
