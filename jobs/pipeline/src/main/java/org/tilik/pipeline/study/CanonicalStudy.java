// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.core.fs.Path;
import org.tilik.measure.incident.IncidentRule;
import org.tilik.model.Platform;

/**
 * A study reduced to what decides the tables, in one fixed order: the same tables are asked for exactly when these
 * texts are equal.
 *
 * <p>It holds every key of the study with its defaults filled in, with these differences: {@code inputs} are the files
 * found (name, bytes, format, platform, captured_at, complete), sorted by name, not the patterns they were found by; known lists
 * and the suppression list stand with the hash of their content, the model with its name and hash; {@code privacy} holds the id of the pseudonym key, not
 * the place where it lies. Comments, order of keys and working directory leave no trace.
 */
public final class CanonicalStudy {
    private static final int MOST_LIST_BYTES = 1 << 30;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private CanonicalStudy() {}

    /** The canonical form as maps and lists, keys sorted. */
    public static SortedMap<String, Object> of(
            Study study, String studyFile, List<InputFile> inputs, String modelId, String keyId) {
        SortedMap<String, Object> all = new TreeMap<>();
        all.put("study", study.id());
        all.put("title", study.title());
        all.put("inputs", inputs.stream().map(CanonicalStudy::input).toList());
        all.put(
                "window",
                sorted(
                        "from",
                        text(study.window().from()),
                        "until",
                        text(study.window().until())));
        all.put("coverage", byPlatform(study.coverage()));
        all.put("sampling", byPlatform(study.sampling()));
        all.put(
                "track",
                sorted(
                        "all", study.track().all(),
                        "labels", new TreeMap<>(study.track().labels()),
                        "known", lists(studyFile, study.track().known())));
        all.put("strata", study.strata());
        all.put("deadlines_hours", study.deadlinesHours());
        all.put("clock", study.clock().id());
        all.put("conf_level", study.confLevel());
        all.put("model", modelId);
        all.put("audit", study.audit() == null ? null : list(studyFile, study.audit()));
        all.put("organisations", lists(studyFile, study.organisations()));
        all.put(
                "policy_timeline",
                sorted("name", study.policyTimeline(), "digest", StudyPolicy.digest(study, studyFile)));
        Study.Spread spread = study.spread();
        all.put(
                "spread",
                sorted(
                        "parents",
                        spread.parents().stream()
                                .map(Study.ParentRule::id)
                                .sorted()
                                .toList(),
                        "followers",
                        lists(studyFile, spread.followers()),
                        "inference_hours",
                        spread.inferenceHours(),
                        "coordination",
                        sorted(
                                "window_seconds",
                                spread.coordination().windowsSeconds(),
                                "min_participation",
                                spread.coordination().minParticipation(),
                                "weight_quantile",
                                spread.coordination().weightQuantile(),
                                "loops",
                                spread.coordination().loops())));
        IncidentRule incidents = study.incidents();
        all.put(
                "incidents",
                sorted(
                        "min_copies",
                        incidents.minCopies(),
                        "window_hours",
                        incidents.windowHours(),
                        "baseline_days",
                        incidents.baselineDays(),
                        "alpha",
                        incidents.alpha(),
                        "platforms",
                        incidents.platforms(),
                        "emergence_hours",
                        incidents.emergenceHours(),
                        "quiet_hours",
                        incidents.quietHours()));
        Study.Privacy privacy = study.privacy();
        String suppression = privacy.suppressionList();
        all.put(
                "privacy",
                sorted(
                        "key_id",
                        keyId,
                        "k",
                        privacy.k(),
                        "drop_text",
                        privacy.dropText(),
                        "suppression_list",
                        suppression == null ? null : list(studyFile, suppression)));
        all.put("max_reject_share", study.maxRejectShare());
        all.put("seed", study.seed());
        return all;
    }

    /** The canonical form as one line of JSON. */
    static String text(Map<String, Object> canonical) {
        try {
            return JSON.writeValueAsString(canonical);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A canonical study of plain values could not be written as JSON.", e);
        }
    }

    /** Paths of the lists that the study reads beside its inputs. */
    static List<String> lists(Study study) {
        List<String> lists = new ArrayList<>(study.track().known());
        lists.addAll(study.organisations());
        lists.addAll(study.spread().followers());
        if (study.privacy().suppressionList() != null) {
            lists.add(study.privacy().suppressionList());
        }
        if (study.audit() != null) {
            lists.add(study.audit());
        }
        if (!study.policyTimeline().equals(Study.DEFAULT_TIMELINE)) {
            lists.add(study.policyTimeline());
        }
        return lists;
    }

    private static List<SortedMap<String, Object>> lists(String studyFile, List<String> paths) {
        return paths.stream()
                .sorted()
                .distinct()
                .map(path -> list(studyFile, path))
                .toList();
    }

    private static SortedMap<String, Object> list(String studyFile, String path) {
        Path file = StudyPaths.resolve(studyFile, path);
        byte[] bytes = StudyPaths.read(file, MOST_LIST_BYTES, "The list");
        return sorted("name", StudyPaths.name(studyFile, file), "sha256", Fingerprint.of(bytes));
    }

    private static Object input(InputFile input) {
        return sorted(
                "name", input.name(),
                "bytes", input.bytes(),
                "format", input.format() == null ? null : input.format().id(),
                "platform", input.platform() == null ? null : input.platform().id(),
                "captured_at", text(input.capturedAt()),
                "complete", input.isComplete());
    }

    private static Object byPlatform(Map<Platform, ?> values) {
        SortedMap<String, Object> byName = new TreeMap<>();
        values.forEach((platform, value) -> byName.put(platform.id(), value instanceof Double ? value : text(value)));
        return byName;
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static SortedMap<String, Object> sorted(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return new TreeMap<>(map);
    }
}
