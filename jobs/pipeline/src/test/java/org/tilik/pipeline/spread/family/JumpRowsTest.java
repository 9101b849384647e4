// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tilik.model.table.PlatformJumpRow;
import org.tilik.pipeline.removal.MeasurePlan;
import org.tilik.pipeline.spread.SpreadPlan;
import org.tilik.pipeline.strata.Strata;
import org.tilik.pipeline.study.Clock;
import org.tilik.pipeline.study.Study;

class JumpRowsTest {
    private static final String RUN = "0123456789abcdef";

    private static SpreadPlan plan(Map<String, Double> sampling) {
        return new SpreadPlan(
                new MeasurePlan("study", Clock.POSTED, List.of(24.0), 0.95, 10, 7, null, false, RUN),
                new Strata(List.of("platform")),
                sampling,
                Study.Coordination.USUAL);
    }

    private static Instant hour(double hours) {
        return Instant.ofEpochSecond(Math.round(hours * 3600));
    }

    /** On Reddit from hour 1 on, removed by hour 9; on Twitter from hour 3.5 on, removed by hour 28. */
    private static List<PlatformJumpRow> rows(Map<String, Instant> begins, Map<String, Double> sampling) {
        FamilyStory story = new FamilyStory(plan(sampling), "family");
        story.add(TestCopy.of("a", 1).removed(8, 9).build());
        story.add(TestCopy.of("b", 2).removed(3, 4).build());
        story.add(TestCopy.of("c", 3.5).on("twitter").removed(27, 28).build());
        return new JumpRows(plan(sampling), begins)
                .jumps(story).stream().map(jump -> jump.row("family", RUN)).toList();
    }

    private static PlatformJumpRow row(Map<String, Instant> begins) {
        List<PlatformJumpRow> rows = rows(begins, Map.of());
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    @Test
    void aLagRunsFromTheFirstCopyOnOnePlatformToTheFirstOnTheOther() {
        PlatformJumpRow jump = row(Map.of());

        assertThat(jump.platformFrom()).isEqualTo("reddit");
        assertThat(jump.platformTo()).isEqualTo("twitter");
        assertThat(jump.lagLoHours()).isEqualTo(2.5).isEqualTo(jump.lagHiHours());
        assertThat(jump.removalLagLoHours()).isEqualTo(27 - 9.0);
        assertThat(jump.removalLagHiHours()).isEqualTo(28 - 8.0);
    }

    @Test
    void whereAStreamBeganAfterTheFirstCopyNobodyKnowsWhichPlatformHadItFirst() {
        for (String platform : List.of("twitter", "reddit")) {
            PlatformJumpRow jump = row(Map.of(platform, hour(2)));

            assertThat(jump.nCopiesFrom()).isEqualTo(2);
            assertThat(jump.nCopiesTo()).isEqualTo(1);
            assertThat(jump.lagLoHours()).isNull();
            assertThat(jump.lagHiHours()).isNull();
            assertThat(jump.removalLagLoHours()).isEqualTo(27 - 9.0);
            assertThat(JumpRows.published(jump).lagLoHours()).isNull();
            assertThat(JumpRows.published(jump).lagHiHours()).isNull();
        }
    }

    @Test
    void whereBothStreamsWereWatchedFromTheFirstCopyOnTheLagIsKnown() {
        assertThat(row(Map.of("twitter", hour(1), "reddit", hour(0.5))).lagLoHours())
                .isEqualTo(2.5);
        assertThat(row(Map.of("bluesky", hour(100))).lagLoHours()).isEqualTo(2.5);
    }

    @Test
    void lagsForPublicationAreRoundedOutward() {
        PlatformJumpRow published = JumpRows.published(row(Map.of()));

        assertThat(published.lagLoHours()).isEqualTo(2);
        assertThat(published.lagHiHours()).isEqualTo(3);
    }

    @Test
    void ofASampledPlatformThereIsNoPair() {
        assertThat(rows(Map.of(), Map.of("twitter", 0.1))).isEmpty();
    }
}
