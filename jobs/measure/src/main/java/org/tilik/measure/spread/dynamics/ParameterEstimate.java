// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

/**
 * A positive parameter with its Wald interval, taken on the logarithm from the observed information; NaN = not defined.
 *
 * @param name with its unit, such as {@code beta_per_hour}
 */
public record ParameterEstimate(String name, double estimate, double ciLow, double ciHigh) {

    static ParameterEstimate onLogScale(String name, double log, double standardError, double z) {
        return new ParameterEstimate(
                name, Math.exp(log), Math.exp(log - z * standardError), Math.exp(log + z * standardError));
    }
}
