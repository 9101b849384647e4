// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;

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
    /** With brackets, by group (0 = gone for any cause), deadline and bound. */
    private final List<DeadlineProblem[][]> problems;
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
        this.wholeRows = exact ? null : RowCollapse.of(withoutCauses(familiesAside.data));
        this.wholeProblem = exact ? null : new IntervalProblem(wholeRows.data);
        this.wholeFit = exact ? null : wholeProblem.fit(IntervalNpmle.TOLERANCE);
        this.problems = exact ? List.of() : problems();
        this.exactProblem = exact ? new ExactProblem(data) : null;
    }

    private List<DeadlineProblem[][]> problems() {
        List<DeadlineProblem[][]> all = new ArrayList<>();
        RemovalData rows = familiesAside.data;
        RemovalData gone = withoutCauses(rows);
        all.add(problems(gone, gone, 0));
        for (CauseGroup group : options.causeGroups()) {
            all.add(problems(group.split(rows, false), group.split(rows, true), 1));
        }
        return all;
    }

    private DeadlineProblem[][] problems(RemovalData low, RemovalData high, int cause) {
        DeadlineProblem[][] bounds = new DeadlineProblem[starts.length][];
        boolean resampled = options.replicates() > 0;
        for (int d = 0; d < starts.length; d++) {
            double deadline = options.deadlines().get(d);
            bounds[d] = new DeadlineProblem[] {
                new DeadlineProblem(low, starts[d], deadline, cause, false, resampled),
                new DeadlineProblem(high, starts[d], deadline, cause, true, resampled)
            };
        }
        return bounds;
    }

    private static RemovalData withoutCauses(RemovalData rows) {
        return rows.recoded(List.of(), cause -> 0);
    }

    /** The numbers of the data. */
    SampleNumbers numbers() {
        if (exact) {
            return exactNumbers(data.weights());
        }
        return intervalNumbers(IntervalSample.of(wholeFit, IntervalNpmle.TOLERANCE), DeadlineProblem::share);
    }

    /** The numbers of a sample, drawn as weights of the rows. */
    SampleNumbers numbers(double[] weights) {
        if (exact) {
            return exactNumbers(weights);
        }
        double[] rows = familiesAside.collapsed(weights);
        IntervalSample curve =
                wholeProblem.sampleCurve(wholeRows.collapsed(rows), wholeFit, IntervalNpmle.RESAMPLED_CURVE_TOLERANCE);
        return intervalNumbers(curve, problem -> problem.resampledShare(rows));
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

    private SampleNumbers intervalNumbers(IntervalSample curve, ToDoubleFunction<DeadlineProblem> share) {
        List<double[][]> shares = new ArrayList<>();
        for (DeadlineProblem[][] bounds : problems) {
            shares.add(shares(d -> share.applyAsDouble(bounds[d][0]), d -> share.applyAsDouble(bounds[d][1])));
        }
        return numbers(shares, curve, Double.NaN);
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
