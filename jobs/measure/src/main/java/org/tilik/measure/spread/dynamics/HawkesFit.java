// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import java.util.List;
import java.util.Set;

/**
 * A fitted process.
 *
 * @param model the model at its most likely parameters
 * @param branchingRatio n* with its Wald interval
 * @param profileLow low end of the interval of n* whose other parameters are fitted again at each value (profile
 *     likelihood); 0 where no excitation at all is not excluded
 * @param profileHigh its high end; NaN where it is open
 * @param parameters all parameters in the order of the likelihood, with Wald intervals
 * @param logLikelihood the log-likelihood at the maximum
 * @param sequences how many sequences had an event
 * @param events how many events entered the likelihood; first events that are given do not
 * @param leftOut how many events came after the end of their sequence
 * @param fit how the times look on the model's own scale
 */
public record HawkesFit(
        HawkesModel model,
        ParameterEstimate branchingRatio,
        double profileLow,
        double profileHigh,
        List<ParameterEstimate> parameters,
        double logLikelihood,
        int sequences,
        int events,
        int leftOut,
        GoodnessOfFit fit,
        Set<HawkesCaveat> caveats) {

    /** Copies the lists. */
    public HawkesFit {
        parameters = List.copyOf(parameters);
        caveats = Set.copyOf(caveats);
    }

    /** The parameter of this name, such as {@code beta_per_hour}. */
    public ParameterEstimate parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No parameter " + name + " in " + parameters));
    }
}
