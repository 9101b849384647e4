// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Coefficients of a proportional hazards model at the maximum of its likelihood; a secondary measure, because removal
 * hazards seldom are proportional.
 *
 * @param coefficients one for each covariate, in order
 * @param events items that went
 * @param logLikelihoodNull with all coefficients 0, up to a constant of the data
 * @param logLikelihood at the maximum, up to the same constant
 * @param wald that all coefficients are 0, by their errors
 * @param score the same by the slope at 0; absent where errors are robust
 * @param likelihoodRatio the same by the likelihood; absent where errors are robust
 * @param variance what errors take as independent
 */
public record RegressionFit(
        List<Coefficient> coefficients,
        double events,
        double logLikelihoodNull,
        double logLikelihood,
        RegressionTest wald,
        Optional<RegressionTest> score,
        Optional<RegressionTest> likelihoodRatio,
        RegressionVariance variance) {

    static Outcome<RegressionFit> of(
            RegressionData data,
            NewtonMaximum maximum,
            double[] deviation,
            double[][] covariance,
            RegressionVariance variance) {
        int p = deviation.length;
        PositiveDefinite spread = PositiveDefinite.of(covariance, PositiveDefinite.diagonal(covariance), 1e-12);
        if (spread == null) {
            return Outcome.none(Undefined.COLLINEAR_COVARIATES);
        }
        List<Coefficient> coefficients = new ArrayList<>();
        for (int j = 0; j < p; j++) {
            double estimate = maximum.beta()[j] / deviation[j];
            double error = Math.sqrt(covariance[j][j]) / deviation[j];
            coefficients.add(
                    new Coefficient(data.names().get(j), estimate, error, MeanComparison.twoSided(estimate, error)));
        }
        boolean model = variance == RegressionVariance.MODEL;
        double[][] zero = maximum.atZero().information();
        PositiveDefinite first = PositiveDefinite.of(zero, PositiveDefinite.diagonal(zero), 0);
        double gain = 2 * (maximum.atMaximum().value() - maximum.atZero().value());
        return Outcome.of(new RegressionFit(
                List.copyOf(coefficients),
                data.events(),
                maximum.atZero().value(),
                maximum.atMaximum().value(),
                RegressionTest.of(spread.quadratic(maximum.beta()), p),
                model
                        ? Optional.of(RegressionTest.of(
                                first.quadratic(maximum.atZero().score()), p))
                        : Optional.empty(),
                model ? Optional.of(RegressionTest.of(Math.max(0, gain), p)) : Optional.empty(),
                variance));
    }
}
