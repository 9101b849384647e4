// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import java.util.List;
import java.util.Set;

/**
 * Fitted processes of several kinds that are associated in time.
 *
 * @param model the model at its most likely parameters
 * @param offspring α with Wald intervals, taken on logarithms from the observed information of all parameters above 0;
 *     one that is most likely 0 is 0 and has no interval (NaN)
 * @param beta β with its Wald interval
 * @param spectralRadius the largest absolute eigenvalue of α; from 1 on the process explodes
 * @param attributedShares by kind: the share of its events that the model attributes to the outside (first), then to
 *     earlier events of each kind; they add up to 1. An association, not what made them happen
 * @param fits how the times of each kind look on the model's own scale
 * @param events by kind, how many entered the likelihood
 * @param ties how many events have the recorded time of another, which is not taken as their source
 * @param leftOut how many events came after the end of their sequence
 */
public record MutualFit(
        MutualModel model,
        List<List<ParameterEstimate>> offspring,
        ParameterEstimate beta,
        double logLikelihood,
        double spectralRadius,
        List<List<Double>> attributedShares,
        List<GoodnessOfFit> fits,
        List<Integer> events,
        int ties,
        int leftOut,
        Set<HawkesCaveat> caveats) {

    /** Copies the lists. */
    public MutualFit {
        offspring = offspring.stream().map(List::copyOf).toList();
        attributedShares = attributedShares.stream().map(List::copyOf).toList();
        fits = List.copyOf(fits);
        events = List.copyOf(events);
        caveats = Set.copyOf(caveats);
    }

    /** The share of events of kind {@code i} that the model attributes to earlier ones of kind {@code j}. */
    public double attributedShare(int i, int j) {
        return attributedShares.get(i).get(j + 1);
    }
}
