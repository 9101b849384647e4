// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.strata;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tilik.model.EventKind;
import org.tilik.pipeline.study.RunError;

/**
 * Says in which groups an item is measured: the pooled one, then one for each leading part of the study's columns.
 *
 * <p>Shares repeat what others said; they are one group of their own and in no other.
 */
public final class Strata implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Columns by which a study may group. */
    public static final Set<String> COLUMNS = Set.of("platform", "language", "kind", "label", "tracked_by", "month");

    /** Those of them that every item has whether it is measured or not, and that do not depend on its label. */
    public static final Set<String> OF_EVERY_ITEM = Set.of("platform", "language", "kind", "month");

    /** Stands for the label of items that were not scored. */
    private static final String NOT_SCORED = "not_scored";

    private final List<String> columns;

    /**
     * Strata for a study's columns, outermost first.
     *
     * @throws RunError naming a column by which items cannot be grouped
     */
    public Strata(List<String> columns) {
        for (String column : columns) {
            if (!COLUMNS.contains(column)) {
                throw RunError.study("strata: " + column + " is no column to group by; expected one of "
                        + COLUMNS.stream().sorted().toList() + ".");
            }
        }
        this.columns = List.copyOf(columns);
    }

    /** The groups of this item, the widest first. */
    public List<Stratum> of(ItemTraits item) {
        return EventKind.SHARE.name().equals(item.kind()) ? List.of(Stratum.SHARES) : ofCopy(item);
    }

    /** The groups of this item as a copy of what it holds, the widest first: here shares are with all others. */
    public List<Stratum> ofCopy(ItemTraits item) {
        List<Stratum> strata = new ArrayList<>();
        strata.add(Stratum.ALL);
        List<String> values = new ArrayList<>();
        for (int depth = 1; depth <= columns.size(); depth++) {
            values.add(value(item, columns.get(depth - 1)));
            strata.add(new Stratum(String.join(",", columns.subList(0, depth)), String.join("|", values)));
        }
        return strata;
    }

    private static String value(ItemTraits item, String column) {
        return switch (column) {
            case "platform" -> item.platform();
            case "language" -> item.language();
            case "label" -> item.label() == null ? NOT_SCORED : item.label();
            case "kind" -> item.kind().toLowerCase(Locale.ROOT);
            case "tracked_by" -> item.trackedBy();
            case "month" -> item.month();
            default -> throw new IllegalStateException("No value for the column " + column + ".");
        };
    }
}
