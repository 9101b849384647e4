// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import org.tilik.measure.removal.RemovalData;

/** Sums up what each row contributes to a vector of statistics, family by family, and their covariance. */
final class FamilySums {

    private final FamilyUnits units;
    private final double[][] byFamily;
    private final double[][] single;

    FamilySums(FamilyUnits units, int statistics) {
        this.units = units;
        this.byFamily = new double[units.count()][statistics];
        this.single = new double[statistics][statistics];
    }

    int statistics() {
        return single.length;
    }

    /** Adds a row, each of whose items contributes {@code contribution}. */
    void add(RemovalData data, int row, double[] contribution) {
        add(data.family(row), data.weight(row), contribution);
    }

    /** Adds {@code weight} items of one family, −1 = none. */
    void add(int family, double weight, double[] contribution) {
        int unit = units.index(family);
        if (unit < 0) {
            addSquare(single, contribution, weight);
        } else {
            for (int g = 0; g < contribution.length; g++) {
                byFamily[unit][g] += weight * contribution[g];
            }
        }
    }

    /** Σ over families, and items without one, of the outer product of their sums. */
    double[][] covariance() {
        double[][] covariance = new double[single.length][];
        for (int g = 0; g < single.length; g++) {
            covariance[g] = single[g].clone();
        }
        for (double[] family : byFamily) {
            addSquare(covariance, family, 1);
        }
        return covariance;
    }

    private static void addSquare(double[][] sum, double[] u, double weight) {
        for (int g = 0; g < u.length; g++) {
            for (int h = 0; h < u.length; h++) {
                sum[g][h] += weight * u[g] * u[h];
            }
        }
    }
}
