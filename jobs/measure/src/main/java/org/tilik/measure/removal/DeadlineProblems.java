// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Both bounds of the shares gone within several deadlines, by deadline and bound, from bracketed data and from samples of
 * them.
 *
 * <p>What the data say until a deadline follows from what they say until a later one, brackets around the later one kept
 * with their early part: wherever in that part an item went, it is after the earlier deadline if the part is, and around it if
 * the part is. So the rows of each deadline are made from the fewer ones of the next, for samples too.
 */
final class DeadlineProblems {
    private final RemovalData data;
    private final double[] starts;
    private final List<Double> deadlines;
    /** Deadlines of which something is known, the last first. */
    private final int[] order;

    private final boolean resampled;
    private final DeadlineProblem[][] problems;

    /**
     * For shares within (start, deadline]; unknown where the start is not before the deadline.
     *
     * @param resampled whether samples will follow; otherwise nothing is kept, as a grid has many deadlines
     */
    DeadlineProblems(RemovalData data, double[] starts, List<Double> deadlines, boolean resampled) {
        this.data = data;
        this.starts = starts;
        this.deadlines = deadlines;
        this.order = IntStream.range(0, starts.length)
                .filter(d -> starts[d] < deadlines.get(d))
                .boxed()
                .sorted((a, b) -> Double.compare(deadlines.get(b), deadlines.get(a)))
                .mapToInt(Integer::intValue)
                .toArray();
        this.resampled = resampled;
        this.problems = new DeadlineProblem[starts.length][2];
    }

    /** The shares in the data, by deadline and bound, for any cause and then for each; they come before those in samples. */
    double[][][] shares() {
        double[][][] shares = new double[starts.length][2][];
        RemovalData rows = data;
        for (int d : order) {
            DeadlineProblem low = new DeadlineProblem(rows, starts[d], deadlines.get(d), false);
            DeadlineProblem high = new DeadlineProblem(rows, starts[d], deadlines.get(d), true);
            shares[d] = new double[][] {low.shares(), high.shares()};
            if (resampled) {
                problems[d] = new DeadlineProblem[] {low, high};
            }
            rows = high.rows().data;
        }
        return shares;
    }

    /** The same in a sample of the data, drawn as weights of its rows. */
    double[][][] resampledShares(double[] weights) {
        double[][][] shares = new double[starts.length][2][];
        double[] rows = weights;
        for (int d : order) {
            double[] low = problems[d][0].rows().collapsed(rows);
            double[] high = problems[d][1].rows().collapsed(rows);
            shares[d] = new double[][] {problems[d][0].resampledShares(low), problems[d][1].resampledShares(high)};
            rows = high;
        }
        return shares;
    }
}
