// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.counter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.model.table.CounterSpeechRow;
import org.tilik.pipeline.audit.CodedWorld;
import org.tilik.pipeline.policy.PolicyJob;
import org.tilik.pipeline.policy.PolicyPlan;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableDigest;
import org.tilik.pipeline.table.TableReader;

/** Every second of 1,600 posts that the classifier calls hateful is answered by a counter reply after two hours. */
class CounterSpeechPipelineTest {
    @TempDir
    static Path temp;

    private static CodedWorld world;
    private static Run run;
    private static List<CounterSpeechRow> rows;

    @BeforeAll
    static void measure() throws Exception {
        world = new CodedWorld(5);
        run = world.write(temp, "audited", true);
        new PolicyJob(run).run(CodedWorld.environment(2));
        rows = TableReader.read(
                Table.COUNTER_SPEECH, run.folder(Table.COUNTER_SPEECH).root());
    }

    private static CounterSpeechRow row(List<CounterSpeechRow> rows, String stratum, String metric, Double deadline) {
        return rows.stream()
                .filter(row -> row.stratum().equals(stratum)
                        && row.metricId().equals(metric)
                        && !row.correctionMethod().equals("dsl")
                        && (deadline == null || deadline.equals(row.deadlineHours())))
                .reduce((one, other) -> {
                    throw new AssertionError("two rows: " + one + " and " + other);
                })
                .orElseThrow();
    }

    @Test
    void sharesRatiosAndWaitsAreThoseOfTheWorld() {
        for (String stratum : List.of("all", "reddit")) {
            CounterSpeechRow share = row(rows, stratum, CounterRows.SHARE, null);
            assertThat(share.estimate()).isCloseTo(1 / 3.0, within(1e-12));
            assertThat(share.nItems()).isEqualTo(CodedWorld.POSTS * 3 / 2);
            assertThat(share.correctionMethod()).isEqualTo("classifier, not corrected");
            assertThat(row(rows, stratum, CounterRows.COPIES, null).estimate()).isEqualTo(0.5);
            // Nobody counted the views of replies.
            assertThat(row(rows, stratum, CounterRows.VIEWS, null).identifiability())
                    .isEqualTo("none");
            CounterSpeechRow day = row(rows, stratum, CounterRows.ANSWERED, 24.0);
            assertThat(day.estimate()).isCloseTo(0.5, within(0.01));
            assertThat(day.ciLow()).isLessThan(0.5);
            assertThat(day.ciHigh()).isGreaterThan(0.5);
            assertThat(day.nItems()).isBetween(CodedWorld.POSTS - 5L, (long) CodedWorld.POSTS);
            assertThat(row(rows, stratum, CounterRows.ANSWERED, 1.0).estimate()).isZero();
            assertThat(row(rows, stratum, CounterRows.LATENCY, null).nEvents()).isEqualTo(CodedWorld.POSTS / 2);
        }
        assertThat(rows).extracting(CounterSpeechRow::rowId).doesNotHaveDuplicates();
    }

    /**
     * The classifier calls every post hateful and every reply counter-speech; a ninth or so of the posts are counter-speech, and
     * five in eight are hateful. Replies were not among what could be drawn.
     */
    @Test
    void codedItemsCorrectSharesAndRatiosButNotWhatRestsOnTwoTexts() {
        double counter = CodedWorld.POSTS / 2.0 + CodedWorld.POSTS * (0.15 + 0.6) / 2 / 3;
        double hateful = CodedWorld.POSTS * (0.85 + 0.4) / 2;
        for (String stratum : List.of("all", "reddit")) {
            CounterSpeechRow share = corrected(stratum, CounterRows.SHARE);
            assertThat(share.ciLow()).isLessThan(counter / (CodedWorld.POSTS * 1.5));
            assertThat(share.ciHigh()).isGreaterThan(counter / (CodedWorld.POSTS * 1.5));
            assertThat(share.estimate()).isGreaterThan(1 / 3.0);
            assertThat(share.ciMethod()).isEqualTo("dsl_stratified_t");
            assertThat(share.nEffective()).isEqualTo(300);
            CounterSpeechRow copies = corrected(stratum, CounterRows.COPIES);
            assertThat(copies.ciLow()).isLessThan(counter / hateful).isGreaterThan(0.5);
            assertThat(copies.ciHigh()).isGreaterThan(counter / hateful);
            assertThat(copies.ciMethod()).isEqualTo("dsl_stratified_fieller");
            assertThat(corrected(stratum, CounterRows.VIEWS).identifiability()).isEqualTo("none");
        }
        assertThat(rows)
                .filteredOn(row -> row.correctionMethod().equals("dsl"))
                .extracting(CounterSpeechRow::metricId)
                .doesNotContain(CounterRows.ANSWERED, CounterRows.LATENCY);
    }

    private static CounterSpeechRow corrected(String stratum, String metric) {
        return rows.stream()
                .filter(row -> row.stratum().equals(stratum)
                        && row.metricId().equals(metric)
                        && row.correctionMethod().equals("dsl"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutAnAuditRowsSayWhatOneWouldGive() throws Exception {
        Run plain = world.write(temp, "plain", false);
        new PolicyJob(plain).run(CodedWorld.environment(1));
        List<CounterSpeechRow> none = TableReader.read(
                Table.COUNTER_SPEECH, plain.folder(Table.COUNTER_SPEECH).root());
        assertThat(none).extracting(CounterSpeechRow::stratum).containsOnly("all", "reddit");
        // Five metrics, one of them at two deadlines.
        assertThat(none).hasSize(12).allSatisfy(row -> {
            assertThat(row.identifiability()).isEqualTo("none");
            assertThat(row.correctionMethod()).isEqualTo("no_audit");
            assertThat(row.nItems()).isNull();
        });
    }

    @Test
    void theRowsDoNotDependOnTheNumberOfTasks() throws Exception {
        Run one = world.write(temp, "one", true);
        new PolicyJob(one).run(CodedWorld.environment(1));
        assertThat(TableDigest.of(
                        Table.COUNTER_SPEECH, one.folder(Table.COUNTER_SPEECH).root()))
                .isEqualTo(TableDigest.of(
                        Table.COUNTER_SPEECH, run.folder(Table.COUNTER_SPEECH).root()));
    }

    @Test
    void incidentsAreTheDaysFromAnEventOn() {
        PolicyPlan plan = PolicyPlan.of(run);
        assertThat(CounterCell.incidents(plan, micros("2019-03-21T23:00:00Z"), "twitter"))
                .extracting(CounterCell::key)
                .containsExactly(
                        "incident\tchristchurch-attack-2019\tall",
                        "incident\tchristchurch-attack-2019\tplatform=twitter");
        assertThat(CounterCell.incidents(plan, micros("2019-03-22T00:00:00Z"), "twitter"))
                .isEmpty();
        assertThat(CounterCell.incidents(plan, micros("2019-03-14T23:59:59Z"), "twitter"))
                .isEmpty();
    }

    private static long micros(String time) {
        return TimeUnit.MILLISECONDS.toMicros(Instant.parse(time).toEpochMilli());
    }
}
