// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

/** What the variance of a test statistic takes as independent. */
public enum TestVariance {
    /** Items, at each time a draw without replacement from the risk set. */
    HYPERGEOMETRIC,
    /** Families: sums of each family's contributions, squared; items without a family are families of one. */
    FAMILY_ROBUST,
    /** Items, by the counting processes of the competing causes. */
    COUNTING_PROCESS
}
