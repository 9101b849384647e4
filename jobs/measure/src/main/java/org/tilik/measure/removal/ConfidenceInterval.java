// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The scale on which a pointwise confidence interval of a survival share is symmetric.
 *
 * <p>With S the share, σ = std_err / S and z the normal quantile, clipped to [0, 1]:
 *
 * <pre>
 * PLAIN     S ± z S σ
 * LOG       S exp(± z σ)
 * LOG_LOG   S ^ exp(± z σ / log S)
 * </pre>
 *
 * <p>An interval that the formula cannot give (S = 0; S = 1 on the log-log scale) is NaN, never of width zero. Same
 * conventions as {@code survfit(conf.type=)} of R survival 3.5-3. Kalbfleisch and Prentice, The Statistical Analysis
 * of Failure Time Data, 2nd ed., 2002, doi:10.1002/9781118032985, section 1.4.
 */
public enum ConfidenceInterval {
    PLAIN {
        @Override
        double end(double survival, double sigma, double z) {
            return survival + z * survival * sigma;
        }
    },
    LOG {
        @Override
        double end(double survival, double sigma, double z) {
            return survival * Math.exp(z * sigma);
        }
    },
    LOG_LOG {
        @Override
        double end(double survival, double sigma, double z) {
            return survival == 1 ? Double.NaN : Math.pow(survival, Math.exp(-z * sigma / -Math.log(survival)));
        }
    };

    /** The end of the interval z standard errors from the share; z &lt; 0 gives the low end. */
    abstract double end(double survival, double sigma, double z);

    /** Low end of the interval of a survival share. */
    double low(double survival, double standardError, double z) {
        return clipped(survival, standardError, -z);
    }

    /** High end of the interval of a survival share. */
    double high(double survival, double standardError, double z) {
        return clipped(survival, standardError, z);
    }

    private double clipped(double survival, double standardError, double z) {
        if (!(survival > 0)) {
            return Double.NaN;
        }
        double end = end(survival, standardError / survival, z);
        return Double.isNaN(end) ? end : Math.min(1, Math.max(0, end));
    }

    /** The two-sided normal quantile of a confidence level, 1.96 for 0.95. */
    static double normalQuantile(double level) {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
    }
}
