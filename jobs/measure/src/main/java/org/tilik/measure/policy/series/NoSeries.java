// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

/** Why the data say nothing of a change. */
public enum NoSeries {
    /** Fewer weeks before the intervention have data than are asked for. */
    FEW_WEEKS_BEFORE("too few weeks before the intervention have data"),
    /** Fewer weeks after the intervention have data than are asked for. */
    FEW_WEEKS_AFTER("too few weeks after the intervention have data"),
    /** Enough weeks have data, but too few of them rest on as many items as are asked for. */
    THIN_WEEKS("too few weeks rest on enough items"),
    /** Fewer items were posted before, or after, than are asked for. */
    FEW_ITEMS("too few items were posted before or after the intervention"),
    /** How the data were collected changed at the time of the intervention: the two cannot be told apart. */
    BREAK_AT_INTERVENTION("how the data were collected changed at the time of the intervention"),
    /** A season is to be taken out, and the series is shorter than two years. */
    SHORT_FOR_SEASON("the series is shorter than the two years that a season needs"),
    /** The terms of the model follow from each other on these weeks. */
    COLLINEAR("the terms of the model cannot be told apart on these weeks"),
    /** The model leaves nothing unexplained, such as where every value is 0: no interval can be had. */
    NO_RESIDUAL_VARIATION("every week has the value of the line, so that nothing is left for an interval"),
    /** Only bounds are known, and the measure needs values. */
    BOUNDS_ONLY("only bounds are known for some weeks"),
    /** Too few dates before the intervention could have been one. */
    FEW_PLACEBO_DATES("too few earlier weeks could have been the date"),
    /** The likelihood was not maximised to full precision. */
    NOT_CONVERGED("the likelihood was not maximised to full precision");

    private final String reason;

    NoSeries(String reason) {
        this.reason = reason;
    }

    /** The reason as a clause, such as {@code too few weeks rest on enough items}. */
    public String reason() {
        return reason;
    }
}
