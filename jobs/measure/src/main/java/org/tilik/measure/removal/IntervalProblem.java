// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.Arrays;

/**
 * The likelihood of one set of rows, made once and maximised as often as their weights change: bootstrap samples of
 * the rows have the same cells.
 */
final class IntervalProblem {

    private static final int ROUNDS = 5000;
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
        return fit(blocks.tally(weights), null, tolerance);
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
        LikelihoodBlocks.Tally tally = blocks.tally(weights);
        return blocks.holdFor(tally)
                ? fit(tally, earlier, tolerance)
                : new IntervalProblem(data.reweighted(weights)).fit(tolerance);
    }

    /** The curve of a sample: masses as of {@link #refit}, on the innermost intervals of the sample. */
    IntervalSample sampleCurve(double[] weights, IntervalFit earlier, double tolerance) {
        LikelihoodBlocks.Tally tally = blocks.tally(weights);
        return blocks.holdFor(tally)
                ? new IntervalSample(fit(tally, earlier, tolerance), tolerance, blocks.innermost(weights))
                : IntervalSample.of(new IntervalProblem(data.reweighted(weights)).fit(tolerance), tolerance);
    }

    private IntervalFit fit(LikelihoodBlocks.Tally tally, IntervalFit earlier, double tolerance) {
        int size = cells.size();
        int[] blockEnd = new int[size];
        double[] mass = new double[size];
        double[] events = new double[size];
        double[] atRisk = new double[size];
        double logLikelihood = 0;
        double violation = 0;
        int iterations = 0;
        int start = 0;
        for (IntervalLikelihood likelihood : blocks.likelihoods(tally)) {
            Maximum maximum = earlier == null
                    ? maximum(likelihood, tolerance)
                    : sampleMaximum(likelihood, massesOf(earlier, likelihood, start), tolerance);
            logLikelihood += maximum.logLikelihood;
            violation = Math.max(violation, maximum.violation);
            iterations += maximum.iterations;
            double running = 0;
            for (int r = 0; r < likelihood.cells; r++) {
                int slot = likelihood.slotAt[r];
                int cell = start + r;
                running += likelihood.entering[r];
                blockEnd[cell] = start + likelihood.cells - 1;
                mass[cell] = maximum.mass[slot];
                events[cell] = mass[cell] * likelihood.gain[slot];
                atRisk[cell] = running;
                running -= events[cell];
            }
            start += likelihood.cells;
        }
        return new IntervalFit(cells, blockEnd, mass, events, atRisk, logLikelihood, violation, iterations);
    }

    /** Where the likelihood of one block is largest. */
    private record Maximum(double[] mass, double logLikelihood, double violation, int iterations) {}

    private static Maximum maximum(IntervalLikelihood block, double tolerance) {
        double[] even = new double[block.cells];
        Arrays.fill(even, 1.0 / block.cells);
        MaximumLikelihood maximum = new MaximumLikelihood(block, even);
        maximum.run(tolerance, ROUNDS);
        return new Maximum(maximum.mass(), maximum.logLikelihood(), maximum.violation(), maximum.iterations());
    }

    private static Maximum sampleMaximum(IntervalLikelihood block, double[] start, double tolerance) {
        SampleMaximum maximum = new SampleMaximum(block, start);
        maximum.run(tolerance, ROUNDS);
        return new Maximum(maximum.mass(), maximum.logLikelihood(), maximum.violation(), maximum.iterations());
    }

    private static double[] massesOf(IntervalFit fit, IntervalLikelihood block, int start) {
        double[] masses = new double[block.cells];
        for (int r = 0; r < block.cells; r++) {
            masses[block.slotAt[r]] = fit.massInBlock(start + r);
        }
        return masses;
    }
}
