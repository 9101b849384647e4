// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Proportional hazards that are constant within bands of age, in hours: rates of groups compared band by band, pooled.
 *
 * <p>The same as a Poisson regression of events on bands and covariates with the logarithm of hours as offset. Holford,
 * The analysis of rates and of survivorship using log-linear models, 1980, doi:10.2307/2529982. Exact times, items
 * independent; ages after the last edge are the last band.
 */
public final class PiecewiseRegression {

    private PiecewiseRegression() {}

    /**
     * Fits coefficients.
     *
     * @param edgeHours where bands begin, ascending from 0; the last has no end
     */
    public static Outcome<RegressionFit> fit(RegressionData data, double... edgeHours) {
        boolean ascending = IntStream.range(1, edgeHours.length).allMatch(b -> edgeHours[b - 1] < edgeHours[b]);
        if (edgeHours.length == 0 || edgeHours[0] != 0 || !ascending) {
            throw new IllegalArgumentException(
                    "The edges are " + Arrays.toString(edgeHours) + ", expected ascending hours from 0.");
        }
        if (data.events() == 0) {
            return Outcome.none(Undefined.NO_EVENTS);
        }
        if (FamilyUnits.of(data).anyShared()) {
            return Outcome.none(Undefined.FAMILIES);
        }
        RegressionData.Standardised x = data.standardised();
        if (x == null) {
            return Outcome.none(Undefined.COLLINEAR_COVARIATES);
        }
        Outcome<NewtonMaximum> maximum = NewtonMaximum.of(
                new BandLikelihood(data, x.rows(), edgeHours.clone()),
                data.names().size());
        return maximum.flatMap(
                found -> RegressionFit.of(data, found, x.deviation(), found.inverse(), RegressionVariance.MODEL));
    }
}
