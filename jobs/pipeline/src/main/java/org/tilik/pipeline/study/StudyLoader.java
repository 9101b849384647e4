// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.core.fs.Path;
import org.tilik.classify.Head;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.StudyInputException;
import org.tilik.measure.incident.IncidentRule;
import org.tilik.model.Platform;

/**
 * Reads a study file. Every key is checked: an unknown one is refused rather than ignored, because a mistyped threshold
 * that is silently left out gives a wrong number, and so is every key whose job this version does not have.
 */
public final class StudyLoader {
    private static final int MOST_BYTES = 1 << 20;
    /** The id becomes a folder name and part of citations. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private static final List<String> STRATA = List.of("platform", "kind", "language", "label", "month");
    private static final List<Double> DEADLINES = List.of(1.0, 24.0, 168.0);
    private static final double CONF_LEVEL = 0.95;
    private static final int K = 10;
    private static final double MAX_REJECT_SHARE = 0.05;
    private static final long SEED = 20190315L;
    /** Names the absence of a model. */
    static final String NO_MODEL = "none";

    private static final String USUAL_MODEL = "research";

    private StudyLoader() {}

    /** The study at this place, which may lie on any file system that Flink knows. */
    public static Study load(String studyFile) {
        Path path = new Path(StudyPaths.absolute(studyFile));
        byte[] bytes = StudyPaths.read(path, MOST_BYTES, "The study file");
        return parse(StudyPaths.display(path), new String(bytes, StandardCharsets.UTF_8));
    }

    /** The study in this text; the file is named in messages only. */
    static Study parse(String file, String yaml) {
        StudyValue study = new StudyValue(file, "", StudyYaml.parse(file, yaml))
                .allowing(
                        "study",
                        "title",
                        "inputs",
                        "window",
                        "coverage",
                        "sampling",
                        "track",
                        "strata",
                        "deadlines_hours",
                        "clock",
                        "conf_level",
                        "model",
                        "audit",
                        "organisations",
                        "policy_timeline",
                        "spread",
                        "incidents",
                        "privacy",
                        "max_reject_share",
                        "seed");
        String id = id(study.get("study"));
        return new Study(
                id,
                orElse(study.get("title"), value -> value.text("one sentence"), id),
                inputs(study.get("inputs")),
                window(study.get("window")),
                coverage(study.get("coverage")),
                byPlatform(study.get("sampling"), StudyLoader::samplingShare),
                track(study.get("track")),
                orElse(study.get("strata"), StudyLoader::strata, List.of("platform")),
                orElse(study.get("deadlines_hours"), StudyLoader::deadlines, DEADLINES),
                orElse(study.get("clock"), StudyLoader::clock, Clock.POSTED),
                orElse(study.get("conf_level"), StudyLoader::confLevel, CONF_LEVEL),
                model(study),
                orElse(study.get("audit"), path -> path.text("the path of an audit file"), null),
                paths(study.get("organisations"), "a list of gazetteers such as [organisations.csv]"),
                orElse(
                        study.get("policy_timeline"),
                        path -> path.text("default or the path of a timeline"),
                        Study.DEFAULT_TIMELINE),
                orElse(study.get("spread"), StudyLoader::spread, Study.Spread.USUAL),
                orElse(study.get("incidents"), StudyLoader::incidents, IncidentRule.USUAL),
                privacy(study.get("privacy")),
                orElse(study.get("max_reject_share"), StudyLoader::rejectShare, MAX_REJECT_SHARE),
                orElse(study.get("seed"), value -> value.integer("a whole number of at most 64 bits"), SEED));
    }

    private static <T> T orElse(StudyValue value, Function<StudyValue, T> read, T otherwise) {
        return value.isAbsent() ? otherwise : read.apply(value);
    }

    private static String id(StudyValue value) {
        String expected = "a short id of letters, digits, dots, dashes and underscores such as my-study";
        String id = value.text(expected);
        if (!ID.matcher(id).matches()) {
            throw value.wrong(expected);
        }
        return id;
    }

    private static List<Study.Input> inputs(StudyValue value) {
        String expected = "a list such as \"- {path: dumps/RC_2024-06.zst, format: reddit}\"";
        List<Study.Input> inputs = new ArrayList<>();
        for (StudyValue input : value.items(expected)) {
            input.allowing("path", "format", "platform", "captured_at", "complete");
            inputs.add(new Study.Input(
                    input.get("path").text("the path of a file, directory or glob, or a topic " + TopicAddress.EXAMPLE),
                    orElse(input.get("format"), StudyLoader::format, null),
                    orElse(input.get("platform"), StudyLoader::platform, null),
                    orElse(input.get("captured_at"), StudyValue::instant, null),
                    orElse(input.get("complete"), StudyValue::bool, false)));
            TopicEntry.check(input, inputs);
        }
        if (inputs.isEmpty()) {
            throw value.wrong(expected + " with at least one entry");
        }
        return List.copyOf(inputs);
    }

    private static DumpFormat format(StudyValue value) {
        List<String> known =
                Arrays.stream(DumpFormat.values()).map(DumpFormat::id).toList();
        String given = value.text("one of " + String.join(", ", known));
        try {
            return DumpFormat.of(given);
        } catch (StudyInputException e) {
            throw value.error(
                    value.path() + " is \"" + given + "\". " + e.getMessage() + Suggestion.text(given, known));
        }
    }

    private static Platform platform(StudyValue value) {
        List<String> names = platformNames();
        return Platform.of(value.oneOf(names)).orElseThrow();
    }

    private static List<String> platformNames() {
        return Arrays.stream(Platform.values()).map(Platform::id).toList();
    }

    private static Study.Window window(StudyValue value) {
        value.allowing("from", "until");
        Instant from = orElse(value.get("from"), StudyValue::instant, null);
        Instant until = orElse(value.get("until"), StudyValue::instant, null);
        if (from != null && until != null && !from.isBefore(until)) {
            throw value.error("window is empty: from " + from + " is not before until " + until
                    + "; items posted in [from, until) are measured. Correct one of them.");
        }
        return from == null && until == null ? Study.Window.ALL : new Study.Window(from, until);
    }

    private static <T> Map<Platform, T> byPlatform(StudyValue value, Function<StudyValue, T> read) {
        Map<Platform, T> byPlatform = new EnumMap<>(Platform.class);
        List<String> names = platformNames();
        value.allowing(names.toArray(String[]::new));
        value.children("a mapping from platforms").forEach((name, child) -> {
            if (!child.isAbsent()) {
                byPlatform.put(Platform.of(name).orElseThrow(), read.apply(child));
            }
        });
        return Collections.unmodifiableMap(byPlatform);
    }

    private static Map<Platform, Instant> coverage(StudyValue value) {
        Map<Platform, Instant> coverage = byPlatform(value, StudyValue::instant);
        Set<Platform> withNotices = Arrays.stream(DumpFormat.values())
                .filter(DumpFormat::sendsNotices)
                .flatMap(format -> format.platform().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Platform.class)));
        for (Platform platform : coverage.keySet()) {
            if (!withNotices.contains(platform)) {
                throw value.get(platform.id())
                        .error("coverage." + platform.id() + " is set, but nothing that this version reads of "
                                + platform.id() + " sends notices of what disappears, so that nobody is followed until"
                                + " then; remove it. Platforms with notices: "
                                + withNotices.stream().map(Platform::id).collect(Collectors.joining(", ")) + ".");
            }
        }
        return coverage;
    }

    private static Study.Track track(StudyValue value) {
        String nothing =
                "track selects nothing to measure; write {all: true} for every item, labels: {hateful: 0.8} for what a"
                        + " model scores at least so, or known: [lists].";
        if (value.isAbsent()) {
            throw value.error(nothing);
        }
        value.allowing("all", "labels", "known");
        boolean all = orElse(value.get("all"), StudyValue::bool, false);
        List<String> known = paths(value.get("known"), "a list of known-item files such as [known/items.csv]");
        Map<String, Double> labels = labels(value.get("labels"));
        if (!all && known.isEmpty() && labels.isEmpty()) {
            throw value.error(nothing);
        }
        return new Study.Track(all, labels, known);
    }

    private static List<String> paths(StudyValue value, String expected) {
        return value.items(expected).stream()
                .map(path -> path.text("the path of a file"))
                .toList();
    }

    private static Map<String, Double> labels(StudyValue value) {
        Map<String, Double> labels = new TreeMap<>();
        String[] heads = Arrays.stream(Head.values()).map(Head::id).toArray(String[]::new);
        value.allowing(heads)
                .children("a mapping from labels to scores such as {hateful: 0.8}")
                .forEach((head, score) -> labels.put(
                        head, within(score, "a score above 0 and at most 1 such as 0.8", Double.MIN_VALUE, 1)));
        return Collections.unmodifiableMap(labels);
    }

    /** The model, null for none. */
    private static String model(StudyValue study) {
        StudyValue value = study.get("model");
        String model = orElse(value, given -> given.text("the id of a model, its path, or none"), USUAL_MODEL);
        if (!model.equals(NO_MODEL)) {
            return model;
        }
        StudyValue labels = study.get("track").get("labels");
        if (!labels.isAbsent()) {
            throw labels.error("track.labels is set, but model is none, so that there are no scores to track by. Name a"
                    + " model or take the labels out.");
        }
        return null;
    }

    private static List<String> strata(StudyValue value) {
        List<String> strata = value.items("a list of columns such as [platform, kind]").stream()
                .map(column -> column.oneOf(STRATA))
                .toList();
        if (new HashSet<>(strata).size() < strata.size()) {
            throw value.error("strata names a column twice: " + String.join(", ", strata) + ". Keep one of them.");
        }
        return strata;
    }

    private static List<Double> deadlines(StudyValue value) {
        String expected = "a list of hours such as [1, 24, 168]";
        String each = "a number of hours above 0";
        List<Double> hours = value.items(expected).stream()
                .map(item -> within(item, each, Double.MIN_VALUE, Double.MAX_VALUE))
                .sorted()
                .distinct()
                .toList();
        if (hours.isEmpty()) {
            throw value.wrong(expected + " with at least one entry");
        }
        return hours;
    }

    private static Clock clock(StudyValue value) {
        String id = value.oneOf(Arrays.stream(Clock.values()).map(Clock::id).toList());
        return Arrays.stream(Clock.values())
                .filter(clock -> clock.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static double samplingShare(StudyValue value) {
        return within(value, "a share above 0 and at most 1", Double.MIN_VALUE, 1);
    }

    private static double confLevel(StudyValue value) {
        return within(value, "a level between 0 and 1 such as 0.95", Double.MIN_VALUE, Math.nextDown(1.0));
    }

    private static double rejectShare(StudyValue value) {
        return within(value, "a share from 0 to 1", 0, 1);
    }

    private static double within(StudyValue value, String expected, double least, double most) {
        double number = value.number(expected);
        if (!(number >= least && number <= most)) {
            throw value.wrong(expected);
        }
        return number;
    }

    private static Study.Spread spread(StudyValue value) {
        value.allowing("parents", "followers", "inference_hours", "coordination");
        List<String> rules = Arrays.stream(Study.ParentRule.values())
                .map(Study.ParentRule::id)
                .toList();
        Set<Study.ParentRule> parents = EnumSet.noneOf(Study.ParentRule.class);
        for (StudyValue rule : value.get("parents").items("a list among [followers, time]")) {
            parents.add(Study.ParentRule.valueOf(rule.oneOf(rules).toUpperCase(Locale.ROOT)));
        }
        List<String> followers = paths(value.get("followers"), "a list of follower lists such as [follows.csv]");
        boolean byFollowers = parents.contains(Study.ParentRule.FOLLOWERS);
        if (byFollowers == followers.isEmpty()) {
            throw value.error(
                    byFollowers
                            ? "spread.parents asks for followers, but spread.followers names no list of who follows whom;"
                                    + " add one or take followers out of spread.parents."
                            : "spread.followers is set, but spread.parents does not ask for followers, so that the lists"
                                    + " would not be read; write parents: [followers] or take the lists out.");
        }
        return new Study.Spread(
                Collections.unmodifiableSet(parents),
                followers,
                orElse(
                        value.get("inference_hours"),
                        hours -> within(hours, "a number of hours above 0", Double.MIN_VALUE, Double.MAX_VALUE),
                        Study.Spread.USUAL.inferenceHours()),
                orElse(value.get("coordination"), StudyLoader::coordination, Study.Coordination.USUAL));
    }

    private static Study.Coordination coordination(StudyValue value) {
        value.allowing("window_seconds", "min_participation", "weight_quantile", "loops");
        Study.Coordination usual = Study.Coordination.USUAL;
        return new Study.Coordination(
                orElse(value.get("window_seconds"), StudyLoader::windows, usual.windowsSeconds()),
                orElse(value.get("min_participation"), StudyLoader::threshold, usual.minParticipation()),
                orElse(
                        value.get("weight_quantile"),
                        share -> within(share, "a quantile from 0 to 1", 0, 1),
                        usual.weightQuantile()),
                orElse(value.get("loops"), StudyValue::bool, usual.loops()));
    }

    private static List<Double> windows(StudyValue value) {
        String expected = "a list of seconds such as [10, 60]";
        List<Double> seconds = value.items(expected).stream()
                .map(item -> within(item, "a number of seconds from 0", 0, Double.MAX_VALUE))
                .sorted()
                .distinct()
                .toList();
        if (seconds.isEmpty()) {
            throw value.wrong(expected + " with at least one entry");
        }
        return seconds;
    }

    private static IncidentRule incidents(StudyValue value) {
        value.allowing(
                "min_copies", "window_hours", "baseline_days", "alpha", "platforms", "emergence_hours", "quiet_hours");
        IncidentRule usual = IncidentRule.USUAL;
        int windowHours = orElse(value.get("window_hours"), StudyLoader::span, usual.windowHours());
        int baselineDays = orElse(value.get("baseline_days"), StudyLoader::span, usual.baselineDays());
        if (!IncidentRule.isLongEnough(baselineDays, windowHours)) {
            throw value.error(
                    "incidents.window_hours is " + windowHours + " and incidents.baseline_days " + baselineDays
                            + ", so that the days before hold too few such windows to tell what is usual; expected a window of at"
                            + " most a quarter of the baseline, and a baseline of a day at least. Change one of them.");
        }
        return new IncidentRule(
                orElse(value.get("min_copies"), StudyLoader::threshold, usual.minCopies()),
                windowHours,
                baselineDays,
                orElse(
                        value.get("alpha"),
                        alpha -> within(
                                alpha,
                                "a probability between 0 and 1 such as 1.0e-6",
                                Double.MIN_NORMAL,
                                Math.nextDown(1.0)),
                        usual.alpha()),
                orElse(value.get("platforms"), number -> whole(number, 2, Platform.values().length), usual.platforms()),
                orElse(value.get("emergence_hours"), StudyLoader::span, usual.emergenceHours()),
                orElse(value.get("quiet_hours"), StudyLoader::span, usual.quietHours()));
    }

    /** A number of hours or days that an incident can have to do with. */
    private static int span(StudyValue value) {
        return whole(value, 1, IncidentRule.LONGEST);
    }

    private static Study.Privacy privacy(StudyValue value) {
        value.allowing("key_file", "k", "drop_text", "suppression_list");
        return new Study.Privacy(
                orElse(value.get("key_file"), file -> file.text("the path of the pseudonym key"), null),
                orElse(value.get("k"), StudyLoader::threshold, K),
                orElse(value.get("drop_text"), StudyValue::bool, false),
                orElse(value.get("suppression_list"), file -> file.text("the path of a suppression list"), null));
    }

    private static int threshold(StudyValue value) {
        return whole(value, 1, 1_000_000);
    }

    private static int whole(StudyValue value, int least, int most) {
        String expected = "a whole number from " + least + " to " + most;
        long number = value.integer(expected);
        if (number < least || number > most) {
            throw value.wrong(expected);
        }
        return (int) number;
    }
}
