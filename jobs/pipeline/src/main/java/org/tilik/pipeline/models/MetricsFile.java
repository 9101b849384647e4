// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tilik.classify.evaluate.GroupMetrics;
import org.tilik.classify.evaluate.HeadMetrics;
import org.tilik.pipeline.classify.ModelErrors;

/** What was measured of a model, as JSON: a row for each head and group of texts. */
public final class MetricsFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LANGUAGE = "language";

    private MetricsFile() {}

    /** The rows; numbers that do not exist are null. */
    public static ArrayNode rows(List<GroupMetrics> metrics) {
        ArrayNode rows = JSON.createArrayNode();
        for (GroupMetrics group : metrics) {
            HeadMetrics values = group.metrics();
            ObjectNode row = rows.addObject();
            row.put("head", group.head().id());
            row.put("group_by", group.groupBy());
            row.put("group", group.group());
            row.put("texts", values.texts());
            row.put("positives", values.positives());
            put(row, "precision", values.precision());
            put(row, "recall", values.recall());
            put(row, "specificity", values.specificity());
            put(row, "f1", values.f1());
            put(row, "macro_f1", values.macroF1());
            put(row, "macro_f1_ci_low", values.macroF1Low());
            put(row, "macro_f1_ci_high", values.macroF1High());
            put(row, "auc", values.auc());
            put(row, "calibration_error", values.calibrationError());
        }
        return rows;
    }

    private static void put(ObjectNode row, String name, double value) {
        if (Double.isNaN(value)) {
            row.putNull(name);
        } else {
            row.put(name, Math.round(value * 1e4) / 1e4);
        }
    }

    /** The errors that the metrics of a model state by language. */
    public static ModelErrors errors(byte[] metrics) throws IOException {
        Map<String, ModelErrors.HeadError> errors = new HashMap<>();
        for (JsonNode row : JSON.readTree(metrics).path("metrics")) {
            if (row.path("group_by").asText().equals(LANGUAGE)
                    && row.path("precision").isNumber()
                    && row.path("recall").isNumber()) {
                errors.put(
                        key(row.path("group").asText(), row.path("head").asText()),
                        new ModelErrors.HeadError(
                                row.path("precision").asDouble(),
                                row.path("recall").asDouble(),
                                row.path("texts").asLong()));
            }
        }
        return (language, head) -> Optional.ofNullable(errors.get(key(language, head)));
    }

    private static String key(String language, String head) {
        return language + " " + head;
    }
}
