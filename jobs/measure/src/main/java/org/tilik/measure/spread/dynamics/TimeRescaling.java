// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import java.util.Arrays;
import java.util.List;

/**
 * Times of events on the scale of the model's expected number, on which they come at rate 1 if the model holds.
 *
 * <p>Sequences are laid end to end: what was expected between the last event of one and its end runs on into the next,
 * so that increments stay independent unit exponentials although sequences end and cascades die out; what is left
 * after the last event of all is no increment. Papangelou 1972; Brown et al., The time-rescaling theorem, 2002,
 * doi:10.1162/08997660252741149.
 */
final class TimeRescaling {

    private TimeRescaling() {}

    /** Expected numbers of events between events, in the order of the sequences. */
    static double[] increments(HawkesModel model, List<EventSequence> sequences) {
        boolean given = model.immigration().firstGiven();
        int most = sequences.stream().mapToInt(EventSequence::size).sum();
        double[] increments = new double[most];
        int n = 0;
        double carried = 0;
        for (EventSequence events : sequences) {
            Expected expected = model.kernel() instanceof Kernel.Exponential e
                    ? new ExponentialExpected(model, e, events)
                    : new PairExpected(model, events);
            for (int i = 0; i < events.size(); i++) {
                double more = expected.upTo(events.time(i), i);
                if (i == 0 && given) {
                    continue;
                }
                increments[n++] = carried + more;
                carried = 0;
            }
            carried += events.size() == 0 && given ? 0 : expected.upTo(events.end(), events.size());
        }
        return Arrays.copyOf(increments, n);
    }

    /** What is expected from the last time asked for up to the next. */
    private interface Expected {

        /** Up to {@code time}, when {@code before} events have been. */
        double upTo(double time, int before);
    }

    /** Without an event before, a sequence whose first is given expects nothing. */
    private static double immigrants(HawkesModel model, double hours, int before) {
        return before == 0 && model.immigration().firstGiven() ? 0 : model.rate() * hours;
    }

    /** What all earlier events still have before them decays by one factor. */
    private static final class ExponentialExpected implements Expected {

        private final HawkesModel model;
        private final double beta;
        private final EventSequence events;
        private double last;
        /** Σ e^{−β(last − t_j)} over events up to last. */
        private double decayed;

        ExponentialExpected(HawkesModel model, Kernel.Exponential kernel, EventSequence events) {
            this.model = model;
            this.beta = kernel.beta();
            this.events = events;
        }

        @Override
        public double upTo(double time, int before) {
            double hours = time - last;
            double more =
                    immigrants(model, hours, before) + model.branchingRatio() * decayed * -Math.expm1(-beta * hours);
            decayed = decayed * Math.exp(-beta * hours) + (before < events.size() ? 1 : 0);
            last = time;
            return more;
        }
    }

    private static final class PairExpected implements Expected {

        private final HawkesModel model;
        private final EventSequence events;
        private double last;
        private double offspring;

        PairExpected(HawkesModel model, EventSequence events) {
            this.model = model;
            this.events = events;
        }

        @Override
        public double upTo(double time, int before) {
            double sum = 0;
            for (int j = 0; j < before; j++) {
                sum += model.kernel().cumulative(time - events.time(j));
            }
            double more = immigrants(model, time - last, before) + model.branchingRatio() * (sum - offspring);
            offspring = sum;
            last = time;
            return Math.max(0, more);
        }
    }
}
