// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import java.util.List;
import org.tilik.measure.removal.IntervalFit;
import org.tilik.measure.removal.IntervalNpmle;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;

/** Scores of rows under the pooled estimate. */
final class PooledScores {

    private final double[] right;
    /** S and f after the first k intervals. */
    private final double[] survival;

    private final double[] product;

    private PooledScores(IntervalFit fit, IntervalScore score) {
        int cells = fit.size();
        this.right = new double[cells];
        this.survival = new double[cells + 1];
        this.product = new double[cells + 1];
        // Summed from the end, so that S is 0 after the last interval without rounding.
        for (int l = cells - 1; l >= 0; l--) {
            right[l] = fit.upper(l);
            survival[l] = survival[l + 1] + fit.mass(l);
        }
        double hazard = 0;
        product[0] = score.product(1, 0);
        for (int l = 0; l < cells; l++) {
            hazard += survival[l] > 0 ? fit.mass(l) / survival[l] : 0;
            product[l + 1] = score.product(survival[l + 1], hazard);
        }
    }

    /** Null if the likelihood was not maximised. */
    static PooledScores of(List<Group> groups, IntervalScore score) {
        RemovalDataBuilder pooled = RemovalData.builder(List.of());
        for (Group group : groups) {
            RemovalData data = group.data();
            for (int i = 0; i < data.size(); i++) {
                pooled.add(data.entry(i), data.lower(i), data.upper(i), 0, data.weight(i));
            }
        }
        IntervalFit fit = IntervalNpmle.turnbull(pooled.build().collapsed());
        return fit.converged() ? new PooledScores(fit, score) : null;
    }

    double of(RemovalData data, int i) {
        double l = data.lower(i);
        int from = l == data.upper(i) ? countBefore(l) : countUpTo(l);
        if (data.isCensored(i)) {
            return -product[from] / survival[from];
        }
        int to = countUpTo(data.upper(i));
        return (product[to] - product[from]) / (survival[from] - survival[to]);
    }

    private int countUpTo(double t) {
        int k = countBefore(t);
        while (k < right.length && right[k] <= t) {
            k++;
        }
        return k;
    }

    private int countBefore(double t) {
        int low = 0;
        int high = right.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (right[middle] < t) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
