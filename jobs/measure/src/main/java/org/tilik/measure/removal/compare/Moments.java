// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import java.util.Arrays;

/** Σ w, Σ w x and Σ w x x' over rows. */
final class Moments {

    double zeroth;
    final double[] first;
    final double[][] second;

    Moments(int p) {
        this.first = new double[p];
        this.second = new double[p][p];
    }

    void add(double w, double[] x) {
        zeroth += w;
        for (int j = 0; j < x.length; j++) {
            first[j] += w * x[j];
            for (int k = 0; k <= j; k++) {
                second[j][k] += w * x[j] * x[k];
            }
        }
    }

    void clear() {
        zeroth = 0;
        Arrays.fill(first, 0);
        for (double[] row : second) {
            Arrays.fill(row, 0);
        }
    }

    /** What is left after a share of other rows is taken away. */
    Moments less(double share, Moments other) {
        Moments rest = new Moments(first.length);
        rest.zeroth = zeroth - share * other.zeroth;
        for (int j = 0; j < first.length; j++) {
            rest.first[j] = first[j] - share * other.first[j];
            for (int k = 0; k <= j; k++) {
                rest.second[j][k] = second[j][k] - share * other.second[j][k];
            }
        }
        return rest;
    }

    double[] mean() {
        double[] mean = new double[first.length];
        for (int j = 0; j < mean.length; j++) {
            mean[j] = first[j] / zeroth;
        }
        return mean;
    }

    double covariance(int j, int k) {
        double raw = j >= k ? second[j][k] : second[k][j];
        return raw / zeroth - first[j] / zeroth * (first[k] / zeroth);
    }
}
