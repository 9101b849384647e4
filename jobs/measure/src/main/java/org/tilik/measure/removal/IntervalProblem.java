// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.Arrays;

/**
 * The likelihood of one set of rows, made once and maximised as often as their weights change: bootstrap samples of
 * the rows have the same cells.
 */
final class IntervalProblem {

    private static final int ROUNDS = 5000;
    /** Part of a starting point that is spread evenly, because a cell without mass could never gain any. */
    private static final double EVEN = 0.1;

    private final RemovalData data;
    private final IntervalCells cells;
    private final LikelihoodBlocks blocks;

    IntervalProblem(RemovalData data) {
        this.data = data;
        this.cells = IntervalCells.of(data);
        this.blocks = new LikelihoodBlocks(data, cells);
    }

    /** The masses that make the rows most likely. */
    IntervalFit fit(double tolerance) {
        double[] weights = new double[data.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = data.weight(i);
        }
        return fit(weights, null, tolerance);
    }

    /**
     * The same for other weights of the rows, 0 = absent, from the masses of an earlier fit of this problem.
     *
     * <p>The cells of all rows do for a sample of them: every innermost interval of the sample holds some of them, and
     * how its mass is shared among these changes no likelihood. (It counts only where the sample lacks the entry at
     * which a conditional share starts; then the earlier masses decide, and the start stays between two cells.) Where
     * a sample's risk set dies out elsewhere, its blocks differ, and it becomes a problem of its own.
     */
    IntervalFit refit(double[] weights, IntervalFit earlier, double tolerance) {
        return blocks.holdFor(weights)
                ? fit(weights, earlier, tolerance)
                : new IntervalProblem(data.reweighted(weights)).fit(tolerance);
    }

    /** The curve of a sample: masses as of {@link #refit}, on the innermost intervals of the sample. */
    IntervalSample sampleCurve(double[] weights, IntervalFit earlier, double tolerance) {
        return blocks.holdFor(weights)
                ? new IntervalSample(fit(weights, earlier, tolerance), tolerance, blocks.innermost(weights))
                : IntervalSample.of(new IntervalProblem(data.reweighted(weights)).fit(tolerance), tolerance);
    }

    private IntervalFit fit(double[] weights, IntervalFit earlier, double tolerance) {
        int size = cells.size();
        int[] blockEnd = new int[size];
        double[] mass = new double[size];
        double[] events = new double[size];
        double[] atRisk = new double[size];
        double logLikelihood = 0;
        double violation = 0;
        int iterations = 0;
        int start = 0;
        for (IntervalLikelihood likelihood : blocks.likelihoods(weights)) {
            MaximumLikelihood maximum = new MaximumLikelihood(likelihood, startingPoint(likelihood, start, earlier));
            maximum.run(tolerance, ROUNDS);
            logLikelihood += maximum.logLikelihood();
            violation = Math.max(violation, maximum.violation());
            iterations += maximum.iterations();
            double running = 0;
            for (int r = 0; r < likelihood.cells; r++) {
                int slot = likelihood.slotAt[r];
                int cell = start + r;
                running += likelihood.entering[r];
                blockEnd[cell] = start + likelihood.cells - 1;
                mass[cell] = maximum.mass()[slot];
                events[cell] = mass[cell] * likelihood.gain[slot];
                atRisk[cell] = running;
                running -= events[cell];
            }
            start += likelihood.cells;
        }
        return new IntervalFit(cells, blockEnd, mass, events, atRisk, logLikelihood, violation, iterations);
    }

    private static double[] startingPoint(IntervalLikelihood likelihood, int start, IntervalFit earlier) {
        double[] masses = new double[likelihood.cells];
        Arrays.fill(masses, 1.0 / likelihood.cells);
        if (earlier != null) {
            for (int r = 0; r < likelihood.cells; r++) {
                int slot = likelihood.slotAt[r];
                masses[slot] = EVEN * masses[slot] + (1 - EVEN) * earlier.massInBlock(start + r);
            }
        }
        return masses;
    }
}
