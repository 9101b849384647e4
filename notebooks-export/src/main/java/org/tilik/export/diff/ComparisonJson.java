// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.diff;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import org.tilik.export.MeasureRow;
import org.tilik.export.RunRecord;
import org.tilik.export.diff.NumberChange.Outcome;

/** A comparison as JSON; numbers that are the same are counted and not listed. */
public final class ComparisonJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ComparisonJson() {}

    /** The document. */
    public static ObjectNode of(Comparison comparison) {
        ObjectNode all = NODES.objectNode();
        all.set("a", run(comparison.first()));
        all.set("b", run(comparison.second()));
        all.put("matched_by", comparison.isSameStudy() ? "row_id" : "subject");
        ArrayNode differences = all.putArray("differences");
        for (RunDifference difference : comparison.differences()) {
            differences
                    .addObject()
                    .put("kind", name(difference.kind()))
                    .put("what", difference.what())
                    .put("a", difference.before().isEmpty() ? null : difference.before())
                    .put("b", difference.after().isEmpty() ? null : difference.after());
        }
        ObjectNode counts = all.putObject("counts");
        comparison.counts().forEach((outcome, n) -> counts.put(name(outcome), n));
        ObjectNode uncompared = all.putObject("finished_in_one_only");
        comparison.uncompared().forEach((table, run) -> uncompared.put(table, run.toLowerCase(Locale.ROOT)));
        ArrayNode changes = all.putArray("changes");
        comparison.changes().stream()
                .filter(change -> change.outcome() != Outcome.SAME)
                .forEach(change -> changes.add(change(change)));
        return all;
    }

    private static ObjectNode run(RunRecord run) {
        return NODES.objectNode()
                .put("study", run.study())
                .put("title", run.title())
                .put("run_id", run.runId())
                .put("tool_version", run.toolVersion())
                .put("model_id", run.modelId().orElse(null));
    }

    private static ObjectNode change(NumberChange change) {
        MeasureRow row = change.row();
        ObjectNode node = NODES.objectNode()
                .put("outcome", name(change.outcome()))
                .put("table", row.table())
                .put("row_id", row.rowId())
                .put("metric_id", row.metricId())
                .put("stratum_by", row.stratumBy())
                .put("stratum", row.stratum())
                .put("label", row.label())
                .put("cause", row.cause())
                .put("deadline_hours", row.deadlineHours())
                .put("quantile", row.quantile())
                .put("tau_hours", row.tauHours())
                .put("threshold_copies", row.thresholdCopies())
                .put("clock", row.clock())
                .put("correction_method", row.correctionMethod());
        ObjectNode subject = NODES.objectNode();
        row.subject().forEach(subject::put);
        if (!subject.isEmpty()) {
            node.set("subject", subject);
        }
        node.set("a", number(change.before()));
        node.set("b", number(change.after()));
        return node;
    }

    private static ObjectNode number(Optional<MeasureRow> row) {
        return row.map(number -> NODES.objectNode()
                        .put("row_id", number.rowId())
                        .put("metric_version", number.metricVersion())
                        .put("estimate", number.estimate())
                        .put("bound_low", number.boundLow())
                        .put("bound_high", number.boundHigh())
                        .put("ci_low", number.ciLow())
                        .put("ci_high", number.ciHigh())
                        .put("n_items", number.nItems())
                        .put("identifiability", number.identifiability())
                        .put("suppressed", number.suppressed()))
                .orElse(null);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
