// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import java.util.Arrays;
import org.tilik.measure.removal.RemovalData;

/** Sums up what each row contributes to a vector of statistics, family by family, and their covariance. */
final class FamilySums {

    private final FamilyUnits units;
    private final double[][] byFamily;
    private final double[][] covariance;

    FamilySums(FamilyUnits units, int statistics) {
        this.units = units;
        this.byFamily = new double[units.count()][statistics];
        this.covariance = new double[statistics][statistics];
    }

    /** Adds a row, each of whose items contributes {@code contribution}. */
    void add(RemovalData data, int row, double[] contribution) {
        int family = units.of(data, row);
        if (family < 0) {
            addSquare(contribution, data.weight(row));
        } else {
            for (int g = 0; g < contribution.length; g++) {
                byFamily[family][g] += data.weight(row) * contribution[g];
            }
        }
    }

    /** Σ over families of the outer product of their sums. */
    double[][] covariance() {
        for (double[] family : byFamily) {
            addSquare(family, 1);
            Arrays.fill(family, 0);
        }
        return covariance;
    }

    private void addSquare(double[] u, double weight) {
        for (int g = 0; g < u.length; g++) {
            for (int h = 0; h < u.length; h++) {
                covariance[g][h] += weight * u[g] * u[h];
            }
        }
    }
}
