// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.HashMap;
import java.util.Map;
import org.tilik.datasets.Schemas;

/** The versions of the metrics' definitions, from the registry that comes with this build. */
public final class MetricVersions {
    private static final Map<String, Integer> VERSIONS = read();

    private MetricVersions() {}

    /**
     * The version of this metric's definition, which is raised when its meaning changes.
     *
     * @throws IllegalArgumentException where the registry has no such metric
     */
    public static int of(String metric) {
        Integer version = VERSIONS.get(metric);
        if (version == null) {
            throw new IllegalArgumentException("The registry has no metric '" + metric
                    + "'; a number is published only with a definition. Add it to datasets/metrics.yaml.");
        }
        return version;
    }

    private static Map<String, Integer> read() {
        try {
            Map<String, Integer> versions = new HashMap<>();
            for (JsonNode metric : new YAMLMapper().readTree(Schemas.metrics()).path("metrics")) {
                versions.put(
                        metric.required("id").asText(),
                        metric.required("version").asInt());
            }
            return Map.copyOf(versions);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The metrics.yaml of this build is no valid YAML", e);
        }
    }
}
