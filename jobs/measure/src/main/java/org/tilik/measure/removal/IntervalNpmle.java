// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.List;

/**
 * The nonparametric maximum likelihood estimate of when items went, in hours, from brackets, exact times and censored
 * rows together, with late entry; over all causes (Turnbull) or by cause.
 *
 * <p>A bracket is (L, R], entry conditions on T &gt; entry. Over all causes: Turnbull, The empirical distribution
 * function with arbitrarily grouped, censored and truncated data, 1976, doi:10.1111/j.2517-6161.1976.tb01597.x. By
 * cause, masses s_jk on (innermost intervals of cause k): Hudgens, Satten and Longini, Nonparametric maximum
 * likelihood estimation for competing risks survival data subject to interval censoring and truncation, 2001,
 * doi:10.1111/j.0006-341X.2001.00074.x.
 */
public final class IntervalNpmle {

    /** Largest relative violation of the optimality condition that counts as converged. */
    static final double TOLERANCE = 1e-9;

    /** Precision of resampled estimates, far below their sampling error. */
    static final double RESAMPLING_TOLERANCE = 1e-6;

    private static final int ROUNDS = 5000;

    private IntervalNpmle() {}

    /** The estimate over all causes. */
    public static IntervalFit turnbull(RemovalData data) {
        return fit(data.recoded(List.of(), cause -> 0), TOLERANCE);
    }

    /** The estimate by cause; over all causes when the data name none. */
    public static IntervalFit byCause(RemovalData data) {
        return fit(data, TOLERANCE);
    }

    /** The same to another precision: resampling needs less. */
    static IntervalFit byCause(RemovalData data, double tolerance) {
        return fit(data, tolerance);
    }

    private static IntervalFit fit(RemovalData data, double tolerance) {
        IntervalCells cells = IntervalCells.of(data);
        LikelihoodBlocks blocks = new LikelihoodBlocks(data, cells);
        int size = cells.size();
        int[] blockEnd = new int[size];
        double[] mass = new double[size];
        double[] events = new double[size];
        double[] atRisk = new double[size];
        double logLikelihood = 0;
        double violation = 0;
        int iterations = 0;
        int start = 0;
        for (IntervalLikelihood likelihood : blocks.likelihoods()) {
            MaximumLikelihood maximum = new MaximumLikelihood(likelihood);
            maximum.run(tolerance, ROUNDS);
            logLikelihood += likelihood.logLikelihood(maximum.mass());
            likelihood.evaluate(maximum.mass());
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
}
