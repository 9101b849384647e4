// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

/** Why the data do not give a number that was asked for. */
public enum Undefined {
    /** Fewer than two groups have items under observation. */
    FEWER_THAN_TWO_GROUPS("fewer than two groups have items under observation"),
    /** No item went, or none by the cause asked for. */
    NO_EVENTS("no item went"),
    /** No item went while two groups had items at risk, so nothing was compared. */
    NEVER_AT_RISK_TOGETHER("no item went while two groups had items at risk"),
    /** Some item went in a bracket, and the measure needs exact times. */
    BRACKETS("some item went in a bracket, and the measure needs exact times"),
    /** All times are exact, and the measure would repeat what the one for exact times says. */
    EXACT_TIMES("all times are exact, so that the tests for exact times say it"),
    /** Some bracket reaches over the edge of a band of hours, so that its event belongs to no one band. */
    BRACKETS_OVER_BANDS("some bracket reaches over the edge of a band"),
    /** Some item came under observation late, and the measure needs items watched from the start. */
    LATE_ENTRY("some item entered late, and the measure needs items watched from the start"),
    /** Nobody was at risk for a while, so that what came before cannot be joined to what came after. */
    RISK_SET_GAP("nobody was at risk for a while before the last item entered"),
    /** The horizon lies after the follow-up that all groups have in common. */
    HORIZON_BEYOND_FOLLOW_UP("the horizon lies after the largest follow-up that all groups have"),
    /** Some family has more than one item, and the measure takes items as independent. */
    FAMILIES("some family has more than one item, and the measure takes items as independent"),
    /** Some family has items in more than one group, so that groups cannot be exchanged family by family. */
    FAMILIES_SPAN_GROUPS("some family has items in more than one group"),
    /** Too few independent families (effective number below 20) for an error that holds. */
    FEW_FAMILIES("fewer than 20 families, by effective number"),
    /** Some weight is no whole number, and the measure counts items one by one. */
    FRACTIONAL_WEIGHTS("some weight is no whole number of items"),
    /** Some covariate does not vary, or follows from the others. */
    COLLINEAR_COVARIATES("some covariate does not vary, or follows from the others"),
    /** Some combination of covariates orders all events, so that the likelihood grows without end. */
    SEPARATION("some combination of covariates orders all events: the estimate is infinite"),
    /** The likelihood was not maximised to full precision. */
    NOT_CONVERGED("the likelihood was not maximised to full precision");

    private final String reason;

    Undefined(String reason) {
        this.reason = reason;
    }

    /** The reason as a clause, such as {@code no item went}. */
    public String reason() {
        return reason;
    }
}
