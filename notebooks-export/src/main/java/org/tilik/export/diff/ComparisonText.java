// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tilik.export.MeasureRow;
import org.tilik.export.RunRecord;
import org.tilik.export.cite.NumberText;
import org.tilik.export.diff.NumberChange.Outcome;

/** A comparison as text for people. */
public final class ComparisonText {
    private static final String NOTHING = "(not there)";

    private ComparisonText() {}

    /**
     * The page.
     *
     * @param most how many numbers of each outcome are listed
     */
    public static String of(Comparison comparison, int most) {
        StringBuilder text = new StringBuilder();
        text.append(header("A", comparison.first())).append(header("B", comparison.second()));
        text.append("\nWhat differs between the runs, and may be why numbers do:\n");
        if (comparison.differences().isEmpty()) {
            text.append("  nothing that run.json states\n");
        }
        for (RunDifference difference : comparison.differences()) {
            text.append(String.format(
                    Locale.ROOT,
                    "  %-14s %s: %s -> %s%n",
                    words(difference.kind()),
                    difference.what(),
                    orNothing(difference.before()),
                    orNothing(difference.after())));
        }
        if (!comparison.isSameStudy()) {
            text.append(
                    "\nThe runs are of different studies: numbers are matched by what they are about, not by row id.\n");
        }
        text.append("\nNumbers:\n");
        comparison
                .counts()
                .forEach((outcome, n) -> text.append(String.format(Locale.ROOT, "  %-26s %,8d%n", words(outcome), n)));
        comparison
                .uncompared()
                .forEach((table, run) -> text.append(
                        String.format(Locale.ROOT, "  not compared: %s is finished in %s only%n", table, run)));
        for (Outcome outcome : Outcome.values()) {
            if (outcome != Outcome.SAME) {
                list(text, comparison, outcome, most);
            }
        }
        text.append(
                        "\nBeyond intervals: the intervals of the two runs have no value in common. The runs may share items, so")
                .append(" this is no test.\n");
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    private static String header(String name, RunRecord run) {
        return String.format(
                Locale.ROOT,
                "%s: %s (study %s), run %s, Tilik %s%n",
                name,
                run.title(),
                run.study(),
                run.runId(),
                run.toolVersion());
    }

    private static void list(StringBuilder text, Comparison comparison, Outcome outcome, int most) {
        List<NumberChange> changes = comparison.changes().stream()
                .filter(change -> change.outcome() == outcome)
                .toList();
        if (changes.isEmpty()) {
            return;
        }
        text.append('\n').append(capital(words(outcome))).append(":\n");
        for (NumberChange change : changes.subList(0, Math.min(most, changes.size()))) {
            text.append("  ").append(change.row().rowId()).append("  ");
            text.append(subject(change.row())).append("\n      ");
            text.append(value(change.before()))
                    .append(" -> ")
                    .append(value(change.after()))
                    .append('\n');
        }
        if (changes.size() > most) {
            text.append(String.format(Locale.ROOT, "  and %,d more (--all lists them)%n", changes.size() - most));
        }
    }

    private static String subject(MeasureRow row) {
        List<String> parts = new ArrayList<>(List.of(row.metricId(), row.stratumBy() + " = " + row.stratum()));
        row.subject().forEach((column, value) -> parts.add(column.replace('_', ' ') + " " + value));
        parts.add(row.label());
        parts.add(row.cause() == null ? null : "cause " + row.cause());
        parts.add(row.deadlineHours() == null ? null : row.deadlineHours() + " h");
        parts.add(row.quantile() == null ? null : "quantile " + row.quantile());
        parts.add(row.tauHours() == null ? null : "horizon " + row.tauHours() + " h");
        parts.add(row.thresholdCopies() == null ? null : row.thresholdCopies() + " copies");
        parts.add("none".equals(row.correctionMethod()) ? null : row.correctionMethod());
        parts.removeIf(part -> part == null);
        return String.join(", ", parts);
    }

    private static String value(Optional<MeasureRow> row) {
        if (row.isEmpty()) {
            return NOTHING;
        }
        if (row.get().suppressed()) {
            return "suppressed";
        }
        String interval = NumberText.interval(row.get());
        return NumberText.value(row.get()) + (interval.isEmpty() ? "" : " (" + interval + ")");
    }

    private static String words(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String orNothing(String text) {
        return text.isEmpty() ? NOTHING : text;
    }
}
