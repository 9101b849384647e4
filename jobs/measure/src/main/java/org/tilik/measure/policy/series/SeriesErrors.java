// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

/** What intervals of changes make of neighbouring weeks that are alike. */
public enum SeriesErrors {
    /** Autoregressive errors of the first order, averaged over what the weeks leave open of their autocorrelation. */
    AUTOREGRESSION,
    /** Student's t with the errors of Newey and West, which are too narrow where weeks are few or alike. */
    NEWEY_WEST
}
