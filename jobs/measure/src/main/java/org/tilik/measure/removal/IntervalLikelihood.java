// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.Arrays;

/**
 * The log-likelihood of masses on one block of cells, with its derivatives, in O(observations + cells).
 *
 * <pre>
 * l(s) = Σ_events w log P_i + Σ_censored w log U(seen) − Σ_entries w log U(entry)
 * P_i  = Σ of s over the cells the event can lie in (of its cause, contiguous: a run)
 * U(r) = Σ of s over the cells from place r on, in the order of time
 * D_j  = ∂/∂s_j of the first two sums           C_j = ∂/∂s_j of the last one
 * </pre>
 *
 * <p>Masses live in slots, ordered by cause and then time, so that a run is a range of slots; {@code place} says where
 * a slot stands in time. Gentleman and Geyer, Maximum likelihood for interval censored data: consistency and
 * computation, 1994, doi:10.1093/biomet/81.3.618: s is the maximum when D_j ≤ C_j for every cell.
 */
final class IntervalLikelihood {

    final int cells;
    /** Place in time of each slot, and the slot at each place. */
    final int[] place;

    final int[] slotAt;
    /** First slot of each cause that is present, then the end of the last; the tail belongs to none. */
    final int[] causeStart;

    /** Slot of the mass never seen gone, −1 where there is none. */
    final int tailSlot;

    final double[] point;
    final int[] runFrom;
    final int[] runTo;
    final double[] runWeight;
    /** By place: items that must lie at or after it, and items whose entry lies just before it. */
    final double[] censored;

    final double[] entering;

    /** U by place (one more, 0), D and C by slot, P by run: state of the last {@link #evaluate}. */
    final double[] tail;

    final double[] gain;
    final double[] cost;
    final double[] runMass;
    private final double[] prefix;

    IntervalLikelihood(
            int[] place,
            int[] causeStart,
            int tailSlot,
            double[] point,
            int[] runFrom,
            int[] runTo,
            double[] runWeight,
            double[] censored,
            double[] entering) {
        this.cells = place.length;
        this.place = place;
        this.causeStart = causeStart;
        this.tailSlot = tailSlot;
        this.point = point;
        this.runFrom = runFrom;
        this.runTo = runTo;
        this.runWeight = runWeight;
        this.censored = censored;
        this.entering = entering;
        this.slotAt = new int[cells];
        for (int slot = 0; slot < cells; slot++) {
            slotAt[place[slot]] = slot;
        }
        this.tail = new double[cells + 1];
        this.gain = new double[cells];
        this.cost = new double[cells];
        this.runMass = new double[runFrom.length];
        this.prefix = new double[cells + 1];
    }

    /** Items in the block. */
    double items() {
        double sum = 0;
        for (double w : entering) {
            sum += w;
        }
        return sum;
    }

    /** The log-likelihood of {@code mass}, −∞ if it gives some observation no probability. Sets P and U only. */
    double logLikelihood(double[] mass) {
        accumulate(mass);
        return sum(mass);
    }

    private double sum(double[] mass) {
        LogSum sum = new LogSum();
        double net = 0;
        for (int j = 0; j < cells; j++) {
            if (point[j] > 0) {
                sum.add(point[j], mass[j]);
            }
            if (tail[j] == 0 && (censored[j] > 0 || entering[j] > 0)) {
                return Double.NEGATIVE_INFINITY;
            }
            net += censored[j] - entering[j];
            // Cells without mass leave U as it is; one logarithm does for all of them.
            if (net != 0 && tail[j + 1] != tail[j]) {
                sum.add(net, tail[j]);
                net = 0;
            }
        }
        for (int i = 0; i < runMass.length; i++) {
            if (!(runMass[i] > 0)) {
                return Double.NEGATIVE_INFINITY;
            }
            sum.add(runWeight[i], runMass[i]);
        }
        double total = sum.total();
        return Double.isNaN(total) ? Double.NEGATIVE_INFINITY : total;
    }

    /** The log-likelihood of the masses that were evaluated last. */
    double evaluatedLogLikelihood(double[] mass) {
        return sum(mass);
    }

    /** Sets P, U, D and C for {@code mass}. */
    void evaluate(double[] mass) {
        accumulate(mass);
        Arrays.fill(gain, 0);
        for (int i = 0; i < runMass.length; i++) {
            double share = runWeight[i] / runMass[i];
            gain[runFrom[i]] += share;
            if (runTo[i] + 1 < cells) {
                gain[runTo[i] + 1] -= share;
            }
        }
        double running = 0;
        for (int j = 0; j < cells; j++) {
            running += gain[j];
            gain[j] = running + (point[j] > 0 ? point[j] / mass[j] : 0);
        }
        double seen = 0;
        double entered = 0;
        for (int r = 0; r < cells; r++) {
            seen += censored[r] > 0 ? censored[r] / tail[r] : 0;
            entered += entering[r] > 0 ? entering[r] / tail[r] : 0;
            gain[slotAt[r]] += seen;
            cost[slotAt[r]] = entered;
        }
    }

    private void accumulate(double[] mass) {
        for (int j = 0; j < cells; j++) {
            prefix[j + 1] = prefix[j] + mass[j];
        }
        tail[cells] = 0;
        for (int r = cells - 1; r >= 0; r--) {
            tail[r] = tail[r + 1] + mass[slotAt[r]];
        }
        for (int i = 0; i < runMass.length; i++) {
            runMass[i] = prefix[runTo[i] + 1] - prefix[runFrom[i]];
        }
    }

    /** The largest (D_j − C_j) / C_j: at most 0 at the maximum. */
    double violation() {
        double worst = 0;
        for (int j = 0; j < cells; j++) {
            worst = Math.max(worst, gain[j] / cost[j] - 1);
        }
        return worst;
    }
}
