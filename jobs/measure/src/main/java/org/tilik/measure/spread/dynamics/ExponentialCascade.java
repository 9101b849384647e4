// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

/**
 * What a cascade of one root is expected to become in closed form, for an exponential kernel.
 *
 * <pre>
 * m(t) = n* β e^{−(1 − n*) β t}             expected later copies per hour, t hours after the root
 * total offspring                            n* / (1 − n*)
 * share of them later than d hours           e^{−(1 − n*) β d}    all of these fall away if the whole cascade stops at d
 * share of direct offspring later than d     e^{−β d}             with all of their own: if only the root goes at d
 * half-life                                  ln 2 / ((1 − n*) β)
 * </pre>
 *
 * <p>Scenarios of the model, not findings about what a removal did. Numbers of a supercritical cascade (n* ≥ 1) are
 * infinite or not defined (NaN). m(t) follows from the renewal equation of Hawkes and Oakes 1974, doi:10.2307/3212693;
 * shares after removal in the sense of Schneider and Rizoiu 2023, doi:10.1073/pnas.2307360120.
 *
 * @param branchingRatio n*
 * @param beta β per hour
 */
public record ExponentialCascade(double branchingRatio, double beta) {

    /** Refuses a negative branching ratio and a rate that is not above 0. */
    public ExponentialCascade {
        if (!(branchingRatio >= 0) || !(beta > 0)) {
            throw new IllegalArgumentException(
                    "The branching ratio is " + branchingRatio + ", the rate " + beta + " per hour.");
        }
    }

    /** Expected later copies per hour, {@code hours} after the root. */
    public double ratePerHour(double hours) {
        return branchingRatio * beta * later(hours);
    }

    /** Expected copies after the root, direct or not. */
    public double totalOffspring() {
        return branchingRatio < 1 ? branchingRatio / (1 - branchingRatio) : Double.POSITIVE_INFINITY;
    }

    /** Hours after which half of the expected copies have come. */
    public double halfLifeHours() {
        return branchingRatio < 1 ? Math.log(2) / ((1 - branchingRatio) * beta) : Double.NaN;
    }

    /** The expected share of copies that would be averted if every copy stopped being passed on after so many hours. */
    public double avertedShareIfAllStop(double hours) {
        return branchingRatio < 1 ? later(hours) : Double.NaN;
    }

    /** The expected share of copies that would be averted if only the root went after so many hours. */
    public double avertedShareIfRootGoes(double hours) {
        return branchingRatio < 1 ? Math.exp(-beta * hours) : Double.NaN;
    }

    private double later(double hours) {
        return Math.exp(-(1 - branchingRatio) * beta * hours);
    }
}
