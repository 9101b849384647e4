// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether groups went equally fast: a χ² statistic, its degrees of freedom and its p value.
 *
 * @param chiSquare (observed − expected)' V⁻ (observed − expected)
 * @param df rank of V: groups compared − 1
 * @param p share of the χ² distribution above the statistic
 * @param observed (weighted) number of events of each group, in the order given
 * @param expected the same if all groups were alike
 * @param variances of observed − expected, the diagonal of V
 * @param variance what V takes as independent
 */
public record TestResult(
        double chiSquare,
        int df,
        double p,
        List<Double> observed,
        List<Double> expected,
        List<Double> variances,
        TestVariance variance) {

    /** The test, unless the statistic has no variance: then nothing was compared. */
    static Outcome<TestResult> of(double[] observed, double[] expected, double[][] covariance, TestVariance variance) {
        double[] excess = new double[observed.length];
        double[] diagonal = new double[observed.length];
        for (int g = 0; g < excess.length; g++) {
            excess[g] = observed[g] - expected[g];
            diagonal[g] = covariance[g][g];
        }
        QuadraticForm form = QuadraticForm.of(excess, covariance);
        if (form.rank() == 0) {
            return Outcome.none(Undefined.NEVER_AT_RISK_TOGETHER);
        }
        return Outcome.of(new TestResult(
                form.value(),
                form.rank(),
                chiSquareP(form.value(), form.rank()),
                boxed(observed),
                boxed(expected),
                boxed(diagonal),
                variance));
    }

    static double chiSquareP(double statistic, int df) {
        return ChiSquaredDistribution.of(df).survivalProbability(statistic);
    }

    static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
