// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tilik.export.SyntheticRun.rowId;
import static org.tilik.export.SyntheticRun.share;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.datasets.MetricRegistry;
import org.tilik.export.RunFolder;
import org.tilik.export.SyntheticRun;
import org.tilik.export.bundle.BundleWriter;
import org.tilik.export.diff.NumberChange.Outcome;

class ComparisonTest {
    @TempDir
    private Path temp;

    private SyntheticRun first;
    private SyntheticRun second;

    @BeforeEach
    void twoRuns() throws IOException {
        first = SyntheticRun.in(temp.resolve("a"));
        second = SyntheticRun.in(temp.resolve("b")).as("fedcba9876543210");
    }

    private Comparison compare() {
        return compare(first.folder(), second.folder());
    }

    private static Comparison compare(Path one, Path other) {
        try (RunFolder a = RunFolder.open(one);
                RunFolder b = RunFolder.open(other)) {
            return Comparison.of(a, b);
        }
    }

    private static Map<String, Object> without(Map<String, Object> row, String... numbers) {
        for (String number : numbers) {
            row.put(number, null);
        }
        return row;
    }

    private Outcome outcome(Map<String, Object> before, Map<String, Object> after) throws IOException, SQLException {
        first.table("removal_measures", before);
        second.table("removal_measures", after);
        assertThat(compare().changes()).hasSize(1);
        return compare().changes().get(0).outcome();
    }

    private static Map<String, Object> number(double estimate) {
        return share("gone.share_within", "all", 24, estimate);
    }

    @Test
    void aNumberThatStaysIsTheSame() throws IOException, SQLException {
        assertThat(outcome(number(0.4), number(0.4))).isEqualTo(Outcome.SAME);
    }

    @Test
    void theNumbersOfAScenarioAreComparedOneByOne() throws IOException, SQLException {
        Map<String, Object> scenario = SyntheticRun.row(
                "row_id",
                "00000000000000aa",
                "scenario",
                "one_strike",
                "copies_observed",
                500L,
                "copies_averted_scenario_low",
                10L,
                "copies_averted_scenario_high",
                20L,
                "protected_observed",
                30L,
                "protected_removed",
                3L);
        first.table("counterfactuals", scenario);
        Map<String, Object> other = new HashMap<>(scenario);
        other.put("copies_averted_scenario_high", 25L);
        second.table("counterfactuals", other);

        Comparison comparison = compare();
        assertThat(comparison.changes())
                .extracting(change -> change.row().metricId() + " " + change.outcome())
                .containsExactly("scenario.copies_averted MOVED_WITHOUT_INTERVAL", "scenario.protected_removed SAME");
        assertThat(ComparisonText.of(comparison, 9))
                .contains("scenario one_strike", "between 10.0 and 20.0 -> between 10.0 and 25.0");
    }

    @Test
    void dutiesOfTwoStudiesAreMatchedByTheirCommitment() throws IOException, SQLException {
        Map<String, Object> one = number(0.4);
        one.putAll(SyntheticRun.row("commitment", "eu-tco-1h", "row_id", "00000000000000a1"));
        Map<String, Object> other = number(0.4);
        other.putAll(SyntheticRun.row("commitment", "netzdg-24h", "row_id", "00000000000000a2"));
        first.table("compliance", one);
        second.run().put("study", "another");
        second.save();
        second.table("compliance", other);

        assertThat(compare().changes())
                .extracting(NumberChange::outcome)
                .containsExactly(Outcome.APPEARED, Outcome.VANISHED);
    }

    @Test
    void intervalsThatOverlapAreTold() throws IOException, SQLException {
        assertThat(outcome(number(0.4), number(0.45))).isEqualTo(Outcome.MOVED_WITHIN_INTERVALS);
    }

    @Test
    void intervalsWithoutACommonValueAreTold() throws IOException, SQLException {
        assertThat(outcome(number(0.4), number(0.6))).isEqualTo(Outcome.MOVED_BEYOND_INTERVALS);
    }

    @Test
    void withoutAnIntervalNothingIsSaidOfIt() throws IOException, SQLException {
        assertThat(outcome(number(0.4), without(number(0.6), "ci_low", "ci_high")))
                .isEqualTo(Outcome.MOVED_WITHOUT_INTERVAL);
    }

    @Test
    void aNumberThatTheDataNoLongerGiveIsTold() throws IOException, SQLException {
        assertThat(outcome(number(0.4), without(number(0.4), "estimate", "ci_low", "ci_high")))
                .isEqualTo(Outcome.IDENTIFIABILITY_CHANGED);
    }

    @Test
    void aNumberThatIsHeldBackIsTold() throws IOException, SQLException {
        Map<String, Object> held = without(number(0.4), "estimate", "ci_low", "ci_high");
        held.put("suppressed", true);
        assertThat(outcome(number(0.4), held)).isEqualTo(Outcome.SUPPRESSION_CHANGED);
    }

    @Test
    void aMetricOfAnotherVersionIsNotTheSameNumber() throws IOException, SQLException {
        Map<String, Object> redefined = number(0.4);
        redefined.put("metric_version", 2);
        redefined.put("row_id", "another0another0");
        assertThat(outcome(number(0.4), redefined)).isEqualTo(Outcome.REDEFINED);
    }

    @Test
    void whatIsInOneRunOnlyIsTold() throws IOException, SQLException {
        first.table("removal_measures", number(0.4), share("gone.share_within", "reddit", 24, 0.5));
        second.table("removal_measures", number(0.4), share("gone.share_within", "x", 24, 0.5));
        first.table("prevalence", share("prevalence.share", "all", 1, 0.1));

        assertThat(compare().counts()).isEqualTo(Map.of(Outcome.SAME, 1L, Outcome.APPEARED, 1L, Outcome.VANISHED, 1L));
        assertThat(compare().uncompared()).isEqualTo(Map.of("prevalence", "A"));
    }

    @Test
    void runsOfDifferentStudiesAreMatchedByWhatNumbersAreAbout() throws IOException, SQLException {
        second.run().put("study", "other");
        second.save();
        Map<String, Object> other = number(0.6);
        other.put("row_id", "ffffffffffffffff");
        first.table("removal_measures", number(0.4));
        second.table("removal_measures", other);

        assertThat(compare().isSameStudy()).isFalse();
        assertThat(compare().counts()).isEqualTo(Map.of(Outcome.MOVED_BEYOND_INTERVALS, 1L));
    }

    @Test
    void inputsOptionsModelAndVersionsAreCompared() throws IOException, SQLException {
        first.table("removal_measures", number(0.4));
        second.table("removal_measures", number(0.4));
        ((ObjectNode) second.run().at("/inputs/0")).put("sha256", "ffffffffffffffffffff");
        second.run()
                .withArray("/inputs")
                .addObject()
                .put("name", "new.csv")
                .put("bytes", 3)
                .put("sha256", "0a");
        second.run().withArray("/canonical_study/deadlines_hours").add(72);
        second.run().withObject("/canonical_study/track").put("all", true);
        second.run().put("model_id", "research-1").put("tool_version", "0.5.0").put("schema_version", "x");
        second.save();

        assertThat(compare().differences())
                .containsExactly(
                        new RunDifference(
                                RunDifference.Kind.INPUT,
                                "dumps/RC_2024-06.zst",
                                "72608 bytes, SHA-256 dc446bbf0f2b…",
                                "72608 bytes, SHA-256 ffffffffffff…"),
                        new RunDifference(RunDifference.Kind.INPUT, "new.csv", "", "3 bytes, SHA-256 0a…"),
                        new RunDifference(RunDifference.Kind.OPTION, "deadlines_hours", "[1,24]", "[1,24,72]"),
                        new RunDifference(RunDifference.Kind.OPTION, "track.all", "", "true"),
                        new RunDifference(RunDifference.Kind.MODEL, "model", "", "research-1"),
                        new RunDifference(RunDifference.Kind.TOOL_VERSION, "Tilik", "0.4.0", "0.5.0"),
                        new RunDifference(RunDifference.Kind.SCHEMA_VERSION, "table schemas", "fedcba9876543210", "x"));
    }

    @Test
    void anOutputAndItsBundleDoNotDiffer() throws IOException, SQLException {
        first.table("removal_measures", number(0.4));
        Path bundle = temp.resolve("bundle");
        new BundleWriter(MetricRegistry.delivered(), Optional.empty()).write(first.folder(), bundle);

        assertThat(compare(first.folder(), bundle).differences()).isEmpty();
        assertThat(compare(first.folder(), bundle).counts()).isEqualTo(Map.of(Outcome.SAME, 1L));
    }

    @Test
    void theTextAndTheJsonSayIt() throws IOException, SQLException {
        first.table("removal_measures", number(0.4), share("gone.share_within", "reddit", 24, 0.5));
        second.table("removal_measures", number(0.6), share("gone.share_within", "reddit", 24, 0.51));

        assertThat(ComparisonText.of(compare(), 20))
                .contains(
                        "A: A small study (study small), run 0123456789abcdef, Tilik 0.4.0\n",
                        "  nothing that run.json states\n",
                        "  moved beyond intervals            1\n",
                        "Moved beyond intervals:\n  " + rowId("gone.share_within", "all", 24)
                                + "  gone.share_within, all = all, 24.0 h\n"
                                + "      40.0 % (95 % interval 35.0 % to 45.0 %) -> 60.0 % (95 % interval 55.0 % to 65.0 %)\n");
        assertThat(ComparisonText.of(compare(), 0)).contains("  and 1 more (--all lists them)");
        JsonNode json = ComparisonJson.of(compare());
        assertThat(json.at("/counts/moved_beyond_intervals").asInt()).isEqualTo(1);
        assertThat(json.at("/changes/0/a/estimate").asDouble()).isEqualTo(0.4);
        assertThat(json.at("/changes/0/b/estimate").asDouble()).isEqualTo(0.6);
        assertThat(json.at("/changes/1/outcome").asText()).isEqualTo("moved_within_intervals");
    }
}
