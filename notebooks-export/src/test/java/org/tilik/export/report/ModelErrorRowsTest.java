// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ModelErrorRowsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theDeliveredModelsErrorsAreThoseOfItsMetrics() throws Exception {
        ArrayNode rows = ModelErrorRows.of(run("research-" + hash("/models/research/model.bin")));
        JsonNode metrics;
        try (InputStream in = ModelErrorRowsTest.class.getResourceAsStream("/models/research/metrics.json")) {
            metrics = JSON.readTree(in).path("metrics");
        }
        int compared = 0;
        for (JsonNode metric : metrics) {
            if (metric.path("group_by").asText().equals("language")) {
                for (JsonNode row : rows) {
                    if (row.path("label").equals(metric.path("head"))
                            && row.path("language").equals(metric.path("group"))) {
                        assertThat(row.path("precision")).isEqualTo(metric.path("precision"));
                        assertThat(row.path("recall")).isEqualTo(metric.path("recall"));
                        compared++;
                    }
                }
            }
        }
        assertThat(compared).isPositive();
    }

    @Test
    void ofAModelOfAnotherHashNameOrPlaceNothingIsSaid() throws Exception {
        assertThat(ModelErrorRows.of(run("research-00000000"))).isEmpty();
        assertThat(ModelErrorRows.of(run("mine-12345678"))).isEmpty();
        assertThat(ModelErrorRows.of(run("../../models/research-12345678"))).isEmpty();
        assertThat(ModelErrorRows.of(JSON.createObjectNode().putNull("model_id")))
                .isEmpty();
    }

    @Test
    void whatTheRunSaysOfItsModelComesFirst() throws Exception {
        JsonNode run = JSON.readTree("""
                {"model_id": "mine-12345678", "model": {"metrics": [
                  {"head": "hateful", "group_by": "language", "group": "fr", "texts": 9, "positives": 3,
                   "precision": 0.5, "recall": 0.25, "auc": 0.9},
                  {"head": "hateful", "group_by": "dataset", "group": "x", "precision": 1, "recall": 1}]}}
                """);
        assertThat(ModelErrorRows.of(run).toString())
                .isEqualTo("[{\"label\":\"hateful\",\"language\":\"fr\",\"texts\":9,\"positives\":3,"
                        + "\"precision\":0.5,\"recall\":0.25}]");
    }

    private static JsonNode run(String model) {
        return JSON.createObjectNode().put("model_id", model);
    }

    private static String hash(String resource) throws Exception {
        try (InputStream in = ModelErrorRowsTest.class.getResourceAsStream(resource)) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            return HexFormat.of().formatHex(digest).substring(0, 8);
        }
    }
}
