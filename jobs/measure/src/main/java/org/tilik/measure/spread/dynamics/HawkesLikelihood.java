// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import java.util.Arrays;
import java.util.List;

/** The log-likelihood of sequences of events by the logarithms of n*, of μ if there is immigration, and of the kernel. */
final class HawkesLikelihood implements SmoothFunction {

    private final List<EventSequence> sequences;
    private final KernelShape shape;
    private final Immigration immigration;

    HawkesLikelihood(List<EventSequence> sequences, KernelShape shape, Immigration immigration) {
        this.sequences = sequences;
        this.shape = shape;
        this.immigration = immigration;
    }

    /** How many parameters come before those of the kernel. */
    static int rates(Immigration immigration) {
        return immigration.isPresent() ? 2 : 1;
    }

    int parameters() {
        return rates(immigration) + shape.parameters();
    }

    @Override
    public double at(double[] logs, double[] gradient) {
        int rates = rates(immigration);
        double n = Math.exp(logs[0]);
        double mu = immigration.isPresent() ? Math.exp(logs[1]) : 0;
        double[] kernel = new double[shape.parameters()];
        for (int k = 0; k < kernel.length; k++) {
            kernel[k] = Math.exp(logs[rates + k]);
        }
        Arrays.fill(gradient, 0);
        LagSums lags = LagSums.of(shape, kernel);
        double value = 0;
        for (EventSequence events : sequences) {
            value += densities(events, lags, n, mu, gradient) - expected(events, lags, n, mu, gradient);
        }
        return value;
    }

    /** Σ log λ(t_i). */
    private double densities(EventSequence events, LagSums lags, double n, double mu, double[] gradient) {
        int rates = rates(immigration);
        double value = 0;
        lags.start(events);
        for (int i = 0; i < events.size(); i++) {
            lags.next(i);
            if (i > 0 || !immigration.firstGiven()) {
                double intensity = mu + n * lags.sum;
                value += Math.log(intensity);
                gradient[0] += n * lags.sum / intensity;
                if (rates == 2) {
                    gradient[1] += mu / intensity;
                }
                for (int k = 0; k < lags.slope.length; k++) {
                    gradient[rates + k] += n * lags.slope[k] / intensity;
                }
            }
        }
        return value;
    }

    /** ∫ λ up to the end. */
    private double expected(EventSequence events, LagSums lags, double n, double mu, double[] gradient) {
        int rates = rates(immigration);
        double immigrants = mu * immigrationHours(events);
        if (rates == 2) {
            gradient[1] -= immigrants;
        }
        double offspring = 0;
        double[] slopes = new double[shape.parameters()];
        for (int i = 0; i < events.size(); i++) {
            offspring += lags.cumulative(events.end() - events.time(i), slopes);
            for (int k = 0; k < slopes.length; k++) {
                gradient[rates + k] -= n * slopes[k];
            }
        }
        gradient[0] -= n * offspring;
        return immigrants + n * offspring;
    }

    /** The hours over which immigrants are counted. */
    double immigrationHours(EventSequence events) {
        if (!immigration.isPresent() || (immigration.firstGiven() && events.size() == 0)) {
            return 0;
        }
        return events.end() - (immigration.firstGiven() ? events.time(0) : 0);
    }
}
