// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.tilik.export.RunRecord;

/**
 * One thing in which two runs differ, and which may be why their numbers do.
 *
 * @param kind what kind of thing
 * @param what its name, such as an input's or an option's
 * @param before in the first run; empty where it was not there
 * @param after in the second run; empty where it is not there
 */
public record RunDifference(Kind kind, String what, String before, String after) {
    private static final int DIGITS = 12;
    private static final Set<String> STATED_APART = Set.of("inputs", "model", "title", "study");

    /** Kinds of differences. */
    public enum Kind {
        STUDY,
        INPUT,
        OPTION,
        MODEL,
        TOOL_VERSION,
        SCHEMA_VERSION
    }

    /**
     * All differences.
     *
     * @param first run.json of the first run
     * @param second run.json of the second run
     * @param unknown options that one of them does not state, because bundles do not; not compared
     */
    public static List<RunDifference> between(RunRecord first, RunRecord second, Set<String> unknown) {
        List<RunDifference> all = new ArrayList<>();
        add(all, Kind.STUDY, "study", first.study(), second.study());
        inputs(all, first, second);
        options(all, "", first.canonicalStudy(), second.canonicalStudy(), unknown);
        add(
                all,
                Kind.MODEL,
                "model",
                first.modelId().orElse(""),
                second.modelId().orElse(""));
        add(all, Kind.TOOL_VERSION, "Tilik", first.toolVersion(), second.toolVersion());
        add(all, Kind.SCHEMA_VERSION, "table schemas", first.schemaVersion(), second.schemaVersion());
        return List.copyOf(all);
    }

    private static void inputs(List<RunDifference> all, RunRecord first, RunRecord second) {
        Map<String, String> before = contents(first);
        Map<String, String> after = contents(second);
        Set<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            add(all, Kind.INPUT, name, before.getOrDefault(name, ""), after.getOrDefault(name, ""));
        }
    }

    private static Map<String, String> contents(RunRecord run) {
        Map<String, String> contents = new LinkedHashMap<>();
        for (RunRecord.Input input : run.inputs()) {
            String digest = input.sha256()
                    .map(sha256 -> "SHA-256 " + sha256.substring(0, Math.min(DIGITS, sha256.length())) + "…")
                    .orElse("not read to its end");
            contents.put(input.name(), input.bytes() + " bytes, " + digest);
        }
        return contents;
    }

    private static void options(
            List<RunDifference> all, String path, JsonNode before, JsonNode after, Set<String> unknown) {
        if ((before.isObject() || before.isMissingNode()) && (after.isObject() || after.isMissingNode())) {
            Set<String> keys = new LinkedHashSet<>();
            before.fieldNames().forEachRemaining(keys::add);
            after.fieldNames().forEachRemaining(keys::add);
            for (String key : keys) {
                boolean isApart = path.isEmpty() && STATED_APART.contains(key);
                if (!isApart && !unknown.contains(key)) {
                    options(all, path.isEmpty() ? key : path + "." + key, at(before, key), at(after, key), unknown);
                }
            }
        } else {
            add(all, Kind.OPTION, path, text(before), text(after));
        }
    }

    private static JsonNode at(JsonNode node, String key) {
        return node.isObject() ? node.path(key) : MissingNode.getInstance();
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() ? "" : node.isTextual() ? node.asText() : node.toString();
    }

    private static void add(List<RunDifference> all, Kind kind, String what, String before, String after) {
        if (!Objects.equals(before, after)) {
            all.add(new RunDifference(kind, what, before, after));
        }
    }
}
