// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

/** The density of the lag, in hours, between a copy and one that follows from it; it integrates to 1. */
public sealed interface Kernel {

    /** The density at a lag of at least 0, per hour. */
    double density(double lag);

    /** The share of lags of at most {@code lag} hours. */
    double cumulative(double lag);

    /** The lag at which {@link #cumulative} is {@code share}, in hours; 0 ≤ share &lt; 1. */
    double quantile(double share);

    /** The median lag in hours: the mean may be infinite. */
    default double medianLag() {
        return quantile(0.5);
    }

    /** β e<sup>−βt</sup>; β per hour. */
    record Exponential(double beta) implements Kernel {

        /** Refuses rates that are not above 0. */
        public Exponential {
            if (!(beta > 0 && Double.isFinite(beta))) {
                throw new IllegalArgumentException("The rate is " + beta + " per hour, expected above 0.");
            }
        }

        @Override
        public double density(double lag) {
            return beta * Math.exp(-beta * lag);
        }

        @Override
        public double cumulative(double lag) {
            return -Math.expm1(-beta * lag);
        }

        @Override
        public double quantile(double share) {
            return -Math.log1p(-share) / beta;
        }
    }

    /**
     * θ c<sup>θ</sup> (t + c)<sup>−(1+θ)</sup> with θ &gt; 0 and c in hours.
     *
     * <p>The kernel of evently, K (t + c)<sup>−(1+θ)</sup>, is n* times this one with n* = K / (θ c<sup>θ</sup>).
     */
    record PowerLaw(double theta, double c) implements Kernel {

        /** Refuses exponents and shifts that are not above 0. */
        public PowerLaw {
            if (!(theta > 0 && c > 0 && Double.isFinite(theta) && Double.isFinite(c))) {
                throw new IllegalArgumentException(
                        "The exponent is " + theta + ", the shift " + c + " hours, expected both above 0.");
            }
        }

        @Override
        public double density(double lag) {
            return theta / (lag + c) * Math.exp(-theta * Math.log1p(lag / c));
        }

        @Override
        public double cumulative(double lag) {
            return -Math.expm1(-theta * Math.log1p(lag / c));
        }

        @Override
        public double quantile(double share) {
            return c * Math.expm1(-Math.log1p(-share) / theta);
        }
    }
}
