// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

/** What the variance of a mean takes as independent. */
public enum MeanVariance {
    /** Items, with Greenwood's variance of the curve. */
    GREENWOOD,
    /** Families: sums of each family's influence on the mean, squared. */
    FAMILY_ROBUST,
    /** Nothing: there are families, yet fewer than 20 by effective number; no errors are given. */
    NONE
}
