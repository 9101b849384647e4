// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.Arrays;

/**
 * The likelihood of one block seen from those of its cells that may have mass, the others having none: observations that
 * can lie in the same of these cells become one, so that there are few where few cells have mass.
 */
final class ActiveCells {
    private final IntervalLikelihood whole;
    /** The active slots in ascending order; the n-th is slot n of {@link #likelihood}. */
    private final int[] slots;

    /** Of masses on the active cells; the derivatives are those of the whole block's. */
    final IntervalLikelihood likelihood;

    /** The cells of the block that have mass here; they must give every observation some probability. */
    ActiveCells(IntervalLikelihood whole, double[] mass) {
        this.whole = whole;
        this.slots = withMass(mass);
        this.likelihood = restricted();
    }

    private static int[] withMass(double[] mass) {
        int[] found = new int[mass.length];
        int count = 0;
        for (int slot = 0; slot < mass.length; slot++) {
            if (mass[slot] > 0) {
                found[count++] = slot;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** These masses of the block without the zeros. */
    double[] of(double[] mass) {
        double[] kept = new double[slots.length];
        for (int n = 0; n < slots.length; n++) {
            kept[n] = mass[slots[n]];
        }
        return kept;
    }

    /** Masses of the active cells among zeros. */
    double[] among(double[] mass) {
        double[] all = new double[whole.cells];
        for (int n = 0; n < slots.length; n++) {
            all[slots[n]] = mass[n];
        }
        return all;
    }

    private IntervalLikelihood restricted() {
        int[] slotsBefore = new int[whole.cells + 1];
        int[] placesBefore = new int[whole.cells + 1];
        double[] point = new double[slots.length];
        for (int n = 0; n < slots.length; n++) {
            slotsBefore[slots[n] + 1] = 1;
            placesBefore[whole.place[slots[n]] + 1] = 1;
            point[n] = whole.point[slots[n]];
        }
        for (int j = 0; j < whole.cells; j++) {
            slotsBefore[j + 1] += slotsBefore[j];
            placesBefore[j + 1] += placesBefore[j];
        }
        int[] place = new int[slots.length];
        for (int n = 0; n < slots.length; n++) {
            place[n] = placesBefore[whole.place[slots[n]]];
        }
        // Whoever lies at or after a place lies at or after the first active one from there on.
        double[] censored = new double[slots.length];
        double[] entering = new double[slots.length];
        for (int r = 0; r < whole.cells; r++) {
            if (placesBefore[r] < slots.length) {
                censored[placesBefore[r]] += whole.censored[r];
                entering[placesBefore[r]] += whole.entering[r];
            }
        }
        int tail = whole.tailSlot;
        boolean tailActive = tail >= 0 && slotsBefore[tail + 1] > slotsBefore[tail];
        Runs runs = new Runs(slotsBefore, point);
        return new IntervalLikelihood(
                place,
                causeStarts(slotsBefore),
                tailActive ? slots.length - 1 : -1,
                point,
                Arrays.copyOf(runs.from, runs.count),
                Arrays.copyOf(runs.to, runs.count),
                Arrays.copyOf(runs.weight, runs.count),
                censored,
                entering);
    }

    private int[] causeStarts(int[] slotsBefore) {
        int[] starts = new int[whole.causeStart.length];
        int count = 0;
        for (int start : whole.causeStart) {
            int first = slotsBefore[start];
            if (count == 0 || starts[count - 1] < first) {
                starts[count++] = first;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    /** The block's runs, in the order of their ends, as runs of active slots; those of one slot become points. */
    private final class Runs {
        private final int[] from = new int[whole.runFrom.length];
        private final int[] to = new int[whole.runFrom.length];
        private final double[] weight = new double[whole.runFrom.length];
        private int count;

        Runs(int[] slotsBefore, double[] point) {
            double[] byEnd = new double[slots.length];
            int i = 0;
            while (i < whole.runFrom.length) {
                int start = slotsBefore[whole.runFrom[i]];
                int least = slots.length;
                int most = start;
                for (; i < whole.runFrom.length && slotsBefore[whole.runFrom[i]] == start; i++) {
                    int end = slotsBefore[whole.runTo[i] + 1] - 1;
                    byEnd[end] += whole.runWeight[i];
                    least = Math.min(least, end);
                    most = Math.max(most, end);
                }
                for (int end = least; end <= most; end++) {
                    if (end == start) {
                        point[start] += byEnd[end];
                    } else if (byEnd[end] > 0) {
                        from[count] = start;
                        to[count] = end;
                        weight[count++] = byEnd[end];
                    }
                    byEnd[end] = 0;
                }
            }
        }
    }
}
