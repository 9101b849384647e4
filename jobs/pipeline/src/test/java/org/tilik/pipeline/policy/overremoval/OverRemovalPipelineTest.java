// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.overremoval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.model.table.OverRemovalRow;
import org.tilik.pipeline.audit.CodedWorld;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.policy.PolicyJob;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableDigest;
import org.tilik.pipeline.table.TableReader;

/** Removal by what coders say, in a world where hateful posts are removed twelve times as often as others. */
class OverRemovalPipelineTest {
    @TempDir
    static Path temp;

    private static CodedWorld world;
    private static Run run;
    private static JobCounts counts;
    private static List<OverRemovalRow> rows;

    @BeforeAll
    static void measure() throws Exception {
        world = new CodedWorld(5);
        run = world.write(temp, "audited", true);
        counts = new PolicyJob(run).run(CodedWorld.environment(2));
        rows = TableReader.read(
                Table.OVER_REMOVAL, run.folder(Table.OVER_REMOVAL).root());
    }

    private static OverRemovalRow row(List<OverRemovalRow> rows, String stratum, String metric, String set) {
        return rows.stream()
                .filter(row -> row.stratum().equals(stratum)
                        && row.metricId().equals(metric)
                        && Objects.equals(row.itemClass(), set)
                        && (row.deadlineHours() == null || row.deadlineHours() == 24))
                .reduce((one, other) -> {
                    throw new AssertionError("two rows: " + one + " and " + other);
                })
                .orElseThrow();
    }

    private static OverRemovalRow row(String stratum, String metric, String set) {
        return row(rows, stratum, metric, set);
    }

    @Test
    void classesAreRemovedAsOftenAsTheWorldHasIt() {
        for (String set : List.of("hateful", CodedMembers.VIOLATING)) {
            OverRemovalRow row = row("all", CodedMembers.REMOVED, set);
            assertThat(row.ciLow()).isLessThan(CodedWorld.HATEFUL_REMOVED);
            assertThat(row.ciHigh()).isGreaterThan(CodedWorld.HATEFUL_REMOVED);
            assertThat(row.ciMethod()).isEqualTo("audit_stratum_bootstrap_percentile_1000");
            assertThat(row.correctionMethod()).isEqualTo("audit_weighted");
        }
        OverRemovalRow isProtected = row("all", CodedMembers.REMOVED, CodedMembers.PROTECTED);
        assertThat(isProtected.estimate()).isLessThan(0.15);
        assertThat(isProtected.nItems())
                .isEqualTo(row("all", CodedMembers.REMOVED, "none").nItems()
                        + row("all", CodedMembers.REMOVED, "counter").nItems());
        OverRemovalRow difference = row("all", CodedMembers.DIFFERENCE, null);
        double truth = CodedWorld.OTHERS_REMOVED - CodedWorld.HATEFUL_REMOVED;
        assertThat(difference.ciLow()).isLessThan(truth);
        assertThat(difference.ciHigh()).isGreaterThan(truth);
        assertThat(difference.estimate())
                .isCloseTo(
                        isProtected.estimate()
                                - row("all", CodedMembers.REMOVED, CodedMembers.VIOLATING)
                                        .estimate(),
                        within(1e-12));
        assertThat(counts.count("audit.followed")).isEqualTo(300);
    }

    @Test
    void precisionOfRemovalAndReturnsAreShares() {
        OverRemovalRow precision = row("all", CodedMembers.PRECISION, null);
        // How often the interval holds is tried in many worlds (AuditCoverageTest, predictive value); this is one of
        // them.
        double error = (precision.ciHigh() - precision.ciLow()) / (2 * 1.96);
        assertThat(precision.estimate()).isCloseTo(world.precision(), within(4 * error));
        assertThat(precision.nItems()).isGreaterThan(precision.nEvents());
        OverRemovalRow restored = row("all", CodedMembers.RESTORED, "hateful");
        assertThat(restored.ciLow()).isLessThan(0.25);
        assertThat(restored.ciHigh()).isGreaterThan(0.25);
        // The precision among English posts is higher, because more of them are hateful.
        assertThat(row("reddit|en", CodedMembers.PRECISION, null).estimate())
                .isGreaterThan(row("reddit|id", CodedMembers.PRECISION, null).estimate());
    }

    @Test
    void smallClassesAreHeldBackAndDoNotFollowFromLargerOnes() {
        for (OverRemovalRow row : rows) {
            if (row.suppressed()) {
                assertThat(row.nItems()).isNull();
                assertThat(row.estimate()).isNull();
                assertThat(row.boundLow()).isNull();
            } else if (row.metricId().equals(CodedMembers.REMOVED)) {
                assertThat(row.nItems()).isGreaterThanOrEqualTo(10);
            }
        }
        // Nobody coded anything as support of a violent organisation.
        assertThat(row("all", CodedMembers.REMOVED, "extremist_support").suppressed())
                .isTrue();
        assertThat(rows).extracting(OverRemovalRow::rowId).doesNotHaveDuplicates();
    }

    @Test
    void withoutAnAuditRowsSayWhatOneWouldGive() throws Exception {
        Run plain = world.write(temp, "plain", false);
        new PolicyJob(plain).run(CodedWorld.environment(1));
        List<OverRemovalRow> none = TableReader.read(
                Table.OVER_REMOVAL, plain.folder(Table.OVER_REMOVAL).root());
        assertThat(none).extracting(OverRemovalRow::stratum).containsOnly("all", "reddit");
        assertThat(none).allSatisfy(row -> {
            assertThat(row.identifiability()).isEqualTo("none");
            assertThat(row.correctionMethod()).isEqualTo("no_audit");
            assertThat(row.estimate()).isNull();
        });
        assertThat(row(none, "reddit", CodedMembers.DIFFERENCE, null).nItems()).isNull();
    }

    @Test
    void theRowsDoNotDependOnTheNumberOfTasks() throws Exception {
        Run one = world.write(temp, "one", true);
        new PolicyJob(one).run(CodedWorld.environment(1));
        assertThat(TableDigest.of(
                        Table.OVER_REMOVAL, one.folder(Table.OVER_REMOVAL).root()))
                .isEqualTo(TableDigest.of(
                        Table.OVER_REMOVAL, run.folder(Table.OVER_REMOVAL).root()));
    }
}
