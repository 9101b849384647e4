// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.diff;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.tilik.export.MeasureRow;
import org.tilik.export.RunFolder;
import org.tilik.export.RunRecord;
import org.tilik.export.ScenarioRow;

/**
 * Two runs beside each other. Numbers are matched by row id; where the two are of different studies, whose row ids
 * differ, by what they are about.
 *
 * @param first the first run
 * @param second the second run
 * @param isSameStudy whether row ids were matched
 * @param differences in what the runs differ
 * @param changes every number of either, the most notable first
 * @param uncompared tables of numbers that only one of the runs has, with the name of that run: A or B
 */
public record Comparison(
        RunRecord first,
        RunRecord second,
        boolean isSameStudy,
        List<RunDifference> differences,
        List<NumberChange> changes,
        Map<String, String> uncompared) {
    /** What bundles leave out of run.json. */
    private static final Set<String> NOT_IN_BUNDLES = Set.of("key_id", "suppression_list");

    /** Compares two outputs or bundles. */
    public static Comparison of(RunFolder first, RunFolder second) {
        boolean isSameStudy = first.run().study().equals(second.run().study());
        boolean withBundle = first.kind() == RunFolder.Kind.BUNDLE || second.kind() == RunFolder.Kind.BUNDLE;
        Set<String> tables = new TreeSet<>(first.measureTables());
        tables.addAll(second.measureTables());
        List<NumberChange> changes = new ArrayList<>();
        Map<String, String> uncompared = new LinkedHashMap<>();
        for (String table : tables) {
            if (first.has(table) && second.has(table)) {
                changes.addAll(changes(first.measures(table), second.measures(table), isSameStudy));
            } else {
                uncompared.put(table, first.has(table) ? "A" : "B");
            }
        }
        if (first.has(ScenarioRow.TABLE) && second.has(ScenarioRow.TABLE)) {
            changes.addAll(changes(scenarios(first), scenarios(second), isSameStudy));
        } else if (first.has(ScenarioRow.TABLE) || second.has(ScenarioRow.TABLE)) {
            uncompared.put(ScenarioRow.TABLE, first.has(ScenarioRow.TABLE) ? "A" : "B");
        }
        changes.sort(Comparator.comparing(NumberChange::outcome));
        return new Comparison(
                first.run(),
                second.run(),
                isSameStudy,
                RunDifference.between(first.run(), second.run(), withBundle ? NOT_IN_BUNDLES : Set.of()),
                List.copyOf(changes),
                uncompared);
    }

    /** How many numbers had each outcome; outcomes that none had are left out. */
    public Map<NumberChange.Outcome, Long> counts() {
        Map<NumberChange.Outcome, Long> counts = new EnumMap<>(NumberChange.Outcome.class);
        changes.forEach(change -> counts.merge(change.outcome(), 1L, Long::sum));
        return counts;
    }

    private static List<MeasureRow> scenarios(RunFolder run) {
        return run.scenarios().stream().flatMap(row -> row.measures().stream()).toList();
    }

    private static List<NumberChange> changes(List<MeasureRow> first, List<MeasureRow> second, boolean isSameStudy) {
        Map<String, MeasureRow> before = by(isSameStudy ? Comparison::identity : Comparison::subject, first);
        Map<String, MeasureRow> after = by(isSameStudy ? Comparison::identity : Comparison::subject, second);
        List<NumberChange> changes = new ArrayList<>();
        List<MeasureRow> vanished = new ArrayList<>();
        before.forEach((id, row) -> {
            MeasureRow now = after.remove(id);
            if (now == null) {
                vanished.add(row);
            } else {
                changes.add(NumberChange.of(row, now));
            }
        });
        // A metric of a new version has new row ids.
        Map<String, MeasureRow> left = by(Comparison::subject, List.copyOf(after.values()));
        for (MeasureRow row : vanished) {
            MeasureRow now = left.remove(subject(row));
            changes.add(now == null ? NumberChange.vanished(row) : NumberChange.of(row, now));
        }
        left.values().forEach(row -> changes.add(NumberChange.appeared(row)));
        return changes;
    }

    private static Map<String, MeasureRow> by(Function<MeasureRow, String> name, List<MeasureRow> rows) {
        Map<String, MeasureRow> named = new LinkedHashMap<>();
        rows.forEach(row -> named.put(name.apply(row), row));
        return named;
    }

    /** A row of scenarios has several numbers. */
    private static String identity(MeasureRow row) {
        return row.table().equals(ScenarioRow.TABLE) ? row.rowId() + row.metricId() : row.rowId();
    }

    /** What a number is about, whatever the study and the version of its metric. */
    private static String subject(MeasureRow row) {
        List<Object> parts = new ArrayList<>(List.of(row.table(), row.metricId(), row.stratumBy(), row.stratum()));
        parts.add(row.label());
        parts.add(row.threshold());
        parts.add(row.thresholdCopies());
        parts.add(row.cause());
        parts.add(row.deadlineHours());
        parts.add(row.quantile());
        parts.add(row.tauHours());
        parts.add(row.clock());
        parts.add(row.correctionMethod());
        parts.add(row.subject());
        return parts.toString();
    }
}
