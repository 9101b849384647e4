// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.estimate;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which columns of a file hold what the estimators need; hours where they are times.
 *
 * @param entry when an item came under observation; null = every item was watched from the start
 * @param lower when it was last known visible
 * @param upper when it was known gone; empty cells for items not seen gone
 * @param cause cause of disappearance; null = causes are not told apart
 * @param strata columns whose values name the group; none = one group
 * @param weight how many items the row stands for; null = one
 * @param family name of a set of items that are not independent; null = all are independent
 * @param where only rows that hold, in each of these columns, one of these values
 */
public record LifetimeColumns(
        String entry,
        String lower,
        String upper,
        String cause,
        List<String> strata,
        String weight,
        String family,
        Map<String, Set<String>> where) {

    static final String ENTRY = "entry";
    static final String LOWER = "lower";
    static final String UPPER = "upper";
    static final String CAUSE = "cause";
    static final String STRATUM = "stratum";
    static final String WEIGHT = "weight";
    static final String FAMILY = "family";

    /** Columns as asked for; null, or no strata, takes the usual column where the file has it. */
    public LifetimeColumns {
        strata = List.copyOf(strata);
        where = Map.copyOf(where);
    }

    /** These columns, completed by the usual ones that a file with these columns has. */
    LifetimeColumns in(List<String> present) {
        return new LifetimeColumns(
                usual(entry, ENTRY, present),
                lower == null ? LOWER : lower,
                upper == null ? UPPER : upper,
                usual(cause, CAUSE, present),
                strata.isEmpty() && present.contains(STRATUM) ? List.of(STRATUM) : strata,
                usual(weight, WEIGHT, present),
                usual(family, FAMILY, present),
                where);
    }

    private static String usual(String asked, String usual, List<String> present) {
        return asked == null && present.contains(usual) ? usual : asked;
    }
}
