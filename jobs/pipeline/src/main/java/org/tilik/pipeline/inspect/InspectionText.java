// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.inspect;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints what dump files are for people to read. */
public final class InspectionText {
    private static final int LONGEST_ID = 44;

    private final PrintWriter out;

    /** Prints there. */
    public InspectionText(PrintWriter out) {
        this.out = out;
    }

    /** Prints what one file is. */
    public void print(FileInspection file) {
        out.println(file.file());
        line("container", file.container() + String.format(Locale.ROOT, ", %,d bytes", file.bytes()));
        line(
                "format",
                (file.isRecognised() ? String.join(", ", file.formats()) : "not recognised")
                        + (file.recognisedBy() == null ? "" : " (by " + file.recognisedBy() + ")"));
        line(
                "records",
                String.format(Locale.ROOT, "%,d", file.records()) + (file.isWhole() ? "" : ", the first of more"));
        line("events", counts(file.primaryEvents()));
        line("beside them", counts(file.derivedEvents()));
        line("times", span(file.firstTime(), file.lastTime(), file.precision()));
        line("left out", counts(file.ignored()));
        for (FileInspection.Notes notes : file.notes()) {
            String of = file.notes().size() == 1 ? "" : notes.format() + ": ";
            line("time quality", of + notes.timeQuality());
            line("cannot be known", of + notes.unknowable());
        }
        for (FileInspection.RejectGroup group : file.rejects()) {
            line(
                    "rejected",
                    String.format(
                            Locale.ROOT,
                            "%,d as %s, first: %srecord %,d: %s",
                            group.count(),
                            group.reason(),
                            group.member().isEmpty() ? "" : group.member() + ", ",
                            group.record(),
                            group.detail()));
        }
        if (!file.firstEvents().isEmpty()) {
            printEvents(file);
        }
        out.println();
    }

    private void printEvents(FileInspection file) {
        out.printf(
                "  %-12s %-44s %-30s %-30s %-9s %-13s %s%n",
                "kind", "item", "from", "until", "precision", "actor", "characters");
        for (FileInspection.FirstEvent event : file.firstEvents()) {
            out.printf(
                    "  %-12s %-44s %-30s %-30s %-9s %-13s %s%n",
                    event.kind(),
                    shortened(event.itemId()),
                    orDash(event.timeLo()),
                    orDash(event.timeHi()),
                    orDash(event.precision()),
                    orDash(event.actor()),
                    orDash(event.characters()));
        }
    }

    private void line(String name, String value) {
        if (!value.isEmpty()) {
            out.printf("  %-16s %s%n", name, value);
        }
    }

    private static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> String.format(Locale.ROOT, "%,d %s", entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static String span(Instant first, Instant last, Map<String, Long> precision) {
        return first == null
                ? ""
                : first + " to " + last + (precision.isEmpty() ? "" : ", stated by " + counts(precision));
    }

    private static String shortened(String id) {
        return id.length() <= LONGEST_ID ? id : id.substring(0, LONGEST_ID - 1) + "…";
    }

    private static String orDash(Object value) {
        return value == null ? "-" : value.toString();
    }
}
