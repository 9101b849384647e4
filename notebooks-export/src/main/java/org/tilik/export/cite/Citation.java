// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.cite;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tilik.export.Digest;
import org.tilik.export.MeasureRow;
import org.tilik.export.MetricRegistry.Metric;
import org.tilik.export.RunRecord;

/**
 * How one number is cited: what it says, with its uncertainty and conditions, and where it comes from.
 *
 * @param row the number
 * @param metric its definition; empty where this version does not know it, or in another version
 * @param run what made it
 */
public record Citation(MeasureRow row, Optional<Metric> metric, RunRecord run) {
    private static final int NAMED_INPUTS = 4;
    private static final int DIGITS = 12;
    private static final String ALL = "all";

    /** The citable sentence. */
    public String sentence() {
        return statement() + " " + source();
    }

    /** What the number says. */
    public String statement() {
        StringBuilder text = new StringBuilder(title());
        text.append(" (")
                .append(row.metricId())
                .append(", version ")
                .append(row.metricVersion())
                .append(")");
        details().forEach(detail -> text.append(", ").append(detail));
        text.append(": ").append(NumberText.value(row));
        List<String> uncertainty = new ArrayList<>();
        if (row.estimate() == null && row.hasNumber()) {
            uncertainty.add("bounds, no single value is identified");
        }
        if (!NumberText.interval(row).isEmpty()) {
            uncertainty.add(NumberText.interval(row) + (row.ciMethod() == null ? "" : " by " + row.ciMethod()));
        } else if (row.hasNumber()) {
            uncertainty.add("no interval");
        }
        if (row.nItems() != null) {
            uncertainty.add(String.format(Locale.ROOT, "n = %,d", row.nItems()));
        }
        if (!uncertainty.isEmpty()) {
            text.append(" (").append(String.join("; ", uncertainty)).append(")");
        }
        return text.append('.').toString();
    }

    /** What the number is about: title of the metric, or its id. */
    public String title() {
        return metric.map(Metric::title).orElse(row.metricId());
    }

    /** Name of the study's authors, who are not known to the program. */
    String authors() {
        return "Authors of the study " + run.study();
    }

    private List<String> details() {
        List<String> details = new ArrayList<>();
        details.add(
                ALL.equals(row.stratumBy())
                        ? "stratum all"
                        : row.stratumBy().replace(",", ", ") + " = "
                                + row.stratum().replace("|", ", "));
        add(details, row.label() == null ? null : "label " + row.label());
        add(details, row.threshold() == null ? null : "score from " + NumberText.trimmed(row.threshold()));
        add(
                details,
                row.cause() == null
                        ? null
                        : ALL.equals(row.cause()) ? "all causes of removal" : "cause " + row.cause());
        add(details, row.deadlineHours() == null ? null : "within " + NumberText.trimmed(row.deadlineHours()) + " h");
        add(details, row.quantile() == null ? null : "quantile " + NumberText.trimmed(row.quantile()));
        add(details, row.thresholdCopies() == null ? null : "threshold " + row.thresholdCopies() + " copies");
        add(details, row.tauHours() == null ? null : "horizon " + NumberText.trimmed(row.tauHours()) + " h");
        add(details, row.clock() == null ? null : "clock " + row.clock());
        add(
                details,
                row.conditionalOnHours() == null
                        ? null
                        : "conditional on staying visible for " + NumberText.trimmed(row.conditionalOnHours()) + " h");
        return details;
    }

    private static void add(List<String> details, String detail) {
        if (detail != null) {
            details.add(detail);
        }
    }

    private String source() {
        StringBuilder text = new StringBuilder(run.title());
        text.append(" (study ").append(run.study()).append("), run ").append(row.runId());
        text.append(", row ").append(row.rowId()).append(", made by Tilik ").append(run.toolVersion());
        text.append(" from ").append(inputs()).append(". ").append(error());
        return text.toString();
    }

    private String inputs() {
        List<RunRecord.Input> inputs = run.inputs();
        if (inputs.isEmpty()) {
            return "no inputs that run.json names";
        }
        if (inputs.size() > NAMED_INPUTS) {
            StringBuilder list = new StringBuilder();
            inputs.forEach(input -> list.append(input.sha256().orElse("not read to its end"))
                    .append("  ")
                    .append(input.name())
                    .append('\n'));
            return String.format(
                    Locale.ROOT,
                    "%,d inputs (named with their SHA-256 in run.json; SHA-256 of that list of lines \"digest  name\": %s…)",
                    inputs.size(),
                    digest(list.toString()).substring(0, DIGITS));
        }
        List<String> named = new ArrayList<>();
        for (RunRecord.Input input : inputs) {
            named.add(input.name().substring(input.name().lastIndexOf('/') + 1) + " ("
                    + input.sha256()
                            .map(sha256 -> "SHA-256 " + sha256.substring(0, Math.min(DIGITS, sha256.length())) + "…")
                            .orElse("not read to its end")
                    + ")");
        }
        return String.join(", ", named);
    }

    private String error() {
        if (row.modelId() == null) {
            return "The number does not depend on a text classifier.";
        }
        String correction = row.correctionMethod() == null ? "none" : row.correctionMethod();
        return "Depends on the text classifier " + row.modelId()
                + ", whose error by language is stated in its model card"
                + " (datasets/models of Tilik, MODEL_CARD.md); correction for its error: " + correction + ".";
    }

    private static String digest(String text) {
        try {
            return Digest.of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
