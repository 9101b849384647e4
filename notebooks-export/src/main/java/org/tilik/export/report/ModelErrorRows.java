// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * How often the run's model was wrong on labelled texts that it had not learnt from, by language: from {@code run.json}
 * where it says so, else from the metrics of the delivered model of the same name and hash. Of any other model nothing is
 * known here, and nothing is said.
 */
final class ModelErrorRows {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NUMBERS = List.of("texts", "positives", "precision", "recall");
    private static final int HASH_DIGITS = 8;

    private ModelErrorRows() {}

    /** One row for each head and language, and for each head over all languages. */
    static ArrayNode of(JsonNode run) throws IOException {
        if (run.path("model").has("metrics")) {
            return rows(run.path("model").path("metrics"));
        }
        String id = run.path("model_id").asText("");
        int dash = id.length() - HASH_DIGITS - 1;
        if (dash <= 0 || id.charAt(dash) != '-' || !id.matches("[A-Za-z0-9._-]+")) {
            return JSON.createArrayNode();
        }
        String folder = "/models/" + id.substring(0, dash) + "/";
        if (!id.substring(dash + 1).equals(hash(folder + "model.bin"))) {
            return JSON.createArrayNode();
        }
        try (InputStream in = ModelErrorRows.class.getResourceAsStream(folder + "metrics.json")) {
            return in == null ? JSON.createArrayNode() : rows(JSON.readTree(in).path("metrics"));
        }
    }

    private static ArrayNode rows(JsonNode metrics) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (JsonNode metric : metrics) {
            String by = metric.path("group_by").asText();
            if (by.equals("language") || by.equals("all")) {
                ObjectNode row = rows.addObject();
                row.put("label", VisibleText.of(metric.path("head").asText()));
                row.put("language", VisibleText.of(metric.path("group").asText()));
                NUMBERS.forEach(number -> row.set(number, metric.path(number)));
            }
        }
        return rows;
    }

    private static String hash(String resource) throws IOException {
        try (InputStream in = ModelErrorRows.class.getResourceAsStream(resource)) {
            if (in == null) {
                return "";
            }
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
