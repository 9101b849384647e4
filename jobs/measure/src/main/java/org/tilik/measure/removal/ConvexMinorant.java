// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

/**
 * A Newton step for one monotone curve: the cumulative masses of one cause, in the order of time, each scaled by its
 * own curvature, then put in order by pooling adjacent violators.
 *
 * <pre>
 * F_x → argmin Σ_x W_x (F_x − (F_x + G_x / W_x))²   subject to 0 ≤ F_1 ≤ F_2 ≤ …
 * G_x = ∂l/∂F_x,  W_x = −∂²l/∂F_x² without the entries (which are convex)
 * </pre>
 *
 * <p>Items never seen gone follow the last mass of each cause, so that a cause can grow at their expense.
 */
final class ConvexMinorant {

    private final IntervalLikelihood likelihood;
    /** Slots of the curve in the order of time: those of the cause, then the tail. */
    private final int[] slots;

    private final int first;
    private final int end;
    /** The runs of the cause: they are in the order of their slots. */
    private final int firstRun;

    private final int endRun;

    /** The k-th curve of the likelihood. */
    ConvexMinorant(IntervalLikelihood likelihood, int k) {
        this.likelihood = likelihood;
        this.first = likelihood.causeStart[k];
        this.end = likelihood.causeStart[k + 1];
        int run = 0;
        while (run < likelihood.runFrom.length && likelihood.runFrom[run] < first) {
            run++;
        }
        this.firstRun = run;
        while (run < likelihood.runFrom.length && likelihood.runFrom[run] < end) {
            run++;
        }
        this.endRun = run;
        boolean tailFollows = likelihood.tailSlot >= 0;
        this.slots = new int[end - first + (tailFollows ? 1 : 0)];
        for (int x = 0; x < slots.length; x++) {
            slots[x] = x < end - first ? first + x : likelihood.tailSlot;
        }
    }

    /** Masses after the step; those of other curves are kept. The likelihood is evaluated at {@code mass}. */
    double[] target(double[] mass) {
        double[] weight = curvature(mass);
        double largest = 0;
        for (double w : weight) {
            largest = Math.max(largest, w);
        }
        double floor = largest > 0 ? largest * 1e-12 : 1;
        double[] level = new double[slots.length];
        double[] pooled = new double[slots.length];
        int[] last = new int[slots.length];
        int pools = 0;
        double cumulative = 0;
        for (int x = 0; x < slots.length; x++) {
            cumulative += mass[slots[x]];
            double w = Math.max(floor, weight[x]);
            double value = cumulative + (slope(x) - (x + 1 < slots.length ? slope(x + 1) : 0)) / w;
            while (pools > 0 && level[pools - 1] >= value) {
                pools--;
                value = (level[pools] * pooled[pools] + value * w) / (pooled[pools] + w);
                w += pooled[pools];
            }
            level[pools] = value;
            pooled[pools] = w;
            last[pools++] = x;
        }
        return masses(mass, level, last, pools);
    }

    private double[] masses(double[] mass, double[] level, int[] last, int pools) {
        double[] target = mass.clone();
        double reached = 0;
        int x = 0;
        for (int p = 0; p < pools; p++) {
            double now = Math.max(0, level[p]);
            target[slots[x++]] = now - reached;
            while (x <= last[p]) {
                target[slots[x++]] = 0;
            }
            reached = now;
        }
        return target;
    }

    private double slope(int x) {
        return likelihood.gain[slots[x]] - likelihood.cost[slots[x]];
    }

    private double[] curvature(double[] mass) {
        double[] curvature = new double[slots.length];
        for (int i = firstRun; i < endRun; i++) {
            double p = likelihood.runMass[i];
            add(curvature, likelihood.runFrom[i], likelihood.runTo[i], likelihood.runWeight[i] / (p * p));
        }
        for (int slot = first; slot < end; slot++) {
            if (likelihood.point[slot] > 0) {
                add(curvature, slot, slot, likelihood.point[slot] / (mass[slot] * mass[slot]));
            }
        }
        double[] survivors = new double[likelihood.cells + 1];
        for (int r = 0; r < likelihood.cells; r++) {
            double u = likelihood.tail[r];
            survivors[r + 1] = survivors[r] + (likelihood.censored[r] > 0 ? likelihood.censored[r] / (u * u) : 0);
        }
        for (int x = 0; x < slots.length; x++) {
            double upTo = survivors[likelihood.place[slots[x]] + 1];
            curvature[x] += x + 1 < slots.length ? survivors[likelihood.place[slots[x + 1]] + 1] - upTo : upTo;
        }
        return curvature;
    }

    /** An event in slots [from, to] depends on the cumulative masses just before and at the end of them. */
    private void add(double[] curvature, int from, int to, double value) {
        curvature[to - first] += value;
        if (from > first) {
            curvature[from - first - 1] += value;
        }
    }
}
