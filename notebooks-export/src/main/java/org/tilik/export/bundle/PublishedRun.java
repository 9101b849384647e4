// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tilik.export.RunRecord;

/**
 * The part of run.json that may leave the house. Sections are named here; of one that is not, only numbers pass, so that
 * what a later version writes is held back until somebody has looked at it. Nowhere pass ids of keys and whole paths:
 * of these the last part stays.
 */
final class PublishedRun {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> PLAIN = List.of(
            "study",
            "title",
            "run_id",
            "status",
            "tool_version",
            "schema_version",
            "flink_version",
            "model_id",
            "canonical_study",
            "inputs");
    private static final Set<String> HELD_BACK = Set.of("key_id", "suppression_list", "key_file");
    /** Words of the author, in which a stroke is no path. */
    private static final Set<String> WORDS = Set.of("study", "title");

    private static final String ATTEMPT = "attempt";
    private static final String JAVA = "java_version";
    private static final String TABLES = "tables";
    private static final Set<String> OWN_RULE = Set.of(ATTEMPT, JAVA, TABLES, "error");

    private PublishedRun() {}

    /**
     * What is published of it.
     *
     * @param fixedTime stands for the times of the run, where the bundle is to be the same each time the study is run
     */
    static ObjectNode of(RunRecord run, Optional<Instant> fixedTime) {
        JsonNode all = run.json();
        ObjectNode published = NODES.objectNode();
        for (String section : PLAIN) {
            if (all.has(section)) {
                published.set(section, withoutPaths(section, all.get(section)));
            }
        }
        published.set(ATTEMPT, times(all.path(ATTEMPT), fixedTime));
        if (all.path(JAVA).isTextual()) {
            // The build of the Java says much about the machine and nothing about the numbers.
            published.put(JAVA, all.path(JAVA).asText().replaceFirst("[^0-9].*", ""));
        }
        published.set(TABLES, releaseTables(all.path(TABLES)));
        all.properties().forEach(section -> {
            if (!PLAIN.contains(section.getKey())
                    && !OWN_RULE.contains(section.getKey())
                    && !HELD_BACK.contains(section.getKey())) {
                numbers(section.getValue()).ifPresent(numbers -> published.set(section.getKey(), numbers));
            }
        });
        return published;
    }

    private static ObjectNode times(JsonNode attempt, Optional<Instant> fixedTime) {
        ObjectNode times = NODES.objectNode();
        for (String time : List.of("started_at", "finished_at")) {
            if (fixedTime.isPresent()) {
                times.put(time, fixedTime.get().toString());
            } else if (attempt.path(time).isTextual()) {
                times.put(time, attempt.path(time).asText());
            }
        }
        return times;
    }

    private static ArrayNode releaseTables(JsonNode tables) {
        ArrayNode release = NODES.arrayNode();
        for (JsonNode table : tables) {
            if (table.path("name").asText().startsWith("release/")) {
                release.add(table);
            }
        }
        return release;
    }

    private static JsonNode withoutPaths(String name, JsonNode node) {
        if (node.isObject()) {
            ObjectNode kept = NODES.objectNode();
            node.properties().forEach(property -> {
                if (!HELD_BACK.contains(property.getKey())) {
                    kept.set(property.getKey(), withoutPaths(property.getKey(), property.getValue()));
                }
            });
            return kept;
        }
        if (node.isArray()) {
            ArrayNode kept = NODES.arrayNode();
            node.forEach(element -> kept.add(withoutPaths(name, element)));
            return kept;
        }
        return node.isTextual() && !WORDS.contains(name) ? NODES.textNode(lastPart(node.asText())) : node;
    }

    /** Of a path from the root of a file system, or an address, its last part; other text as it is. */
    private static String lastPart(String text) {
        boolean isWhole = text.matches("(?s)(/|~|\\\\|[A-Za-z]:[/\\\\]|[A-Za-z][A-Za-z0-9+.-]*:/).*");
        if (!isWhole) {
            return text;
        }
        String path = text.replace('\\', '/').replaceFirst("/+$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Optional<JsonNode> numbers(JsonNode node) {
        if (node.isNumber() || node.isBoolean() || node.isNull()) {
            return Optional.of(node);
        }
        if (node.isArray()) {
            ArrayNode kept = NODES.arrayNode();
            node.forEach(element -> numbers(element).ifPresent(kept::add));
            return kept.isEmpty() ? Optional.empty() : Optional.of(kept);
        }
        if (node.isObject()) {
            ObjectNode kept = NODES.objectNode();
            node.properties()
                    .forEach(property ->
                            numbers(property.getValue()).ifPresent(number -> kept.set(property.getKey(), number)));
            return kept.isEmpty() && !node.isEmpty() ? Optional.empty() : Optional.of(kept);
        }
        return Optional.empty();
    }
}
