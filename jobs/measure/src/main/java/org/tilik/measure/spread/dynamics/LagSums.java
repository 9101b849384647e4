// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

/**
 * Sums of a kernel over the earlier events of a sequence, with their slopes by the logarithms of its parameters.
 *
 * <p>Events are visited in order: {@link #start}, then {@link #next} once an event.
 */
abstract class LagSums {

    /** Σ g(t_i − t_j) over earlier events j, per hour. */
    double sum;
    /** Its slopes. */
    final double[] slope;

    LagSums(int parameters) {
        this.slope = new double[parameters];
    }

    static LagSums of(KernelShape shape, double[] parameters) {
        return shape == KernelShape.EXPONENTIAL
                ? new ExponentialSums(parameters[0])
                : new PowerLawSums(parameters[0], parameters[1]);
    }

    abstract void start(EventSequence events);

    abstract void next(int i);

    /** G(lag), the share of lags up to this one; its slopes are written to {@code slopes}. */
    abstract double cumulative(double lag, double[] slopes);

    /** By recursion: A_i = e^{−βd}(1 + A_{i−1}) for the gap d, after Ogata 1981. */
    private static final class ExponentialSums extends LagSums {

        private final double beta;
        private EventSequence events;
        /** Σ e^{−β(t_i − t_j)}. */
        private double decayed;
        /** Σ (t_i − t_j) e^{−β(t_i − t_j)}. */
        private double weighted;

        ExponentialSums(double beta) {
            super(1);
            this.beta = beta;
        }

        @Override
        void start(EventSequence sequence) {
            events = sequence;
            decayed = 0;
            weighted = 0;
        }

        @Override
        void next(int i) {
            if (i > 0) {
                double gap = events.time(i) - events.time(i - 1);
                double decay = Math.exp(-beta * gap);
                weighted = decay * (weighted + gap * (1 + decayed));
                decayed = decay * (1 + decayed);
            }
            sum = beta * decayed;
            slope[0] = sum - beta * beta * weighted;
        }

        @Override
        double cumulative(double lag, double[] slopes) {
            double decay = Math.exp(-beta * lag);
            slopes[0] = beta * lag * decay;
            return -Math.expm1(-beta * lag);
        }
    }

    /** Over all pairs. */
    private static final class PowerLawSums extends LagSums {

        private final double theta;
        private final double c;
        private EventSequence events;

        PowerLawSums(double theta, double c) {
            super(2);
            this.theta = theta;
            this.c = c;
        }

        @Override
        void start(EventSequence sequence) {
            events = sequence;
        }

        @Override
        void next(int i) {
            sum = 0;
            slope[0] = 0;
            slope[1] = 0;
            double t = events.time(i);
            for (int j = 0; j < i; j++) {
                double lag = t - events.time(j);
                double log = Math.log1p(lag / c);
                double density = theta / (lag + c) * Math.exp(-theta * log);
                sum += density;
                slope[0] += density * (1 - theta * log);
                slope[1] += density * (theta - (1 + theta) * c / (lag + c));
            }
        }

        @Override
        double cumulative(double lag, double[] slopes) {
            double log = Math.log1p(lag / c);
            double later = Math.exp(-theta * log);
            slopes[0] = later * theta * log;
            slopes[1] = -later * theta * lag / (lag + c);
            return -Math.expm1(-theta * log);
        }
    }
}
