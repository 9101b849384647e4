// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What the page says of the run: the parts of {@code run.json} that are for the public. Times of the attempt, the key's
 * hash and the numbers of rows in restricted tables are not, and a page of the same run stays the same.
 */
final class RunFacts {
    private static final List<String> SECTIONS = List.of(
            "study",
            "title",
            "run_id",
            "status",
            "tool_version",
            "schema_version",
            "model_id",
            "ingest",
            "classify",
            "removal",
            "spread",
            "policy");

    private static final List<String> STUDY = List.of(
            "clock", "conf_level", "coverage", "deadlines_hours", "sampling", "seed", "strata", "track", "window");

    private RunFacts() {}

    /** The facts, with every text made visible. */
    static ObjectNode of(JsonNode run) {
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        for (String section : SECTIONS) {
            if (run.has(section)) {
                facts.set(section, visible(run.get(section)));
            }
        }
        JsonNode canonical = run.path("canonical_study");
        ObjectNode study = facts.putObject("study_options");
        for (String option : STUDY) {
            if (canonical.has(option)) {
                study.set(option, visible(canonical.get(option)));
            }
        }
        // What the known lists are called says nothing to a reader, and may say too much.
        if (study.path("track") instanceof ObjectNode track) {
            track.put("known", canonical.path("track").path("known").size());
        }
        study.put("k", canonical.path("privacy").path("k").asInt());
        ArrayNode inputs = facts.putArray("inputs");
        for (JsonNode input : run.path("inputs")) {
            inputs.add(visible(input));
        }
        return facts;
    }

    private static JsonNode visible(JsonNode node) {
        if (node.isTextual()) {
            return JsonNodeFactory.instance.textNode(VisibleText.of(node.textValue()));
        }
        if (node.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> list.add(visible(element)));
            return list;
        }
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> object.set(VisibleText.of(field.getKey()), visible(field.getValue())));
            return object;
        }
        return node;
    }
}
