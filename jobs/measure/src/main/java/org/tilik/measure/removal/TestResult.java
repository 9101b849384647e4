// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether groups went equally fast: a χ² statistic, its degrees of freedom and its p value.
 *
 * <p>{@code observed} and {@code expected} are (weighted) numbers of events per group, in the order given. With fewer
 * than two groups, or no events, statistic and p are NaN and df is 0.
 */
public record TestResult(double chiSquare, int df, double p, List<Double> observed, List<Double> expected) {

    static TestResult of(double[] observed, double[] expected, double[][] covariance) {
        double[] excess = new double[observed.length];
        for (int g = 0; g < excess.length; g++) {
            excess[g] = observed[g] - expected[g];
        }
        QuadraticForm form = QuadraticForm.of(excess, covariance);
        double p = form.rank() == 0
                ? Double.NaN
                : ChiSquaredDistribution.of(form.rank()).survivalProbability(form.value());
        return new TestResult(
                form.rank() == 0 ? Double.NaN : form.value(), form.rank(), p, boxed(observed), boxed(expected));
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
