// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

import java.util.ArrayList;
import java.util.List;

/** Fits a {@link Calibration} by gradient descent on weighted examples of right and wrong answers. */
final class CalibrationTraining {
    private static final int STEPS = 6000;
    private static final double DECAY = 1e-4;

    private final List<double[]> features = new ArrayList<>();
    private final List<Boolean> right = new ArrayList<>();

    void add(Scores scores, boolean isRight) {
        features.add(Calibration.features(scores));
        right.add(isRight);
    }

    int size() {
        return right.size();
    }

    Calibration fit() {
        double[] means = new double[Calibration.SIZE];
        double[] spreads = new double[Calibration.SIZE];
        standardise(means, spreads);
        double[] w = new double[Calibration.SIZE];
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = gradient(w, means, spreads);
            for (int i = 0; i < w.length; i++) {
                w[i] -= 1.0 * (gradient[i] + DECAY * w[i]);
            }
        }
        float[] plain = new float[w.length];
        double constant = w[0];
        for (int i = 1; i < w.length; i++) {
            plain[i] = (float) (w[i] / spreads[i]);
            constant -= w[i] * means[i] / spreads[i];
        }
        plain[0] = (float) constant;
        return new Calibration(plain);
    }

    private void standardise(double[] means, double[] spreads) {
        for (int i = 1; i < means.length; i++) {
            double sum = 0;
            double squares = 0;
            for (double[] x : features) {
                sum += x[i];
                squares += x[i] * x[i];
            }
            means[i] = sum / features.size();
            spreads[i] = Math.sqrt(Math.max(1e-6, squares / features.size() - means[i] * means[i]));
        }
        spreads[0] = 1;
    }

    private double[] gradient(double[] w, double[] means, double[] spreads) {
        double[] gradient = new double[w.length];
        for (int n = 0; n < features.size(); n++) {
            double[] x = features.get(n);
            double sum = w[0];
            for (int i = 1; i < w.length; i++) {
                sum += w[i] * (x[i] - means[i]) / spreads[i];
            }
            double error = 1 / (1 + Math.exp(-sum)) - (right.get(n) ? 1 : 0);
            gradient[0] += error;
            for (int i = 1; i < w.length; i++) {
                gradient[i] += error * (x[i] - means[i]) / spreads[i];
            }
        }
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] /= features.size();
        }
        return gradient;
    }
}
