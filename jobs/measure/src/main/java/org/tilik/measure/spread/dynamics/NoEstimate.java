// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

/** Why the data give no estimate. */
public enum NoEstimate {
    /** Fewer events than were asked for follow a root, or in all where no root is given. */
    FEW_EVENTS("too few events"),
    /** No sequence was watched for any time. */
    NO_FOLLOW_UP("no sequence was watched for any time"),
    /** Two events of a sequence have one time: their order, and any lag between them, is not known. */
    TIED_TIMES("some events of a sequence have the same time"),
    /** The kernel needs every pair of events, and there are more pairs than the stated limit. */
    TOO_MANY_PAIRS("more pairs of events than the kernel can be evaluated on"),
    /** The likelihood is largest where no event follows from another: the branching ratio lies at 0. */
    NO_EXCITATION("the likelihood is largest at a branching ratio of 0"),
    /** The likelihood is largest without immigration: the model without it is the one to fit. */
    NO_IMMIGRATION("the likelihood is largest at an immigration of 0"),
    /** The likelihood grows to the end of what the kernel's parameters may be: their scale is not identified. */
    KERNEL_AT_BOUNDARY("the likelihood grows to the end of the range of the kernel's parameters"),
    /** The likelihood grows to the end of what the rate may be. */
    RATE_AT_BOUNDARY("the likelihood grows to the end of the range of the branching ratio or of immigration"),
    /** No start of the search came to a maximum. */
    NOT_CONVERGED("the likelihood was not maximised to full precision"),
    /** Nobody who could have passed it on was there: the total infectiousness of the window is 0. */
    NO_INFECTIOUSNESS("no earlier event could have led to one in the window"),
    /** What could have passed it on in the window is worth so little that the prior would decide. */
    LITTLE_INFECTIOUSNESS("too few earlier events could have led to one in the window"),
    /** Too few copies have a known parent at an earlier time for a generation interval from their lags. */
    FEW_PARENT_LAGS("too few copies have a known earlier parent");

    private final String reason;

    NoEstimate(String reason) {
        this.reason = reason;
    }

    /** The reason as a clause, such as {@code too few events}. */
    public String reason() {
        return reason;
    }
}
