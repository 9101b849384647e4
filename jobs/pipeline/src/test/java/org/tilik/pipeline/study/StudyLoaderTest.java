// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tilik.formats.DumpFormat;
import org.tilik.measure.incident.IncidentRule;
import org.tilik.model.Platform;

class StudyLoaderTest {
    private static final String LEAST = """
            study: demo
            inputs: [{path: a.zst}]
            track: {all: true}
            """;

    @Test
    void whatIsNotSaidHasTheDocumentedDefault() {
        Study study = StudyLoader.parse("s.yaml", LEAST);

        assertThat(study)
                .isEqualTo(new Study(
                        "demo",
                        "demo",
                        List.of(new Study.Input("a.zst", null, null, null, false)),
                        Study.Window.ALL,
                        Map.of(),
                        Map.of(),
                        new Study.Track(true, Map.of(), List.of()),
                        List.of("platform"),
                        List.of(1.0, 24.0, 168.0),
                        Clock.POSTED,
                        0.95,
                        "research",
                        null,
                        List.of(),
                        "default",
                        Study.Spread.USUAL,
                        IncidentRule.USUAL,
                        new Study.Privacy(null, 10, false, null),
                        0.05,
                        20190315L));
    }

    @Test
    void everyKeyIsRead() {
        Study study = StudyLoader.parse("s.yaml", """
                # A comment
                study: christchurch-demo
                title: "One sentence: with a colon"
                inputs:
                  - path: dumps/RC_2024-06.zst
                    format: reddit
                    captured_at: 2024-08-01T00:00:00Z
                    complete: true
                  - {path: dumps/rechecks.csv, format: recheck, platform: reddit}
                window: {from: 2024-06-01T00:00:00Z, until: 2024-07-01T00:00:00Z}
                coverage: {twitter: 2024-07-08T00:00:00Z}
                sampling: {twitter: 0.01}
                track: {all: false, labels: {hateful: 0.8, counter: 1}, known: [known/items.csv]}
                strata: [platform, language]
                deadlines_hours: [24, 1, 0.5]
                clock: first_seen
                conf_level: 0.9
                model: permissive
                audit: null
                organisations: [groups.csv]
                policy_timeline: default
                incidents: {min_copies: 20, window_hours: 3, baseline_days: 14, alpha: 1.0e-8, platforms: 4, emergence_hours: 48, quiet_hours: 12}
                privacy: {key_file: demo.key, k: 5, drop_text: true, suppression_list: forget.csv}
                max_reject_share: 0
                seed: -7
                """);

        assertThat(study)
                .isEqualTo(new Study(
                        "christchurch-demo",
                        "One sentence: with a colon",
                        List.of(
                                new Study.Input(
                                        "dumps/RC_2024-06.zst",
                                        DumpFormat.REDDIT,
                                        null,
                                        Instant.parse("2024-08-01T00:00:00Z"),
                                        true),
                                new Study.Input(
                                        "dumps/rechecks.csv", DumpFormat.RECHECK, Platform.REDDIT, null, false)),
                        new Study.Window(Instant.parse("2024-06-01T00:00:00Z"), Instant.parse("2024-07-01T00:00:00Z")),
                        Map.of(Platform.TWITTER, Instant.parse("2024-07-08T00:00:00Z")),
                        Map.of(Platform.TWITTER, 0.01),
                        new Study.Track(false, Map.of("hateful", 0.8, "counter", 1.0), List.of("known/items.csv")),
                        List.of("platform", "language"),
                        List.of(0.5, 1.0, 24.0),
                        Clock.FIRST_SEEN,
                        0.9,
                        "permissive",
                        null,
                        List.of("groups.csv"),
                        "default",
                        Study.Spread.USUAL,
                        new IncidentRule(20, 3, 14, 1e-8, 4, 48, 12),
                        new Study.Privacy("demo.key", 5, true, "forget.csv"),
                        0,
                        -7L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"posted", "first_seen", "reported", "referred", "ordered"})
    void everyClockIsKnown(String clock) {
        assertThat(StudyLoader.parse("s.yaml", LEAST + "clock: " + clock)
                        .clock()
                        .id())
                .isEqualTo(clock);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                with("trakc: {}", "line 4: trakc is no key of a study.", "Did you mean \"track\"?", "max_reject_share"),
                with("deadline-hours: [1]", "Did you mean \"deadlines_hours\"?"),
                with("nonsense: 1", "nonsense is no key of a study. Keys are study,"),
                with("window: {form: 2024-06-01T00:00:00Z}", "window.form is no key", "Did you mean \"from\"?"),
                with("privacy: {keyfile: x}", "privacy.keyfile is no key", "Did you mean \"key_file\"?"),
                with("coverage: {twiter: 2024-06-01T00:00:00Z}", "coverage.twiter", "Did you mean \"twitter\"?"),
                with(
                        "coverage: {reddit: 2024-06-01T00:00:00Z}",
                        "line 4: coverage.reddit is set, but nothing that this version reads of reddit sends notices",
                        "Platforms with notices: twitter, bluesky."),
                with("window: {from: june}", "line 4: window.from is \"june\"; expected a time in UTC such as"),
                with("window: {from: 2024-06-01}", "window.from is \"2024-06-01\"; expected a time in UTC"),
                with(
                        "window: {from: 2024-07-01T00:00:00Z, until: 2024-06-01T00:00:00Z}",
                        "window is empty: from 2024-07-01T00:00:00Z is not before"),
                with("window: 2024", "window is 2024; expected a mapping with keys among from, until"),
                with("clock: postd", "clock is \"postd\"; expected one of posted, first_seen", "\"posted\"?"),
                with("strata: [platfrom]", "strata[0] is \"platfrom\"", "Did you mean \"platform\"?"),
                with("strata: [kind, kind]", "strata names a column twice"),
                with("strata: platform", "strata is \"platform\"; expected a list of columns"),
                with("conf_level: 95", "conf_level is 95; expected a level between 0 and 1"),
                with("conf_level: 1", "conf_level is 1; expected"),
                with("conf_level: .nan", "conf_level is .nan; expected"),
                with("max_reject_share: 5%", "max_reject_share is \"5%\"; expected a share from 0 to 1"),
                with("seed: 1.5", "seed is 1.5; expected a whole number"),
                with("seed: 99999999999999999999", "seed is 99999999999999999999; expected a whole number"),
                with("deadlines_hours: [0]", "deadlines_hours[0] is 0; expected a number of hours above 0"),
                with("deadlines_hours: []", "deadlines_hours is a list of 0; expected", "at least one entry"),
                with("privacy: {k: 0}", "privacy.k is 0; expected a whole number from 1"),
                with("privacy: {drop_text: maybe}", "privacy.drop_text is \"maybe\"; expected true or false"),
                with("incidents: {min_copie: 5}", "incidents.min_copie is no key", "Did you mean \"min_copies\"?"),
                with("incidents: {alpha: 0}", "incidents.alpha is 0; expected a probability between 0 and 1"),
                with("incidents: {platforms: 1}", "incidents.platforms is 1; expected a whole number from 2 to 12"),
                with("incidents: {quiet_hours: 400}", "incidents.quiet_hours is 400; expected a whole number from 1"),
                with(
                        "incidents: {window_hours: 48}",
                        "line 4: incidents.window_hours is 48 and incidents.baseline_days 7",
                        "at most a quarter of the baseline"),
                with("sampling: {twitter: 2}", "sampling.twitter is 2; expected a share above 0"),
                with("seed: 1\nseed: 2", "line 5: the key seed stands there twice, first in line 4"),
                with("title: *x", "line 4: the alias *x is used"),
                with("title: &x one\nclock: *x", "the alias *x is used"),
                with("title: !!javax.script.ScriptEngineManager [x]", "the tag", "is used; a study has none"),
                with("title: [unclosed", "line 4: this is not valid YAML"),
                with("---\nstudy: other", "a second YAML document"),
                with("organisations: groups.csv", "organisations is \"groups.csv\"; expected a list of gazetteers"),
                with("model: [research]", "model is a list of 1; expected the id of a model"),
                Arguments.of("", List.of("the study is empty")),
                Arguments.of("just text", List.of("the study is \"just text\"; expected a mapping")),
                Arguments.of(
                        "inputs: [{path: a}]\ntrack: {all: true}",
                        List.of("the key study is missing; expected a short")),
                Arguments.of("study: ../x\ninputs: [{path: a}]", List.of("study is \"../x\"; expected a short id")),
                Arguments.of("study: a\ntrack: {all: true}", List.of("the key inputs is missing; expected a list")),
                Arguments.of("study: a\ninputs: []", List.of("inputs is a list of 0", "at least one entry")),
                Arguments.of("study: a\ninputs: [a.zst]", List.of("inputs[0] is \"a.zst\"; expected a mapping")),
                Arguments.of("study: a\ninputs: [{format: reddit}]", List.of("the key inputs[0].path is missing")),
                Arguments.of(
                        "study: a\ninputs: [{path: a, fromat: reddit}]",
                        List.of("inputs[0].fromat is no key", "Did you mean \"format\"?")),
                Arguments.of(
                        "study: a\ninputs: [{path: a, format: redit}]",
                        List.of("inputs[0].format is \"redit\"", "Did you mean \"reddit\"?")),
                Arguments.of("study: a\ninputs: [{path: a, platform: redit}]", List.of("Did you mean \"reddit\"?")),
                Arguments.of(
                        "study: a\ninputs: [{path: a, captured_at: soon}]",
                        List.of("inputs[0].captured_at is \"soon\"; expected a time")),
                Arguments.of("study: a\ninputs: [{path: a}]", List.of("track selects nothing to measure")),
                Arguments.of("study: a\ninputs: [{path: a}]\ntrack: {}", List.of("track selects nothing")),
                Arguments.of("study: a\ninputs: [{path: a}]\ntrack: {known: []}", List.of("track selects nothing")),
                Arguments.of(
                        "study: a\ninputs: [{path: a}]\ntrack: {al: true}",
                        List.of("line 3: track.al is no key", "Did you mean \"all\"?")),
                Arguments.of(
                        "study: a\ninputs: [{path: a}]\nmodel: none\ntrack: {labels: {hateful: 0.8}}",
                        List.of("line 4: track.labels is set, but model is none")),
                Arguments.of(
                        "study: a\ninputs: [{path: a}]\ntrack: {labels: {hatefull: 0.8}}",
                        List.of("track.labels.hatefull is no key", "Did you mean \"hateful\"?")),
                Arguments.of(
                        "study: a\ninputs: [{path: a}]\ntrack: {labels: {hateful: 80}}",
                        List.of("track.labels.hateful is 80; expected a score above 0 and at most 1")));
    }

    private static Arguments with(String added, String... parts) {
        return Arguments.of(LEAST + added + "\n", List.of(parts));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsNamedWithItsPlaceAndWhatWasExpected(String yaml, List<String> parts) {
        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> StudyLoader.parse("s.yaml", yaml))
                .satisfies(e -> {
                    assertThat(e.code()).isEqualTo(1);
                    assertThat(e.getMessage()).startsWith("s.yaml").contains(parts);
                });
    }

    @Test
    void deepNestingAndGreatLengthAreRefused() {
        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> StudyLoader.parse("s.yaml", "title: " + "[".repeat(50) + "]".repeat(50)))
                .withMessageContaining("nested deeper than 20");
        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> StudyLoader.parse("s.yaml", LEAST + "# " + "x".repeat(2 << 20)))
                .withMessageContaining("characters; expected at most");
    }

    @Test
    void aStudyIsLoadedFromAFileAndAMissingOneIsNamed(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("s.yaml"), LEAST);

        assertThat(StudyLoader.load(file.toString()).id()).isEqualTo("demo");
        assertThat(StudyLoader.load(file.toUri().toString()).id()).isEqualTo("demo");
        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> StudyLoader.load(folder.resolve("none.yaml").toString()))
                .withMessageContaining(folder.resolve("none.yaml") + " cannot be read");
    }
}
