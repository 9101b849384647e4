// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

/** Where confidence intervals come from. */
public enum IntervalMethod {
    /** Greenwood's variance on the chosen scale; quantiles by Brookmeyer and Crowley. */
    GREENWOOD,
    /** Percentiles of seeded samples of items. */
    ITEM_BOOTSTRAP,
    /** Percentiles of seeded samples of families, because copies of one content are not independent. */
    FAMILY_BOOTSTRAP,
    /** Percentiles of seeded samples of random groups of whole families, for data too large to sample by family. */
    RANDOM_GROUP_BOOTSTRAP,
    /** Percentiles of seeded samples of coded items within the strata that they were drawn from. */
    AUDIT_BOOTSTRAP,
    /** There are none. */
    NONE
}
