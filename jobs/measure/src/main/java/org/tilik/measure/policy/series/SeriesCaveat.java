// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

/** What a reader of a change must know before using it. */
public enum SeriesCaveat {
    /** Weeks on the other side of a change of collection were not used. */
    CUT_AT_COLLECTION_BREAK,
    /** Weeks that touch an excluded window were left out. */
    EXCLUDED_WEEKS,
    /** Weeks that rest on fewer items than asked for were left out. */
    THIN_WEEKS_LEFT_OUT,
    /** Some weeks between the first and the last have no data. */
    MISSING_WEEKS,
    /**
     * Fewer than 52 weeks, which say little of how alike neighbours are: where their autocorrelation is 0.8, intervals of 95 %
     * hold the truth in 91 of 100 series of 26 weeks.
     */
    SHORT_SERIES,
    /**
     * Neighbouring weeks are alike beyond the model (first autocorrelation of what is left 0.2 or more, which short series
     * understate). Intervals allow for likeness that fades from week to week, not for one that lasts.
     */
    AUTOCORRELATED,
    /** Some weeks have only bounds, so that only bounds of the change are known. */
    BOUNDS
}
