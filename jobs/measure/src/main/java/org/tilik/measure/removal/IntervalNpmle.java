// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

/**
 * The nonparametric maximum likelihood estimate of when items went, in hours, from brackets, exact times and censored
 * rows together, with late entry; over all causes (Turnbull) or by cause.
 *
 * <p>A bracket is (L, R], entry conditions on T &gt; entry. Over all causes: Turnbull, The empirical distribution
 * function with arbitrarily grouped, censored and truncated data, 1976, doi:10.1111/j.2517-6161.1976.tb01597.x. By
 * cause, masses s_jk on (innermost intervals of cause k): Hudgens, Satten and Longini, Nonparametric maximum
 * likelihood estimation for competing risks survival data subject to interval censoring and truncation, 2001,
 * doi:10.1111/j.0006-341X.2001.00074.x.
 */
public final class IntervalNpmle {

    /** Largest relative violation of the optimality condition that counts as converged. */
    static final double TOLERANCE = 1e-9;

    /**
     * The same for the curve of a bootstrap sample, whose quantiles are read where it may be flat: crossings closer
     * than this to a quantile count.
     */
    static final double RESAMPLED_CURVE_TOLERANCE = 1e-6;

    /**
     * The same for the deadline shares of a bootstrap sample. The log-likelihood is then below its maximum by less than
     * 0.0001 for each item; the ends of percentile intervals move by less than 0.001, mostly by less than 0.000001.
     */
    static final double RESAMPLED_SHARE_TOLERANCE = 1e-4;

    private IntervalNpmle() {}

    /** The estimate over all causes. */
    public static IntervalFit turnbull(RemovalData data) {
        return new IntervalProblem(data.withoutCauses()).fit(TOLERANCE);
    }

    /** The estimate by cause; over all causes when the data name none. */
    public static IntervalFit byCause(RemovalData data) {
        return new IntervalProblem(data).fit(TOLERANCE);
    }
}
