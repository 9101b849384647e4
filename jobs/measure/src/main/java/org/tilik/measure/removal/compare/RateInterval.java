// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

/** How the interval of a rate is made. */
public enum RateInterval {
    /** Exact, of a Poisson number of events by independent items. */
    EXACT_POISSON,
    /** Symmetric on the log scale, from the squared sums of each family's excess of events over rate × hours. */
    FAMILY_ROBUST_LOG,
    /** None: there are families, yet fewer than 20 by effective number, or families with brackets. */
    NONE
}
