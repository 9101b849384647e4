// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

/** What a reader of an estimate must know before using it. */
public enum Caveat {
    /** No item was under observation for any time. */
    NO_FOLLOW_UP,
    /** No item went. */
    NO_EVENTS,
    /** Some results hold only for items still visible when enough of them were under observation. */
    LEFT_TRUNCATED,
    /** The risk set fell short again, or died out, before the last item entered; quantiles beyond are not given. */
    RISK_SET_GAP,
    /** Censoring left so few items that later shares, quantiles and means would rest on a handful; they are not given. */
    THINNED_BY_CENSORING,
    /** A deadline lies after the last follow-up with items still visible. */
    DEADLINE_BEYOND_FOLLOW_UP,
    /** Some item went in a bracket around a deadline, so only bounds are known. */
    BRACKETS_STRADDLE_DEADLINE,
    /** The horizon of the mean lies after the last follow-up with items still visible, or the times are brackets. */
    MEAN_NOT_DEFINED,
    /** Intervals need resampling (brackets, or families), which was not asked for. */
    INTERVALS_NEED_BOOTSTRAP,
    /** Too few independent families (n_effective below 20) for any interval. */
    FEW_FAMILIES,
    /** The curve has too many points for resampled intervals at each. */
    CURVE_WITHOUT_INTERVALS,
    /** The likelihood was not maximised to full precision. */
    NOT_CONVERGED
}
