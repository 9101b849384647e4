// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import java.util.Arrays;
import java.util.List;

/** Times of each kind on the scale of its expected number; sequences are laid end to end as in {@link TimeRescaling}. */
final class MutualRescaling {

    private final MutualModel model;
    private final boolean firstGiven;
    /** Expected by kind since its last event. */
    private final double[] carried;

    private final double[][] increments;
    private final int[] sizes;

    private MutualRescaling(MutualModel model, boolean firstGiven, int[] counts) {
        this.model = model;
        this.firstGiven = firstGiven;
        this.carried = new double[model.kinds()];
        this.sizes = new int[model.kinds()];
        this.increments = new double[model.kinds()][];
        Arrays.setAll(increments, i -> new double[counts[i]]);
    }

    static double[][] increments(MutualModel model, List<MarkedEvents> sequences, Immigration immigration) {
        int[] counts = new int[model.kinds()];
        for (MarkedEvents events : sequences) {
            for (int k = 0; k < events.size(); k++) {
                counts[events.kind(k)]++;
            }
        }
        MutualRescaling rescaling = new MutualRescaling(model, immigration.firstGiven(), counts);
        sequences.forEach(rescaling::add);
        double[][] found = new double[model.kinds()][];
        Arrays.setAll(found, i -> Arrays.copyOf(rescaling.increments[i], rescaling.sizes[i]));
        return found;
    }

    private void add(MarkedEvents events) {
        if (events.size() == 0 && firstGiven) {
            return;
        }
        double[] decayed = new double[model.kinds()];
        double now = firstGiven ? events.time(0) : 0;
        for (int k = 0; k < events.size(); k++) {
            pass(events.time(k) - now, decayed);
            now = events.time(k);
            int kind = events.kind(k);
            if (k > 0 || !firstGiven) {
                increments[kind][sizes[kind]++] = carried[kind];
                carried[kind] = 0;
            }
            decayed[kind]++;
        }
        pass(events.end() - now, decayed);
    }

    private void pass(double hours, double[] decayed) {
        double decay = Math.exp(-model.beta() * hours);
        for (int i = 0; i < carried.length; i++) {
            carried[i] += model.rates().get(i) * hours;
            for (int j = 0; j < carried.length; j++) {
                carried[i] += model.offspring().get(i).get(j) * decayed[j] * (1 - decay);
            }
        }
        for (int j = 0; j < carried.length; j++) {
            decayed[j] *= decay;
        }
    }
}
