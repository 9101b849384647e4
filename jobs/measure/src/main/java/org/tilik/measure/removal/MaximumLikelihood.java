// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.Arrays;

/**
 * Maximises the likelihood of one block of cells by alternating EM steps with a step of the iterative convex minorant
 * algorithm, until no cell could gain more than the tolerance.
 *
 * <p>EM alone (Turnbull's self-consistency) needs thousands of steps; the convex minorant step treats the cumulative
 * masses as coordinates, scales each by its own curvature and puts them in order by pooling adjacent violators, which
 * also sets to 0 what EM would only shrink. Wellner and Zhan, A hybrid algorithm for computation of the nonparametric
 * maximum likelihood estimator from censored data, 1997, Journal of the American Statistical Association 92:945–959.
 */
final class MaximumLikelihood {

    private static final int EM_STEPS = 3;
    private static final int HALVINGS = 10;

    private final IntervalLikelihood likelihood;
    private final int cells;
    private double[] mass;
    private int iterations;
    private double violation = Double.POSITIVE_INFINITY;

    MaximumLikelihood(IntervalLikelihood likelihood) {
        this.likelihood = likelihood;
        this.cells = likelihood.cells;
        this.mass = new double[cells];
        Arrays.fill(mass, 1.0 / cells);
    }

    /** Runs until D_j ≤ C_j (1 + tolerance) for every cell, or {@code limit} rounds. */
    void run(double tolerance, int limit) {
        likelihood.evaluate(mass);
        expectationStep();
        for (iterations = 0; iterations < limit; iterations++) {
            likelihood.evaluate(mass);
            violation = likelihood.violation();
            if (violation <= tolerance) {
                return;
            }
            convexMinorantStep();
            for (int i = 0; i < EM_STEPS; i++) {
                likelihood.evaluate(mass);
                expectationStep();
            }
        }
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
    }

    private void convexMinorantStep() {
        double before = likelihood.logLikelihood(mass);
        double[] target = minorant();
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
            if (likelihood.logLikelihood(trial) > before) {
                mass = trial;
                return;
            }
            step /= 2;
        }
    }

    /** For each cause the weighted isotonic regression of Newton steps of its cumulative masses. */
    private double[] minorant() {
        double[] slope = new double[cells];
        for (int j = 0; j < cells; j++) {
            slope[j] = likelihood.gain[j] - likelihood.cost[j];
        }
        double[] curvature = curvature();
        double[] target = new double[cells];
        for (int k = 0; k + 1 < likelihood.causeStart.length; k++) {
            isotonic(likelihood.causeStart[k], likelihood.causeStart[k + 1], slope, curvature, target);
        }
        return target;
    }

    /** Minus the diagonal of the Hessian in the cumulative mass after each slot, entries left out (they are convex). */
    private double[] curvature() {
        double[] curvature = new double[cells];
        int[] startOf = new int[cells];
        for (int k = 0; k + 1 < likelihood.causeStart.length; k++) {
            Arrays.fill(startOf, likelihood.causeStart[k], likelihood.causeStart[k + 1], likelihood.causeStart[k]);
        }
        for (int i = 0; i < likelihood.runFrom.length; i++) {
            addRun(
                    curvature,
                    startOf,
                    likelihood.runFrom[i],
                    likelihood.runTo[i],
                    likelihood.runWeight[i] / (likelihood.runMass[i] * likelihood.runMass[i]));
        }
        for (int j = 0; j < cells; j++) {
            if (likelihood.point[j] > 0) {
                addRun(curvature, startOf, j, j, likelihood.point[j] / (mass[j] * mass[j]));
            }
        }
        addCensored(curvature);
        return curvature;
    }

    private static void addRun(double[] curvature, int[] startOf, int from, int to, double value) {
        curvature[to] += value;
        if (from > startOf[from]) {
            curvature[from - 1] += value;
        }
    }

    private void addCensored(double[] curvature) {
        double[] upTo = new double[cells + 1];
        for (int r = 0; r < cells; r++) {
            double u = likelihood.tail[r];
            upTo[r + 1] = upTo[r] + (likelihood.censored[r] > 0 ? likelihood.censored[r] / (u * u) : 0);
        }
        for (int k = 0; k + 1 < likelihood.causeStart.length; k++) {
            int last = likelihood.causeStart[k + 1] - 1;
            for (int j = likelihood.causeStart[k]; j < last; j++) {
                curvature[j] += upTo[likelihood.place[j + 1] + 1] - upTo[likelihood.place[j] + 1];
            }
            curvature[last] += upTo[likelihood.place[last] + 1];
        }
    }

    /** Pools adjacent violators of cumulative Newton targets in slots [from, to) and writes the masses. */
    private void isotonic(int from, int to, double[] slope, double[] curvature, double[] target) {
        int count = to - from;
        double[] level = new double[count];
        double[] weight = new double[count];
        int[] end = new int[count];
        double largest = 0;
        for (int j = from; j < to; j++) {
            largest = Math.max(largest, curvature[j]);
        }
        double floor = largest > 0 ? largest * 1e-12 : 1;
        int pools = 0;
        double cumulative = 0;
        for (int j = from; j < to; j++) {
            cumulative += mass[j];
            double w = Math.max(floor, curvature[j]);
            double value = cumulative + (slope[j] - (j + 1 < to ? slope[j + 1] : 0)) / w;
            while (pools > 0 && level[pools - 1] >= value) {
                pools--;
                value = (level[pools] * weight[pools] + value * w) / (weight[pools] + w);
                w += weight[pools];
            }
            level[pools] = value;
            weight[pools] = w;
            end[pools++] = j;
        }
        double reached = 0;
        int start = from;
        for (int p = 0; p < pools; p++) {
            double now = Math.max(0, level[p]);
            target[start] = now - reached;
            Arrays.fill(target, start + 1, end[p] + 1, 0);
            reached = now;
            start = end[p] + 1;
        }
    }
}
