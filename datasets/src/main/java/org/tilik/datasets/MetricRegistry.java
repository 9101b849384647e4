// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the numbers of the release tables mean, from {@code datasets/metrics.yaml}. */
public final class MetricRegistry {
    private static final YAMLMapper YAML = new YAMLMapper();

    private final Map<String, Metric> metrics;

    private MetricRegistry(Map<String, Metric> metrics) {
        this.metrics = metrics;
    }

    /**
     * One metric.
     *
     * @param id such as {@code gone.share_within}
     * @param version raised when the meaning changes
     * @param title in a few words
     * @param unit {@code h} or {@code 1}
     * @param definition what is counted
     * @param estimator how
     * @param clockRule from when durations run
     * @param caveats what to keep in mind
     * @param citation where the method comes from
     */
    public record Metric(
            String id,
            int version,
            String title,
            String unit,
            String definition,
            String estimator,
            String clockRule,
            String caveats,
            String citation) {}

    /** The registry that comes with this version. */
    public static MetricRegistry delivered() {
        JsonNode yaml;
        try {
            yaml = YAML.readTree(Schemas.metrics());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The metrics.yaml of this build is no valid YAML", e);
        }
        Map<String, Metric> metrics = new LinkedHashMap<>();
        for (JsonNode metric : yaml.path("metrics")) {
            metrics.put(
                    metric.path("id").asText(),
                    new Metric(
                            metric.path("id").asText(),
                            metric.path("version").asInt(),
                            text(metric, "title"),
                            text(metric, "unit"),
                            text(metric, "definition"),
                            text(metric, "estimator"),
                            text(metric, "clock_rule"),
                            text(metric, "caveats"),
                            text(metric, "citation")));
        }
        return new MetricRegistry(metrics);
    }

    /** The metric of this id; empty where this version has none. */
    public Optional<Metric> find(String id) {
        return Optional.ofNullable(metrics.get(id));
    }

    /** All metrics, in the order of the file. */
    public Collection<Metric> all() {
        return metrics.values();
    }

    private static String text(JsonNode metric, String key) {
        return metric.path(key).asText("").strip();
    }
}
