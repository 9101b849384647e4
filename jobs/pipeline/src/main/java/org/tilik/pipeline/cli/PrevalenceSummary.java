// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tilik.classify.Head;
import org.tilik.model.table.PrevalenceRow;
import org.tilik.pipeline.classify.ModelErrors;
import org.tilik.pipeline.study.Run;

/** What share of the posts the model calls so, by language, with what is known of its error beside each number. */
final class PrevalenceSummary {
    private static final String SHARE = "prevalence.share";
    private static final String NOT_CORRECTED = "classifier, not corrected";
    private static final String LANGUAGE = "language";
    private static final int PERCENT = 100;
    private static final int MOST_LANGUAGES = 8;

    private final Run run;
    private final ModelErrors errors;
    private final PrintStream out;

    PrevalenceSummary(Run run, ModelErrors errors, PrintStream out) {
        this.run = run;
        this.errors = errors;
        this.out = out;
    }

    void print(List<PrevalenceRow> rows) {
        out.printf(
                "%nWhat the model %s says of posts and replies (uncorrected: read its error beside it):%n",
                run.modelId());
        for (Head head : Head.values()) {
            pooled(rows, head.id())
                    .ifPresent(row -> out.printf(
                            "  %-18s %s%s%n",
                            head.id(), share(row), head == Head.EXTREMIST_SUPPORT ? " (experimental)" : ""));
            if (byLanguage().contains(head.id())) {
                printLanguages(rows, head.id());
            }
        }
        out.println("  (precision: of what it labels, the share that is so; recall: of what is so, the share that it"
                + " labels; measured elsewhere, and these posts may differ)");
    }

    private void printLanguages(List<PrevalenceRow> rows, String head) {
        rows.stream()
                .filter(row -> row.stratumBy().equals(LANGUAGE) && isOf(row, head) && !row.suppressed())
                .filter(row -> row.nItems() > 0)
                .sorted(Comparator.comparing((PrevalenceRow row) -> -row.nItems())
                        .thenComparing(PrevalenceRow::stratum))
                .limit(MOST_LANGUAGES)
                .forEach(row -> out.printf("    %-4s %s; %s%n", row.stratum(), share(row), error(row, head)));
    }

    /** Hateful, and what the study tracks. */
    private Set<String> byLanguage() {
        Set<String> heads = new TreeSet<>(run.study().track().labels().keySet());
        heads.add(Head.HATEFUL.id());
        return heads;
    }

    private static Optional<PrevalenceRow> pooled(List<PrevalenceRow> rows, String head) {
        return rows.stream()
                .filter(row -> row.stratumBy().equals("all") && isOf(row, head))
                .findFirst();
    }

    private static boolean isOf(PrevalenceRow row, String head) {
        return row.metricId().equals(SHARE)
                && head.equals(row.label())
                && row.threshold() == null
                && row.correctionMethod().equals(NOT_CORRECTED);
    }

    private static String share(PrevalenceRow row) {
        if (row.suppressed()) {
            return "suppressed: fewer posts or accounts than the study's k";
        }
        return row.estimate() == null
                ? "nothing to score"
                : String.format(Locale.ROOT, "%.1f %% of %,d", PERCENT * row.estimate(), row.nItems());
    }

    private String error(PrevalenceRow row, String head) {
        return errors.of(row.stratum(), head)
                .map(error -> String.format(
                        Locale.ROOT,
                        "precision %.2f, recall %.2f (%,d test texts)",
                        error.precision(),
                        error.recall(),
                        error.texts()))
                .orElse("the model's error in this language is not known");
    }
}
