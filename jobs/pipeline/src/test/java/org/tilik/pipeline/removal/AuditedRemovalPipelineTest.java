// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.audit.CodedWorld;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableDigest;
import org.tilik.pipeline.table.TableReader;

/** Removal of what a classifier selected, in a world where it selects worse in one language than in the other. */
class AuditedRemovalPipelineTest {
    @TempDir
    static Path temp;

    private static CodedWorld world;
    private static Run run;
    private static List<RemovalMeasureRow> rows;

    @BeforeAll
    static void measure() throws Exception {
        world = new CodedWorld(11);
        run = world.write(temp, "audited", true);
        new RemovalJob(run).run(CodedWorld.environment(2));
        rows = TableReader.read(
                Table.REMOVAL_MEASURES, run.folder(Table.REMOVAL_MEASURES).root());
    }

    private static RemovalMeasureRow row(String stratum, String metric, String correction) {
        return rows.stream()
                .filter(row -> row.stratum().equals(stratum)
                        && row.metricId().equals(metric)
                        && row.correctionMethod().equals(correction)
                        && (row.deadlineHours() == null || row.deadlineHours() == 24)
                        && (row.cause() == null || row.cause().equals("all")))
                .reduce((one, other) -> {
                    throw new AssertionError("two rows: " + one + " and " + other);
                })
                .orElseThrow();
    }

    @Test
    void theGapOfTheLanguagesGoesWithTheCorrection() {
        double raw = row("reddit|en", "removal.share_within", "classifier-tracked items")
                        .estimate()
                - row("reddit|id", "removal.share_within", "classifier-tracked items")
                        .estimate();
        double corrected = row("reddit|en", "removal.share_within", "audit_ipw").estimate()
                - row("reddit|id", "removal.share_within", "audit_ipw").estimate();
        assertThat(raw).isGreaterThan(0.2);
        assertThat(Math.abs(corrected)).isLessThan(raw / 2);
        for (String stratum : List.of("all", "reddit", "reddit|en", "reddit|id")) {
            for (String metric : List.of("removal.share_within", "gone.share_within")) {
                RemovalMeasureRow row = row(stratum, metric, "audit_ipw");
                assertThat(row.ciLow()).as(row.toString()).isLessThan(CodedWorld.HATEFUL_REMOVED);
                assertThat(row.ciHigh()).as(row.toString()).isGreaterThan(CodedWorld.HATEFUL_REMOVED);
                assertThat(row.ciMethod()).isEqualTo("audit_stratum_bootstrap_percentile_1000");
                assertThat(row.nItems()).isLessThan(301);
            }
        }
        assertThat(row("all", "gone.median_hours", "audit_ipw").estimate()).isBetween(8.0, 24.0);
    }

    @Test
    void boundsByThePredictiveValueHoldTheTruth() {
        for (String stratum : List.of("all", "reddit|en", "reddit|id")) {
            RemovalMeasureRow raw = row(stratum, "removal.share_within", "classifier-tracked items");
            RemovalMeasureRow adjusted = row(stratum, "removal.share_within", "ppv_adjusted");
            assertThat(adjusted.identifiability()).isEqualTo("bounds");
            assertThat(adjusted.boundLow()).isEqualTo(raw.boundLow());
            assertThat(adjusted.boundHigh()).isGreaterThan(raw.boundHigh());
            assertThat(adjusted.ciLow()).isLessThan(CodedWorld.HATEFUL_REMOVED);
            assertThat(adjusted.ciHigh()).isGreaterThan(CodedWorld.HATEFUL_REMOVED);
            assertThat(adjusted.nItems()).isEqualTo(raw.nItems());
        }
        assertThat(rows).extracting(RemovalMeasureRow::rowId).doesNotHaveDuplicates();
    }

    @Test
    void withoutAnAuditTheSameRowsStandAloneAndTasksDoNotMatter() throws Exception {
        Run plain = world.write(temp, "plain", false);
        new RemovalJob(plain).run(CodedWorld.environment(1));
        List<RemovalMeasureRow> raw = TableReader.read(
                Table.REMOVAL_MEASURES, plain.folder(Table.REMOVAL_MEASURES).root());
        assertThat(raw)
                .noneMatch(row -> row.correctionMethod().equals("audit_ipw")
                        || row.correctionMethod().equals("ppv_adjusted"));
        assertThat(rows).containsAll(raw);

        Run one = world.write(temp, "one", true);
        new RemovalJob(one).run(CodedWorld.environment(1));
        assertThat(TableDigest.of(
                        Table.REMOVAL_MEASURES,
                        one.folder(Table.REMOVAL_MEASURES).root()))
                .isEqualTo(TableDigest.of(
                        Table.REMOVAL_MEASURES,
                        run.folder(Table.REMOVAL_MEASURES).root()));
    }
}
