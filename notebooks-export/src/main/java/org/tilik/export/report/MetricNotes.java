// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.util.Set;
import org.tilik.datasets.Schemas;

/** What the metrics of the page mean: the entries of the delivered {@code metrics.yaml}. */
final class MetricNotes {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private MetricNotes() {}

    /** The entries of these metrics, in the order of the register. */
    static ArrayNode of(Set<String> metrics) throws IOException {
        ArrayNode notes = JsonNodeFactory.instance.arrayNode();
        for (JsonNode metric : register().path("metrics")) {
            if (metrics.contains(metric.path("id").asText())) {
                notes.add(metric);
            }
        }
        return notes;
    }

    /** The whole register. */
    static JsonNode register() throws IOException {
        return YAML.readTree(Schemas.metrics());
    }
}
