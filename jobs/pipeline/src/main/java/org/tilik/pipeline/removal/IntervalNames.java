// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import org.tilik.measure.removal.IntervalMethod;

/** How tables name the way in which an interval was made. */
public final class IntervalNames {
    private IntervalNames() {}

    /**
     * The name in {@code ci_method}; null for no interval.
     *
     * @param plain names the formula for exact times of independent items
     * @param replicates samples of a bootstrap
     */
    public static String of(IntervalMethod method, String plain, int replicates) {
        return switch (method) {
            case GREENWOOD -> plain;
            case ITEM_BOOTSTRAP -> "item_bootstrap_percentile_" + replicates;
            case FAMILY_BOOTSTRAP -> "family_bootstrap_percentile_" + replicates;
            case RANDOM_GROUP_BOOTSTRAP -> "random_group_bootstrap_percentile_" + replicates;
            case AUDIT_BOOTSTRAP -> "audit_stratum_bootstrap_percentile_" + replicates;
            case NONE -> null;
        };
    }
}
