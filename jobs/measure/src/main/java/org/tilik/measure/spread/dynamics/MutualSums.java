// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import java.util.Arrays;
import java.util.List;

/**
 * Everything in the likelihood that depends on the kernel's rate alone. Given it, the log-likelihood of each kind is
 * concave in its own μ and α:
 *
 * <pre>
 * Σ_k log(p · x_k) − p · c        over events k of the kind; p = (μ, α_1, …), x_k = (1, Σ β e^{−β lag} by kind)
 * </pre>
 */
final class MutualSums {

    private final int kinds;
    /** By kind, one row after the other: 1 and the decayed sums, and their slopes by log β. */
    private final double[][] factors;

    private final double[][] slopes;
    private final int[] sizes;
    /** Hours of immigration, then the expected share of offspring before the end, by kind; and slopes by log β. */
    private final double[] expected;

    private final double[] expectedSlopes;

    MutualSums(List<MarkedEvents> sequences, int kinds, Immigration immigration, double beta) {
        this.kinds = kinds;
        this.sizes = new int[kinds];
        this.factors = new double[kinds][];
        this.slopes = new double[kinds][];
        this.expected = new double[kinds + 1];
        this.expectedSlopes = new double[kinds + 1];
        int[] counts = new int[kinds];
        for (MarkedEvents events : sequences) {
            for (int k = 0; k < events.size(); k++) {
                counts[events.kind(k)]++;
            }
        }
        for (int i = 0; i < kinds; i++) {
            factors[i] = new double[counts[i] * (kinds + 1)];
            slopes[i] = new double[counts[i] * (kinds + 1)];
        }
        for (MarkedEvents events : sequences) {
            add(events, immigration.firstGiven(), beta);
        }
    }

    private void add(MarkedEvents events, boolean firstGiven, double beta) {
        if (events.size() == 0 && firstGiven) {
            return;
        }
        expected[0] += events.end() - (firstGiven ? events.time(0) : 0);
        double[] decayed = new double[kinds];
        double[] weighted = new double[kinds];
        double now = 0;
        int from = 0;
        while (from < events.size()) {
            double time = events.time(from);
            double decay = Math.exp(-beta * (time - now));
            for (int j = 0; j < kinds; j++) {
                weighted[j] = decay * (weighted[j] + (time - now) * decayed[j]);
                decayed[j] *= decay;
            }
            now = time;
            int to = from;
            for (; to < events.size() && events.time(to) == time; to++) {
                if (to > 0 || !firstGiven) {
                    record(events.kind(to), decayed, weighted, beta);
                }
            }
            // Only now do these events count as earlier ones.
            for (int k = from; k < to; k++) {
                decayed[events.kind(k)]++;
                double left = events.end() - time;
                double later = Math.exp(-beta * left);
                expected[events.kind(k) + 1] -= Math.expm1(-beta * left);
                expectedSlopes[events.kind(k) + 1] += beta * left * later;
            }
            from = to;
        }
    }

    private void record(int kind, double[] decayed, double[] weighted, double beta) {
        int at = sizes[kind]++ * (kinds + 1);
        factors[kind][at] = 1;
        for (int j = 0; j < kinds; j++) {
            factors[kind][at + 1 + j] = beta * decayed[j];
            slopes[kind][at + 1 + j] = beta * decayed[j] - beta * beta * weighted[j];
        }
    }

    /** Events of a kind that enter the likelihood. */
    int size(int kind) {
        return sizes[kind];
    }

    /** What is expected per unit of each parameter. */
    double expected(int parameter) {
        return expected[parameter];
    }

    double value(int kind, double[] p) {
        double value = 0;
        for (int k = 0; k < sizes[kind]; k++) {
            value += Math.log(intensity(kind, k, p));
        }
        for (int a = 0; a <= kinds; a++) {
            value -= p[a] * expected[a];
        }
        return value;
    }

    /** The slope by log β at fixed parameters. */
    double slopeByLogBeta(int kind, double[] p) {
        double slope = 0;
        for (int k = 0; k < sizes[kind]; k++) {
            double more = 0;
            for (int a = 1; a <= kinds; a++) {
                more += p[a] * slopes[kind][k * (kinds + 1) + a];
            }
            slope += more / intensity(kind, k, p);
        }
        for (int a = 1; a <= kinds; a++) {
            slope -= p[a] * expectedSlopes[a];
        }
        return slope;
    }

    double[] gradient(int kind, double[] p) {
        double[] gradient = new double[kinds + 1];
        for (int k = 0; k < sizes[kind]; k++) {
            double intensity = intensity(kind, k, p);
            for (int a = 0; a <= kinds; a++) {
                gradient[a] += factors[kind][k * (kinds + 1) + a] / intensity;
            }
        }
        for (int a = 0; a <= kinds; a++) {
            gradient[a] -= expected[a];
        }
        return gradient;
    }

    /** Minus the second derivatives. */
    double[][] information(int kind, double[] p) {
        double[][] information = new double[kinds + 1][kinds + 1];
        for (int k = 0; k < sizes[kind]; k++) {
            double intensity = intensity(kind, k, p);
            int at = k * (kinds + 1);
            for (int a = 0; a <= kinds; a++) {
                double part = factors[kind][at + a] / intensity / intensity;
                for (int b = 0; b <= kinds; b++) {
                    information[a][b] += part * factors[kind][at + b];
                }
            }
        }
        return information;
    }

    /** Which share of the events of a kind each parameter stands for, by the model's probabilities of their source. */
    double[] attributed(int kind, double[] p) {
        double[] shares = new double[kinds + 1];
        for (int k = 0; k < sizes[kind]; k++) {
            double intensity = intensity(kind, k, p);
            for (int a = 0; a <= kinds; a++) {
                shares[a] += p[a] * factors[kind][k * (kinds + 1) + a] / intensity;
            }
        }
        return Arrays.stream(shares).map(share -> share / sizes[kind]).toArray();
    }

    private double intensity(int kind, int k, double[] p) {
        double sum = 0;
        int at = k * (kinds + 1);
        for (int a = 0; a <= kinds; a++) {
            sum += p[a] * factors[kind][at + a];
        }
        return sum;
    }
}
