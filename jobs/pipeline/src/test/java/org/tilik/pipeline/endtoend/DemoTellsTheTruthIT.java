// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.datasets.generate.SecondPlatform;
import org.tilik.datasets.generate.TruthItem;
import org.tilik.datasets.generate.World;
import org.tilik.datasets.generate.WorldSettings;
import org.tilik.model.table.CounterSpeechRow;
import org.tilik.model.table.OverRemovalRow;
import org.tilik.model.table.PolicyChangeRow;
import org.tilik.model.table.PrevalenceRow;
import org.tilik.pipeline.table.Table;

/** The committed demo, with the timeline and the audit that lie beside it, against what its generator planted. */
class DemoTellsTheTruthIT {
    private static final Path DEMO = Path.of("../../datasets/studies/demo.yaml");
    private static final Set<String> VIOLATING = Set.of("supportive");
    private static final Set<String> COUNTER = Set.of("reporting", "counter_speech");

    @TempDir
    private static Path temp;

    private static final RecordedTruth TRUTH = new RecordedTruth();
    private static Output output;

    @BeforeAll
    static void run() throws IOException {
        new World(WorldSettings.sample()).writeTo(temp.resolve("world"), TRUTH);
        new SecondPlatform(WorldSettings.sampleSecond()).tell(TRUTH);
        output = new Output(temp.resolve("out"));
        Invocation.succeeding("run", DEMO.toString(), "--output", output.toString(), "--no-export");
    }

    private static List<TruthItem> items(Predicate<TruthItem> isMeant) {
        return TRUTH.items().stream()
                .filter(item -> item.inWindow() && !item.kind().equals("share") && isMeant.test(item))
                .toList();
    }

    private static boolean isRemoved(TruthItem item, double hours) {
        return item.trueGoneAtUtc() != null
                && !item.trueCause().equals("author")
                && Duration.between(item.postedAtUtc(), item.trueGoneAtUtc()).toMillis() <= hours * 3_600_000;
    }

    private static double removed(List<TruthItem> items, double hours) {
        return items.stream().filter(item -> isRemoved(item, hours)).count() / (double) items.size();
    }

    private static double shareOf(Set<String> labels) {
        List<TruthItem> coded = items(TruthItem::capturedVisible);
        return coded.stream().filter(item -> labels.contains(item.label())).count() / (double) coded.size();
    }

    private static double changeOfRemoval(String platform, double hours) {
        Instant promised = WorldSettings.sample().reform().on();
        Predicate<TruthItem> isThere = item -> item.platform().equals(platform);
        Predicate<TruthItem> isLater = item -> !item.postedAtUtc().isBefore(promised);
        return removed(items(isThere.and(isLater)), hours) - removed(items(isThere.and(isLater.negate())), hours);
    }

    private static PolicyChangeRow level(String stratum, String comparison, double hours) throws IOException {
        return output.rows(Table.POLICY_CHANGES).stream()
                .filter(each -> each.stratum().equals(stratum)
                        && each.intervention().equals("sim-promise")
                        && each.metricId().equals("policy.level_change")
                        && each.outcomeMetricId().equals("removal.share_within")
                        && each.deadlineHours() == hours
                        && each.comparison().equals(comparison)
                        && each.correctionMethod().equals("none"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePromiseIsFoundWhereItWasKeptAndNotElsewhere() throws IOException {
        for (double hours : new double[] {24, 168}) {
            double change = changeOfRemoval("reddit", hours);
            assertThat(change).isGreaterThan(0.1);
            assertHolds(level("reddit", "none", hours), change);
            assertHolds(level("bluesky", "none", hours), 0);
            assertHolds(level("all", "control", hours), change);
        }
    }

    private static void assertHolds(PolicyChangeRow row, double change) {
        assertThat(row.ciLow()).as(row.toString()).isLessThan(change);
        assertThat(row.ciHigh()).as(row.toString()).isGreaterThan(change);
    }

    @Test
    void sharesOfLabelsAreThoseOfTheAuditAndTheTruthIsInTheirIntervals() throws IOException {
        assertShare("extremist_support", shareOf(VIOLATING));
        assertShare("counter", shareOf(COUNTER));
        assertThat(output.runJson().toString()).contains("\"audit.coded\":500", "\"audit.not_scored_in_run\":0");
    }

    private static void assertShare(String label, double truth) throws IOException {
        PrevalenceRow row = output.rows(Table.PREVALENCE).stream()
                .filter(each -> each.stratum().equals("all")
                        && label.equals(each.label())
                        && each.threshold() == null
                        && each.correctionMethod().equals("dsl"))
                .findFirst()
                .orElseThrow();
        assertThat(row.ciLow()).as(row.toString()).isLessThan(truth);
        assertThat(row.ciHigh()).as(row.toString()).isGreaterThan(truth);
    }

    @Test
    void whatIsProtectedIsRemovedAsOftenAsPlanted() throws IOException {
        for (String set : List.of("protected", "violating")) {
            // Comments are captured only days later, so that others tell of the first day; what Reddit's filters take
            // at
            // once is gone before anybody sees it.
            List<TruthItem> captured = items(item -> !item.form().equals("comment")
                    && (item.platform().equals("bluesky") || item.capturedVisible())
                    && VIOLATING.contains(item.label()) == set.equals("violating"));
            double truth = removed(captured, 24);
            OverRemovalRow row = output.rows(Table.OVER_REMOVAL).stream()
                    .filter(each -> each.stratum().equals("all")
                            && each.metricId().equals("over_removal.removed_share_within")
                            && set.equals(each.itemClass())
                            && each.deadlineHours() == 24)
                    .findFirst()
                    .orElseThrow();
            assertThat(row.ciLow()).as(row.toString()).isLessThan(truth);
            assertThat(row.ciHigh()).as(row.toString()).isGreaterThan(truth);
        }
    }

    @Test
    void counterSpeechIsWeighedAgainstWhatItCounters() throws IOException {
        CounterSpeechRow row = output.rows(Table.COUNTER_SPEECH).stream()
                .filter(each -> each.stratum().equals("all")
                        && each.unitKind().equals("all")
                        && each.metricId().equals("counter_speech.copies_ratio")
                        && each.correctionMethod().equals("dsl"))
                .findFirst()
                .orElseThrow();
        double truth = shareOf(COUNTER) / shareOf(VIOLATING);
        assertThat(row.ciLow()).as(row.toString()).isLessThan(truth);
        assertThat(row.ciHigh()).as(row.toString()).isGreaterThan(truth);
    }
}
