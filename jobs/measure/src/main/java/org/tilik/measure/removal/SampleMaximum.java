// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

/**
 * Maximises the likelihood of one block of cells for a sample of the rows, from the masses that are best for all rows.
 *
 * <p>Few cells have mass at the maximum, and the sample's are near those of all rows. So the likelihood is maximised over
 * the cells that have mass; then, in every stretch without mass, the cell that would gain most gets some; and so on until no
 * cell of the block could gain more than the tolerance, the condition by which {@link MaximumLikelihood} stops too. Wang, On
 * fast computation of the non-parametric maximum likelihood estimate of a mixing distribution, 2007,
 * doi:10.1111/j.1467-9868.2007.00583.x.
 */
final class SampleMaximum {
    /** How much closer to the maximum of its cells a round comes than the block was before it. */
    private static final double CLOSER = 0.1;
    /** Mass of a cell that is new, in units of the average one. */
    private static final double NEW = 0.01;

    private final IntervalLikelihood block;
    private double[] mass;
    private double violation;
    private int iterations;

    /** Starts from these masses, which give every observation of the block some probability. */
    SampleMaximum(IntervalLikelihood block, double[] start) {
        this.block = block;
        this.mass = start;
    }

    /** Runs until D_j ≤ C_j (1 + tolerance) for every cell, or {@code limit} rounds; leaves the masses evaluated. */
    void run(double tolerance, int limit) {
        block.evaluate(mass);
        violation = block.violation();
        while (violation > tolerance && iterations < limit) {
            widen();
            ActiveCells active = new ActiveCells(block, mass);
            MaximumLikelihood maximum = new MaximumLikelihood(active.likelihood, active.of(mass));
            maximum.run(Math.max(CLOSER * violation, tolerance / 2), limit);
            iterations += 1 + maximum.iterations();
            mass = active.among(maximum.mass());
            block.evaluate(mass);
            violation = block.violation();
        }
    }

    /** Gives mass to the cell that would gain most in every stretch of cells of one cause without mass. */
    private void widen() {
        int[] found = new int[block.cells];
        int count = 0;
        int withMass = 0;
        int next = 0;
        int best = -1;
        for (int slot = 0; slot < block.cells; slot++) {
            boolean first = next < block.causeStart.length && block.causeStart[next] == slot;
            if ((first || mass[slot] > 0) && best >= 0) {
                found[count++] = best;
                best = -1;
            }
            while (next < block.causeStart.length && block.causeStart[next] == slot) {
                next++;
            }
            if (mass[slot] > 0) {
                withMass++;
            } else if (block.gain[slot] > block.cost[slot] && (best < 0 || slope(slot) > slope(best))) {
                best = slot;
            }
        }
        if (best >= 0) {
            found[count++] = best;
        }
        double share = NEW / (withMass + count);
        double total = 1 + count * share;
        for (int i = 0; i < count; i++) {
            mass[found[i]] = share;
        }
        for (int slot = 0; slot < block.cells; slot++) {
            mass[slot] /= total;
        }
    }

    private double slope(int slot) {
        return block.gain[slot] / block.cost[slot];
    }

    double[] mass() {
        return mass;
    }

    /** The log-likelihood at the masses. */
    double logLikelihood() {
        return block.evaluatedLogLikelihood(mass);
    }

    double violation() {
        return violation;
    }

    /** Rounds, of this and of the maximum over the cells with mass. */
    int iterations() {
        return iterations;
    }
}
