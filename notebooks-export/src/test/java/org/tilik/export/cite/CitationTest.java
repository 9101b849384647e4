// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.cite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tilik.export.SyntheticRun.rowId;
import static org.tilik.export.SyntheticRun.share;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.datasets.MetricRegistry;
import org.tilik.export.ExportError;
import org.tilik.export.RunFolder;
import org.tilik.export.SyntheticRun;
import org.tilik.export.bundle.BundleWriter;

class CitationTest {
    private static final String POINT = rowId("gone.share_within", "all", 24);

    @TempDir
    private Path temp;

    private SyntheticRun run;

    @BeforeEach
    void aRun() throws IOException, SQLException {
        run = SyntheticRun.in(temp.resolve("out"));
        Map<String, Object> bounds = share("gone.share_within", "reddit", 24, 0.4);
        bounds.put("estimate", null);
        bounds.put("bound_low", 0.322);
        bounds.put("bound_high", 0.456);
        bounds.put("identifiability", "bounds");
        bounds.put("conditional_on_hours", 1.5);
        bounds.put("model_id", "research-00000000");
        bounds.put("correction_method", "classifier-tracked items");
        Map<String, Object> nothing = share("gone.share_within", "all", 1, 0.4);
        nothing.put("estimate", null);
        nothing.put("ci_low", null);
        nothing.put("ci_high", null);
        nothing.put("identifiability", "none");
        Map<String, Object> suppressed = share("gone.share_within", "x", 24, 0.4);
        for (String number : new String[] {"estimate", "ci_low", "ci_high", "n_items", "n_events"}) {
            suppressed.put(number, null);
        }
        suppressed.put("suppressed", true);
        Map<String, Object> mean = share("family.copies_mean_within", "all", 24, 1.25);
        run.table("removal_measures", share("gone.share_within", "all", 24, 0.4), bounds, nothing, suppressed, mean)
                .table("prevalence", share("prevalence.share", "all", 1, 0.148))
                .table("spread_measures", share("cascade.of_the_future", "all", 3, 7));
    }

    private Citation cite(String rowId) {
        return cite(rowId, run.folder());
    }

    private static Citation cite(String rowId, Path place) {
        try (RunFolder opened = RunFolder.open(place)) {
            return new RowFinder(opened, MetricRegistry.delivered()).find(rowId);
        }
    }

    @Test
    void theSentenceHoldsTheNumberWithAllThatBelongsToIt() {
        assertThat(cite(POINT).sentence())
                .isEqualTo(
                        "Share gone within a deadline (gone.share_within, version 1), stratum all, within 24 h, clock"
                                + " posted: 40.0 % (95 % interval 35.0 % to 45.0 % by greenwood_log_log; n = 1,000). A small study"
                                + " (study small), run 0123456789abcdef, row " + POINT + ", made by Tilik 0.4.0 from"
                                + " RC_2024-06.zst (SHA-256 dc446bbf0f2b…). The number does not depend on a text classifier.");
    }

    @Test
    void boundsAndConditionsAndTheModelAreStated() {
        assertThat(cite(rowId("gone.share_within", "reddit", 24)).sentence())
                .contains(
                        "platform = reddit",
                        "conditional on staying visible for 1.5 h",
                        ": between 32.2 % and 45.6 % (bounds, no single value is identified; 95 % interval",
                        "Depends on the text classifier research-00000000, whose error by language is stated in its model card",
                        "correction for its error: classifier-tracked items.");
    }

    @Test
    void whatTheDataDoNotSayIsSaidSo() {
        assertThat(cite(rowId("gone.share_within", "all", 1)).sentence())
                .contains(": not identified by these data (n = 1,000).");
    }

    @Test
    void meansAreNoPercentages() {
        assertThat(cite(rowId("family.copies_mean_within", "all", 24)).statement())
                .contains(": 1.25 (95 % interval 1.20 to 1.30");
    }

    @Test
    void everyTableOfMeasuresIsLookedAtAndUnknownMetricsAreNamedByTheirId() {
        assertThat(cite(rowId("prevalence.share", "all", 1)).statement()).contains("14.8 %");
        assertThat(cite(rowId("cascade.of_the_future", "all", 3)).statement())
                .startsWith("cascade.of_the_future (cascade.of_the_future, version 1)");
    }

    @Test
    void aBundleCitesAsTheOutputDoes() throws IOException {
        Path bundle = temp.resolve("bundle");
        new BundleWriter(MetricRegistry.delivered(), Optional.empty()).write(run.folder(), bundle);

        assertThat(cite(POINT, bundle).sentence()).isEqualTo(cite(POINT).sentence());
    }

    @Test
    void aNumberThatWasChangedByHandIsNotCited() throws IOException, SQLException {
        Path bundle = temp.resolve("bundle");
        new BundleWriter(MetricRegistry.delivered(), Optional.empty()).write(run.folder(), bundle);
        SyntheticRun other = SyntheticRun.in(temp.resolve("other"))
                .table("removal_measures", share("gone.share_within", "all", 24, 0.9));
        Files.copy(
                other.folder().resolve("release/removal_measures/_attempt/0123456789abcdef/part-00000.parquet"),
                bundle.resolve("tables/removal_measures.parquet"),
                StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> cite(POINT, bundle)).hasMessageContaining("it was changed since");
    }

    private static Map<String, Object> of(Map<String, Object> row, Object... more) {
        row.putAll(SyntheticRun.row(more));
        return row;
    }

    @Test
    void aDutyIsCitedWithItsCommitmentItsPlaceAndItsLaw() throws IOException, SQLException {
        Map<String, Object> met = of(
                share("compliance.met_share", "facebook", 1, 0.42),
                "commitment",
                "eu-tco-1h",
                "jurisdiction",
                "EU",
                "platform",
                "facebook",
                "period",
                "all",
                "is_signatory",
                true,
                "legal_basis",
                "Regulation (EU) 2021/784 Article 3(3)",
                "evidence_level",
                "mixed",
                "clock",
                "ordered");
        run.table("compliance", met);

        assertThat(cite((String) met.get("row_id")).statement())
                .isEqualTo(
                        "Share acted on within the deadline of a law, promise or request (compliance.met_share, version 1),"
                                + " platform = facebook, commitment eu-tco-1h, jurisdiction EU, period all, is signatory true,"
                                + " legal basis Regulation (EU) 2021/784 Article 3(3), within 1 h, clock ordered: 42.0 %"
                                + " (95 % interval 37.0 % to 47.0 % by greenwood_log_log; n = 1,000; evidence level mixed).");
    }

    @Test
    void aChangeIsCitedWithItsDateItsOutcomeAndItsWeeks() throws IOException, SQLException {
        Map<String, Object> change = of(
                share("policy.level_change", "all", 24, -0.031),
                "intervention",
                "one-strike-2019+christchurch-call-2019",
                "intervention_on",
                "2019-05-14",
                "outcome_metric_id",
                "removal.share_within",
                "comparison",
                "none",
                "n_weeks_before",
                20L,
                "n_weeks_after",
                18L,
                "p_value",
                0.04);
        run.table("policy_changes", change);

        assertThat(cite((String) change.get("row_id")).statement())
                .contains(
                        "intervention one-strike-2019+christchurch-call-2019",
                        "outcome metric id removal.share_within",
                        "date 2019-05-14",
                        ": -3.1 percentage points (95 % interval -8.1 percentage points to +1.9 percentage points",
                        "n weeks before 20; n weeks after 18; p value 0.04");
    }

    @Test
    void aScenarioIsCitedWithBothEndsTheProtectedItemsAndItsAssumptions() throws IOException, SQLException {
        Map<String, Object> scenario = SyntheticRun.row(
                "row_id",
                "00000000000000aa",
                "scenario",
                "removal_within",
                "parameter_hours",
                1.0,
                "stratum_by",
                "all",
                "stratum",
                "all",
                "copies_observed",
                5_000L,
                "copies_averted_scenario_low",
                1_200L,
                "copies_averted_scenario_high",
                3_400L,
                "views_observed_lower",
                90_000L,
                "views_averted_scenario_low",
                10_000L,
                "protected_observed",
                300L,
                "protected_removed",
                12L,
                "identifiability",
                "bounds",
                "assumptions",
                "Nobody waits.",
                "correction_method",
                "none");
        run.table(
                "counterfactuals",
                scenario,
                of(new HashMap<>(scenario), "row_id", "00000000000000ab", "suppressed", true));

        Citation citation = cite("00000000000000aa");
        assertThat(citation.statement())
                .isEqualTo(
                        "Scenario removal within (removal_within, 1 h), stratum all: between 1,200 (low) and 3,400 (high) of"
                                + " 5,000 copies averted; at least 10,000 views averted, of at least 90,000; 12 of 300 protected items"
                                + " removed by the same rule. A scenario, not an observation; it takes for granted: Nobody waits.");
        assertThat(citation.sentence()).contains("row 00000000000000aa, made by Tilik 0.4.0");
        assertThat(BibTex.of(citation)).startsWith("@misc{tilik-0123456789abcdef-00000000000000aa,");
        assertThatThrownBy(() -> cite("00000000000000ab")).hasMessageContaining("is suppressed");
        assertThatThrownBy(() -> cite("removal_within")).hasMessageContaining("such as 00000000000000aa");
    }

    @Test
    void anEmptyTableOfARunIsLookedIntoWithoutComplaint() throws IOException, SQLException {
        run.write("release", "compliance", List.of(), 0);
        run.write("release", "counterfactuals", List.of(), 0);

        assertThat(cite(POINT).statement()).contains("40.0 %");
        assertThatThrownBy(() -> cite("00000000000000aa")).isInstanceOf(ExportError.class);
    }

    @Test
    void manyInputsAreNamedByOneDigest() throws IOException {
        for (int i = 0; i < 9; i++) {
            run.run()
                    .withArray("/inputs")
                    .addObject()
                    .put("name", "f" + i)
                    .put("bytes", 1)
                    .put("sha256", "00" + i);
        }
        run.save();

        assertThat(cite(POINT).sentence())
                .containsPattern("from 10 inputs \\(named with their SHA-256 in run.json; .*: [0-9a-f]{12}…\\)");
    }

    @Test
    void aSuppressedNumberIsRefusedWithTheReason() {
        assertThatThrownBy(() -> cite(rowId("gone.share_within", "x", 24)))
                .isInstanceOf(ExportError.class)
                .hasMessageContaining("is suppressed: its group has fewer than 10 items or accounts");
    }

    @Test
    void anUnknownIdGetsTheNearestOne() {
        assertThatThrownBy(() -> cite(POINT.substring(0, 15) + (POINT.endsWith("0") ? "1" : "0")))
                .hasMessageContaining("Did you mean " + POINT + " (gone.share_within)?");
        assertThatThrownBy(() -> cite(POINT.substring(0, 6))).hasMessageContaining("Did you mean " + POINT);
        assertThatThrownBy(() -> cite("gone.share_within"))
                .hasMessageContaining("It is a metric; expected one of its rows");
        assertThatThrownBy(() -> cite("xyz")).hasMessageContaining("16 hex digits in the column row_id");
    }

    @Test
    void aNumberOfAnUnfinishedTableIsNotCitedAndTheTableIsNamed() throws IOException {
        Files.delete(run.folder().resolve("release/removal_measures/_SUCCESS"));

        assertThatThrownBy(() -> cite(POINT)).hasMessageContaining("[removal_measures] are not finished");
    }

    @Test
    void aNumberOfAnotherRunThanThatOfRunJsonIsNotCited() throws IOException {
        run.run().put("run_id", "ffffffffffffffff");
        run.save();

        assertThatThrownBy(() -> cite(POINT))
                .hasMessageContaining("is of run 0123456789abcdef, but run.json is of run ffff");
    }

    @Test
    void referenceManagersGetTheSentence() {
        Citation citation = cite(POINT);
        JsonNode csl = CslJson.of(citation).get(0);
        assertThat(csl.path("type").asText()).isEqualTo("dataset");
        assertThat(csl.at("/issued/date-parts").toString()).isEqualTo("[[2026,1,2]]");
        assertThat(csl.path("note").asText()).isEqualTo(citation.sentence());
        assertThat(BibTex.of(citation))
                .startsWith("@misc{tilik-0123456789abcdef-" + POINT + ",\n")
                .contains("year = {2026}", "40.0 \\%", "gone.share\\_within")
                .endsWith("}");
    }

    @Test
    void hostileTextIsInertInBibTex() {
        assertThat(BibTex.text("\\input{x} $a^2$ 5 % #1 ~ _\n\u0000"))
                .isEqualTo(
                        "\\textbackslash{}input\\{x\\} \\$a\\textasciicircum{}2\\$ 5 \\% \\#1 \\textasciitilde{} \\_  ");
    }
}
