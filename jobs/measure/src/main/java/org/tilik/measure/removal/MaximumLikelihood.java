// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.ArrayList;
import java.util.List;

/**
 * Maximises the likelihood of one block of cells by alternating EM steps with a step of the iterative convex minorant
 * algorithm, until no cell could gain more than the tolerance.
 *
 * <p>EM alone (Turnbull's self-consistency) needs thousands of steps; the convex minorant step treats the cumulative
 * masses as coordinates, scales each by its own curvature and puts them in order by pooling adjacent violators, which
 * also sets to 0 what EM would only shrink. Every step begins and ends with the likelihood evaluated at the masses.
 * Wellner and Zhan, A hybrid algorithm for computation of the nonparametric
 * maximum likelihood estimator from censored data, 1997, Journal of the American Statistical Association 92:945–959.
 */
final class MaximumLikelihood {

    /** Pairs of EM steps in a round. */
    private static final int EM_PAIRS = 2;

    private static final int HALVINGS = 10;
    /** A mass this small, in units of the average one, may be dropped. */
    private static final double SMALL = 0.01;

    private final IntervalLikelihood likelihood;
    private final int cells;
    private final List<ConvexMinorant> curves = new ArrayList<>();
    private double[] mass;
    /** At the masses; NaN until it is asked for. */
    private double value = Double.NaN;

    private int iterations;
    private double violation = Double.POSITIVE_INFINITY;

    /** Starts from these masses, all of them above 0. */
    MaximumLikelihood(IntervalLikelihood likelihood, double[] start) {
        this.likelihood = likelihood;
        this.cells = likelihood.cells;
        this.mass = start;
        for (int k = 0; k + 1 < likelihood.causeStart.length; k++) {
            curves.add(new ConvexMinorant(likelihood, k));
        }
    }

    /** Runs until D_j ≤ C_j (1 + tolerance) for every cell, or {@code limit} rounds; leaves the masses evaluated. */
    void run(double tolerance, int limit) {
        likelihood.evaluate(mass);
        expectationStep();
        for (iterations = 0; iterations < limit; iterations++) {
            violation = likelihood.violation();
            if (violation <= tolerance) {
                return;
            }
            for (ConvexMinorant curve : curves) {
                convexMinorantStep(curve);
            }
            dropVanishing();
            acceleratedSteps();
        }
    }

    /**
     * EM steps, the second of which shows where they lead: the masses are moved there at once if that is more likely.
     * Varadhan and Roland, Simple and globally convergent methods for accelerating the convergence of any EM
     * algorithm, 2008, doi:10.1111/j.1467-9469.2007.00585.x, scheme S3.
     */
    private void acceleratedSteps() {
        for (int i = 0; i < EM_PAIRS; i++) {
            double[] start = mass.clone();
            expectationStep();
            double[] first = mass.clone();
            expectationStep();
            extrapolate(start, first);
        }
        expectationStep();
    }

    private void extrapolate(double[] start, double[] first) {
        double speed = 0;
        double bend = 0;
        for (int j = 0; j < cells; j++) {
            double step = first[j] - start[j];
            double change = mass[j] - first[j] - step;
            speed += step * step;
            bend += change * change;
        }
        double reach = Math.sqrt(speed / bend);
        if (!(reach > 1) || Double.isInfinite(reach)) {
            return;
        }
        double[] trial = new double[cells];
        double total = 0;
        for (int j = 0; j < cells; j++) {
            double step = first[j] - start[j];
            double change = mass[j] - first[j] - step;
            double value = start[j] + 2 * reach * step + reach * reach * change;
            // A mass is never moved to 0 here, from where EM could not bring it back.
            trial[j] = Math.max(value, mass[j] * SMALL);
            total += trial[j];
        }
        for (int j = 0; j < cells; j++) {
            trial[j] /= total;
        }
        double before = logLikelihood();
        double reached = likelihood.logLikelihood(trial);
        if (reached > before) {
            moveTo(trial, reached);
        }
        likelihood.evaluate(mass);
    }

    /** The log-likelihood at the masses. */
    double logLikelihood() {
        if (Double.isNaN(value)) {
            value = likelihood.evaluatedLogLikelihood(mass);
        }
        return value;
    }

    private void moveTo(double[] masses, double logLikelihood) {
        mass = masses;
        value = logLikelihood;
    }

    double[] mass() {
        return mass;
    }

    int iterations() {
        return iterations;
    }

    double violation() {
        return violation;
    }

    /**
     * EM on the conditional probabilities of going at each place: expected events over the expected risk set. Unlike
     * EM with imagined truncated items it is done in one step when the times are exact.
     *
     * <pre>h_r = s_r D_r / (Σ_{r' ≤ r} entering − Σ_{r' < r} s_r' D_r')</pre>
     */
    private void expectationStep() {
        double survival = 1;
        double atRisk = 0;
        for (int r = 0; r < cells; r++) {
            int slot = likelihood.slotAt[r];
            atRisk += likelihood.entering[r];
            double expected = mass[slot] * likelihood.gain[slot];
            double hazard = r == cells - 1 ? 1 : Math.min(1, expected / atRisk);
            mass[slot] = survival * hazard;
            survival *= 1 - hazard;
            atRisk -= expected;
        }
        value = Double.NaN;
        likelihood.evaluate(mass);
    }

    private void convexMinorantStep(ConvexMinorant curve) {
        double before = logLikelihood();
        double[] target = curve.target(mass);
        double[] trial = new double[cells];
        double step = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double total = 0;
            for (int j = 0; j < cells; j++) {
                trial[j] = Math.max(0, mass[j] + step * (target[j] - mass[j]));
                total += trial[j];
            }
            for (int j = 0; j < cells; j++) {
                trial[j] /= total;
            }
            double reached = likelihood.logLikelihood(trial);
            if (reached > before) {
                moveTo(trial, reached);
                break;
            }
            step /= 2;
        }
        likelihood.evaluate(mass);
    }

    /** Sets small masses that the likelihood pulls down to 0 at once: where the pull itself fades, EM takes forever. */
    private void dropVanishing() {
        double[] trial = new double[cells];
        double total = 0;
        boolean dropped = false;
        for (int j = 0; j < cells; j++) {
            boolean vanishing = mass[j] > 0 && mass[j] * cells < SMALL && likelihood.gain[j] < likelihood.cost[j];
            dropped |= vanishing;
            trial[j] = vanishing ? 0 : mass[j];
            total += trial[j];
        }
        if (!dropped) {
            return;
        }
        for (int j = 0; j < cells; j++) {
            trial[j] /= total;
        }
        double before = logLikelihood();
        double reached = likelihood.logLikelihood(trial);
        if (reached >= before) {
            moveTo(trial, reached);
        }
        likelihood.evaluate(mass);
    }
}
