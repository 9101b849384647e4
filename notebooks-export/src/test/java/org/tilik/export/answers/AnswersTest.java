// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tilik.export.SyntheticRun.row;
import static org.tilik.export.SyntheticRun.share;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.datasets.MetricRegistry;
import org.tilik.export.RunFolder;
import org.tilik.export.SyntheticRun;
import org.tilik.export.bundle.BundleWriter;

class AnswersTest {
    @TempDir
    private Path temp;

    private SyntheticRun run;

    @BeforeEach
    void aRun() throws IOException {
        run = SyntheticRun.in(temp.resolve("out"));
    }

    private List<Answer> answers() throws IOException {
        try (RunFolder opened = RunFolder.open(run.folder())) {
            return Answers.of(opened);
        }
    }

    private List<Answer> answers(Question question) throws IOException {
        return answers().stream()
                .filter(answer -> answer.question() == question)
                .toList();
    }

    private static Map<String, Object> of(Map<String, Object> row, Object... more) {
        row.putAll(row(more));
        return row;
    }

    @Test
    void everyQuestionHasAnAnswerAndWhatTheDataCannotSayIsSaidWithAReason() throws IOException, SQLException {
        run.table("rejects", row("reason", "encoding"));

        List<Answer> answers = answers();

        assertThat(answers.stream().map(Answer::question).distinct()).containsExactly(Question.values());
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.identifiability()).isEqualTo("none");
            assertThat(answer.rowId()).isNull();
            assertThat(answer.readings()).containsOnlyKeys("en", "fr", "id");
            assertThat(answer.readings().get("en")).contains("this cannot be said, because");
            assertThat(answer.readings().get("fr")).contains("on ne peut le dire, car");
            assertThat(answer.readings().get("id")).contains("tidak dapat dikatakan, karena");
        });
        assertThat(answers(Question.DUTIES).get(0).readings().get("en")).contains("its policy job was not run");
    }

    @Test
    void referralsAreAnsweredByChannelAtTheFirstDeadlineOfADay() throws IOException, SQLException {
        Map<String, Object> hour =
                of(share("referral.removed_share_within", "hotline", 1, 0.1), "stratum_by", "channel");
        Map<String, Object> day = of(
                share("referral.removed_share_within", "hotline", 24, 0.45),
                "stratum_by",
                "channel",
                "clock",
                "referred",
                "n_items",
                12_345L);
        Map<String, Object> refused =
                of(share("referral.rejected_share_within", "hotline", 24, 0.25), "stratum_by", "channel");
        Map<String, Object> repeated = of(
                share("referral.removed_share_within", "hotline", 24, 0.4),
                "stratum_by",
                "channel",
                "correction_method",
                "unconfirmed_censored",
                "row_id",
                "00000000000000ff");
        run.table("removal_measures", hour, day, refused, repeated);

        List<Answer> answers = answers(Question.REFERRALS);

        assertThat(answers)
                .extracting(Answer::metricId)
                .containsExactly("referral.removed_share_within", "referral.rejected_share_within");
        assertThat(answers.get(0).rowId()).isEqualTo(day.get("row_id"));
        assertThat(answers.get(0).readings())
                .containsEntry(
                        "en",
                        "Of the items referred (hotline), 45.0% had ended in removal within 24 hours of the referral"
                                + " (95% interval 40.0% to 50.0%; n = 12,345).")
                .containsEntry(
                        "id",
                        "Dari item yang dirujuk (saluran pengaduan), 45,0% berakhir dengan penghapusan dalam 24 jam setelah rujukan"
                                + " (interval 95%: 40,0% sampai 50,0%; n = 12.345).");
        assertThat(answers.get(0).readings().get("fr")).contains("45,0\u00a0%", "n = 12\u202f345");
    }

    @Test
    void lawsComeBeforePromisesAndBoundsAreReadAsBounds() throws IOException, SQLException {
        Map<String, Object> promise = of(
                share("compliance.met_share", "facebook", 24, 0.4),
                "commitment",
                "christchurch-call-2019",
                "jurisdiction",
                "global",
                "period",
                "all",
                "is_signatory",
                true);
        Map<String, Object> law = of(
                share("compliance.met_share", "facebook", 1, 0.4),
                "commitment",
                "eu-tco-1h",
                "jurisdiction",
                "EU",
                "period",
                "all",
                "legal_basis",
                "Regulation (EU) 2021/784 Article 3(3)",
                "clock",
                "ordered",
                "estimate",
                null,
                "bound_low",
                0.3,
                "bound_high",
                0.6,
                "n_items",
                20L);
        Map<String, Object> month =
                of(share("compliance.met_share", "facebook", 2, 0.4), "commitment", "eu-tco-1h", "period", "2024-06");
        run.table("compliance", promise, law, month);

        List<Answer> answers = answers(Question.DUTIES);

        assertThat(answers).extracting(Answer::rowId).containsExactly((String) law.get("row_id"), (String)
                promise.get("row_id"));
        assertThat(answers.get(0).identifiability()).isEqualTo("bounds");
        assertThat(answers.get(0).readings().get("en"))
                .startsWith(
                        "EU regulation on terrorist content, 1 hour, European Union (Facebook): between 30.0% and 60.0% of"
                                + " the items concerned were removed or withheld within 1 hour after the order (");
        assertThat(answers.get(1).readings().get("en")).contains("(Facebook · member)");
    }

    @Test
    void aChangeIsReadInPointsAndWithItsReasonWhereItHasNone() throws IOException, SQLException {
        Map<String, Object> change = of(
                share("policy.level_change", "all", 24, -0.031),
                "intervention",
                "one-strike-2019+christchurch-call-2019",
                "intervention_on",
                "2019-05-14",
                "outcome_metric_id",
                "removal.share_within",
                "comparison",
                "none");
        Map<String, Object> nothing = of(
                share("policy.level_change", "all", 24, 0),
                "row_id",
                "00000000000000aa",
                "intervention",
                "second-summit-2021",
                "intervention_on",
                "2021-05-14",
                "outcome_metric_id",
                "removal.share_within",
                "comparison",
                "none",
                "estimate",
                null,
                "reason",
                "too few weeks rest on enough items");
        Map<String, Object> other = of(new HashMap<>(change), "intervention", "dsa-2023", "row_id", "00000000000000ab");
        run.table("policy_changes", change, nothing, other);

        List<Answer> answers = answers(Question.CHANGES);

        assertThat(answers).hasSize(2);
        assertThat(answers.get(0).readings().get("en"))
                .startsWith(
                        "About 2019-05-14 (one-strike rule + Christchurch Call), “Share removed within a deadline (24 hours)”"
                                + " changed in level by −3.1 percentage points (95% interval −8.1 percentage points to +1.9");
        assertThat(answers.get(1).identifiability()).isEqualTo("none");
        assertThat(answers.get(1).readings().get("fr")).contains("trop peu de semaines reposent sur assez d’éléments");
    }

    @Test
    void aStudyWithATimelineOfItsOwnIsAskedAboutItsOwnDates() throws IOException, SQLException {
        Map<String, Object> change = of(
                share("policy.level_change", "all", 24, 0.2),
                "intervention",
                "sim-promise",
                "intervention_on",
                "2024-03-11",
                "outcome_metric_id",
                "removal.share_within",
                "comparison",
                "none");
        Map<String, Object> raised =
                of(new HashMap<>(change), "row_id", "00000000000000ac", "correction_method", "thresholds_raised");
        run.table("policy_changes", change, raised);

        List<Answer> answers = answers(Question.CHANGES);

        assertThat(answers).hasSize(1);
        assertThat(answers.get(0).readings().get("en")).startsWith("About 2024-03-11 (fictional promise), ");
        assertThat(answers.get(0).readings().get("id")).contains("janji fiktif");
    }

    @Test
    void aScenarioIsReadWithBothEndsAndTheProtectedItems() throws IOException, SQLException {
        run.table(
                "counterfactuals",
                row(
                        "scenario",
                        "removal_within",
                        "parameter_hours",
                        1.0,
                        "stratum_by",
                        "all",
                        "copies_observed",
                        5_000L,
                        "copies_averted_scenario_low",
                        1_200L,
                        "copies_averted_scenario_high",
                        3_400L,
                        "protected_observed",
                        300L,
                        "protected_removed",
                        12L),
                row("scenario", "removal_within", "parameter_hours", 24.0, "stratum_by", "all"),
                row("scenario", "one_strike", "parameter_hours", 720.0, "stratum_by", "platform"));

        List<Answer> answers = answers(Question.SCENARIOS);

        assertThat(answers).hasSize(1);
        assertThat(answers.get(0).boundHigh()).isEqualTo(3_400);
        assertThat(answers.get(0).readings().get("en"))
                .isEqualTo(
                        "Scenario “removal within 1 hour of the first flag”: between 1,200 and 3,400 of 5,000 copies would"
                                + " not have been there. The same rule would have removed 12 of 300 protected items.");
    }

    @Test
    void whatIsHeldBackIsNoNumber() throws IOException, SQLException {
        run.table(
                "removal_measures",
                of(
                        share("family.last_copy_gone_share_within", "all", 24, 0.4),
                        "estimate",
                        null,
                        "suppressed",
                        true,
                        "n_items",
                        null));

        Answer answer = answers(Question.CRISIS).get(0);

        assertThat(answer.identifiability()).isEqualTo("none");
        assertThat(answer.readings().get("en")).contains("fewer than 10 items or accounts");
    }

    @Test
    void ofANumberRawAndCorrectedTheCorrectedOneIsTaken() throws IOException, SQLException {
        Map<String, Object> raw = share("family.last_copy_gone_share_within", "all", 24, 0.4);
        Map<String, Object> corrected = of(
                share("family.last_copy_gone_share_within", "all", 24, 0.5),
                "correction_method",
                "audit_ipw",
                "row_id",
                "00000000000000aa");
        run.table("removal_measures", raw, corrected);

        assertThat(answers(Question.CRISIS).get(0).rowId()).isEqualTo("00000000000000aa");
    }

    @Test
    void noAnswerClaimsMoreThanTheDataCan() throws IOException, SQLException {
        run.table("rejects", row("reason", "encoding"));

        for (Answer answer : answers()) {
            assertThat(answer.readings().values())
                    .allSatisfy(reading -> assertThat(reading)
                            .doesNotContain(
                                    "effect of", "caused", "effet de", "causé", "akibat", "disebabkan", "{", "null"));
        }
    }

    @Test
    void theBundleHasTheAnswersAsCsv() throws IOException, SQLException {
        Map<String, Object> hostile =
                of(share("referral.removed_share_within", "=1+1\u202E", 24, 0.45), "stratum_by", "channel");
        run.table("removal_measures", hostile);
        Path bundle = temp.resolve("bundle");

        new BundleWriter(MetricRegistry.delivered(), Optional.empty()).write(run.folder(), bundle);

        List<String> lines = Files.readAllLines(bundle.resolve("answers.csv"));
        assertThat(lines.get(0))
                .isEqualTo(
                        "question_id,table,row_id,metric_id,estimate,ci_low,ci_high,bound_low,bound_high,n_items,clock,"
                                + "identifiability,reading_en,reading_fr,reading_id");
        assertThat(lines.get(1))
                .startsWith("referrals-2015-02,removal_measures," + hostile.get("row_id")
                        + ",referral.removed_share_within,0.45,0.4,0.5,NA,NA,1000,posted,point,")
                .doesNotContain("\u202E");
        assertThat(lines).hasSizeGreaterThan(Question.values().length);
        assertThat(Files.readString(bundle.resolve("datapackage.json"))).contains("\"answers.csv\"");
        assertThat(Files.readString(bundle.resolve("DATA_DICTIONARY.md"))).contains("### answers");
        assertThat(Arrays.asList(Files.readString(bundle.resolve("SHA256SUMS")).split("\n")))
                .anyMatch(line -> line.endsWith("  answers.csv"));
    }
}
