// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tilik.model.table.RemovalCurveRow;
import org.tilik.model.table.RemovalMeasureRow;

/**
 * Which strata may be published.
 *
 * <p>A stratum needs k items and k accounts. Where small strata are held back and the stratum they are part of is
 * published, subtraction would give them away; then the next smallest are held back too, until at least two strata with
 * together k items are. How many items were removed never matters.
 */
final class ReleaseRules {
    private static final Comparator<Size> SMALLEST_FIRST = Comparator.comparingLong(Size::items)
            .thenComparing(size -> size.stratum().value());

    private ReleaseRules() {}

    /** How large a stratum is. */
    record Size(Stratum stratum, long items, boolean enoughAccounts) {}

    /** The strata that must be held back, from those of all levels of one run. */
    static Set<Stratum> suppressed(Collection<Size> sizes, int k) {
        Set<Stratum> suppressed = new HashSet<>();
        // By level, because a stratum held back for the sake of another is itself no longer published above its parts.
        Map<Integer, Map<Stratum, List<Size>>> levels = new TreeMap<>();
        for (Size size : sizes) {
            if (size.items() < k || !size.enoughAccounts()) {
                suppressed.add(size.stratum());
            }
            if (size.stratum().depth() > 0 && !size.stratum().equals(Stratum.SHARES)) {
                levels.computeIfAbsent(size.stratum().depth(), depth -> new HashMap<>())
                        .computeIfAbsent(size.stratum().parent(), parent -> new ArrayList<>())
                        .add(size);
            }
        }
        levels.values().forEach(level -> level.forEach((parent, parts) -> protect(parent, parts, suppressed, k)));
        return suppressed;
    }

    private static void protect(Stratum parent, List<Size> parts, Set<Stratum> suppressed, int k) {
        List<Size> published = new ArrayList<>();
        long hiddenItems = 0;
        int hidden = 0;
        for (Size part : parts) {
            if (suppressed.contains(part.stratum())) {
                hidden++;
                hiddenItems += part.items();
            } else {
                published.add(part);
            }
        }
        published.sort(SMALLEST_FIRST);
        // All parts of a stratum that is held back would add up to it.
        boolean parentHidden = suppressed.contains(parent);
        boolean exposed = parentHidden ? hidden == 0 : hidden == 1 || (hidden > 0 && hiddenItems < k);
        for (Size next : published) {
            if (!exposed) {
                return;
            }
            suppressed.add(next.stratum());
            hidden++;
            hiddenItems += next.items();
            exposed = !parentHidden && (hidden == 1 || hiddenItems < k);
        }
    }

    /** The rows that stand for held-back measures: which numbers there would be, but none of them. */
    static List<RemovalMeasureRow> withoutNumbers(List<RemovalMeasureRow> rows) {
        return rows.stream()
                .filter(ReleaseRules::isInEveryStratum)
                .map(row -> new RemovalMeasureRow(
                        row.rowId(),
                        row.metricId(),
                        row.metricVersion(),
                        row.stratumBy(),
                        row.stratum(),
                        row.cause(),
                        row.deadlineHours(),
                        row.quantile(),
                        row.tauHours(),
                        row.clock(),
                        null,
                        null,
                        null,
                        row.confLevel(),
                        null,
                        row.unit(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        row.correctionMethod(),
                        row.modelId(),
                        true,
                        row.runId()))
                .toList();
    }

    /** Rows that are there only when something happened would tell of it by being there. */
    private static boolean isInEveryStratum(RemovalMeasureRow row) {
        return row.correctionMethod().equals(MeasureRows.UNCORRECTED)
                && !row.metricId().equals(MeasureRows.SHARE_GIVEN_CAPTURED)
                && (row.cause() == null || row.cause().equals(Causes.ALL_REMOVAL));
    }

    /** The rows that stand for a held-back curve: every time of the grid, without numbers. */
    static List<RemovalCurveRow> curveWithoutNumbers(Stratum stratum, MeasurePlan plan) {
        List<RemovalCurveRow> rows = new ArrayList<>();
        for (double hours : plan.grid()) {
            rows.add(new RemovalCurveRow(
                    stratum.by(),
                    stratum.value(),
                    plan.clock().id(),
                    SUPPRESSED_METHOD,
                    null,
                    hours,
                    hours,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    plan.confLevel(),
                    null,
                    null,
                    true,
                    plan.runId()));
        }
        return rows;
    }

    private static final String SUPPRESSED_METHOD = "suppressed";
}
