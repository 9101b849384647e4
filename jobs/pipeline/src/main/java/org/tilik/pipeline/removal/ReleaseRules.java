// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tilik.model.table.RemovalCurveRow;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.strata.Stratum;

/** What stands in the tables of removal for strata that are held back. */
public final class ReleaseRules {
    /** Metrics that a stratum has only where something happened in it. */
    private static final Set<String> ONLY_WHERE_IT_HAPPENED = Set.of(
            MeasureRows.SHARE_GIVEN_CAPTURED,
            RestoredItems.SHARE_GIVEN_NOTICED,
            VisibleItems.WITHHELD,
            AccountItems.SHARE);

    private ReleaseRules() {}

    /** Whether one number of items less another, where one set holds the other, would be that of a few. */
    public static boolean tellsOfFew(long items, long others, int k) {
        long difference = Math.abs(items - others);
        return difference > 0 && difference < k;
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
        return !row.correctionMethod().equals(MeasureRows.UNCONFIRMED_CENSORED)
                && !ONLY_WHERE_IT_HAPPENED.contains(row.metricId())
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
