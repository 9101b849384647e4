// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tilik.datasets.generate.Look.Outcome;

/** The rules of the design's clarifications, one by one, on looks at full hours. */
class ExpectedEpisodesTest {
    private static final long POSTED = 1_717_200_000_000L;

    private static final ExpectedEpisodes.Subject ITEM =
            new ExpectedEpisodes.Subject("reddit", "t3_sim0", "post", POSTED);

    private static Look look(double hour, Outcome outcome) {
        String actor = outcome == Outcome.GONE ? "community_mod" : null;
        return new Look(POSTED + (long) (hour * 3_600_000), outcome, actor, null, Look.Source.RECHECK);
    }

    private static List<TruthEpisode> episodes(Look... looks) {
        return ExpectedEpisodes.of(ITEM, POSTED, Arrays.asList(looks));
    }

    @Test
    void anItemNeverSeenGoneIsCensoredWhenLastSeenAliveAndNotWhenLastBlocked() {
        List<TruthEpisode> found =
                episodes(look(2, Outcome.ALIVE), look(12, Outcome.BLOCKED), look(36, Outcome.FAILED));
        assertThat(found).singleElement().satisfies(episode -> {
            assertThat(episode.lowerHours()).isEqualTo(2);
            assertThat(episode.upperHours()).isNull();
            assertThat(episode.censoring()).isEqualTo("right");
            assertThat(episode.actor()).isNull();
        });
    }

    @Test
    void aStubAtTheFirstLookWentBetweenPostingAndThatLook() {
        assertThat(episodes(look(400, Outcome.GONE))).singleElement().satisfies(episode -> {
            assertThat(episode.entryHours()).isZero();
            assertThat(episode.lowerHours()).isZero();
            assertThat(episode.upperHours()).isEqualTo(400);
            assertThat(episode.actor()).isEqualTo("community_mod");
            assertThat(episode.unconfirmed()).isFalse();
        });
    }

    @Test
    void absencesBetweenTwoSightingsAreErrors() {
        List<TruthEpisode> found = episodes(
                look(1, Outcome.ALIVE), look(2, Outcome.ABSENT), look(3, Outcome.ABSENT), look(4, Outcome.ALIVE));
        assertThat(found).singleElement().satisfies(episode -> {
            assertThat(episode.lowerHours()).isEqualTo(4);
            assertThat(episode.censoring()).isEqualTo("right");
        });
    }

    @Test
    void oneAbsenceAtTheEndIsUnconfirmedAndTwoAreNot() {
        assertThat(episodes(look(1, Outcome.ALIVE), look(2, Outcome.ABSENT)))
                .singleElement()
                .satisfies(episode -> {
                    assertThat(episode.upperHours()).isEqualTo(2);
                    assertThat(episode.actor()).isEqualTo("unknown");
                    assertThat(episode.unconfirmed()).isTrue();
                });
        assertThat(episodes(look(1, Outcome.ALIVE), look(2, Outcome.ABSENT), look(3, Outcome.ABSENT)))
                .singleElement()
                .satisfies(episode -> assertThat(episode.unconfirmed()).isFalse());
    }

    @Test
    void anExplicitRemovalFollowedByASightingIsARestorationAndOpensASecondEpisode() {
        List<TruthEpisode> found = episodes(
                look(1, Outcome.ALIVE),
                look(2, Outcome.ABSENT),
                look(3, Outcome.GONE),
                look(5, Outcome.ALIVE),
                look(9, Outcome.ALIVE));
        assertThat(found).hasSize(2);
        assertThat(found.get(0).lowerHours()).isEqualTo(1);
        assertThat(found.get(0).upperHours()).isEqualTo(2);
        assertThat(found.get(0).actor()).isEqualTo("community_mod");
        assertThat(found.get(0).restoredLowerHours()).isEqualTo(3);
        assertThat(found.get(0).restoredUpperHours()).isEqualTo(5);
        assertThat(found.get(1).episodeNo()).isEqualTo(2);
        assertThat(found.get(1).entryHours()).isEqualTo(5);
        assertThat(found.get(1).lowerHours()).isEqualTo(9);
        assertThat(found.get(1).censoring()).isEqualTo("right");
    }

    private static final Instant DAY = Instant.ofEpochMilli(POSTED);

    /** Recorded for 48 hours from posting, but for an hour after the twelfth. */
    private static final StreamPlan STREAM = new StreamPlan(
            new Period(DAY, DAY.plus(Duration.ofHours(48))),
            1,
            List.of(new Period(DAY.plus(Duration.ofHours(12)), DAY.plus(Duration.ofHours(13)))),
            StreamPlan.Packing.TAR,
            0,
            0,
            0);

    private static List<TruthEpisode> notified(Look... looks) {
        return ExpectedEpisodes.ofNotified(ITEM, POSTED, Arrays.asList(looks), STREAM);
    }

    private static Look notice(double hour) {
        return Look.notice(POSTED + (long) (hour * 3_600_000));
    }

    @Test
    void aNoticeDatesTheRemovalExactlyAndSaysNotByWhom() {
        assertThat(notified(look(0, Outcome.ALIVE), notice(2.5)))
                .singleElement()
                .satisfies(episode -> {
                    assertThat(episode.lowerHours()).isEqualTo(2.5);
                    assertThat(episode.upperHours()).isEqualTo(2.5);
                    assertThat(episode.censoring()).isEqualTo("exact");
                    assertThat(episode.actor()).isEqualTo("unknown");
                });
    }

    @Test
    void silenceMeansVisibleUntilTheGapEvenIfANoticeFollows() {
        assertThat(notified(look(0, Outcome.ALIVE), notice(20))).singleElement().satisfies(episode -> {
            assertThat(episode.lowerHours()).isEqualTo(12);
            assertThat(episode.censoring()).isEqualTo("right");
        });
    }

    @Test
    void aSightingAfterTheGapBeginsASecondEpisodeThatLastsUntilTheRecordingEnds() {
        List<TruthEpisode> found = notified(look(0, Outcome.ALIVE), look(20, Outcome.ALIVE));
        assertThat(found).hasSize(2);
        assertThat(found.get(0).lowerHours()).isEqualTo(12);
        assertThat(found.get(1).entryHours()).isEqualTo(20);
        assertThat(found.get(1).lowerHours()).isEqualTo(48);
        assertThat(found.get(1).censoring()).isEqualTo("right");
    }

    @Test
    void ofWhatTheStreamNeverDeliveredByItselfNoNoticeCounts() {
        assertThat(episodes(look(1, Outcome.ALIVE), look(2, Outcome.ALIVE), notice(5)))
                .singleElement()
                .satisfies(episode -> {
                    assertThat(episode.lowerHours()).isEqualTo(2);
                    assertThat(episode.censoring()).isEqualTo("right");
                });
    }

    @Test
    void whatIsOnlySeenInsideOthersIsFollowedUntilSomebodyLastLookedForIt() {
        Look seen = Look.alive(POSTED + 3 * 3_600_000, Look.Source.ARCHIVE);
        Look again = Look.alive(POSTED + 9 * 3_600_000, Look.Source.ARCHIVE);

        TruthEpisode unfollowed =
                ExpectedEpisodes.ofEmbedded(ITEM, POSTED, List.of(seen, again)).get(0);
        TruthEpisode followed = ExpectedEpisodes.ofEmbedded(ITEM, POSTED, List.of(seen, look(5, Outcome.ALIVE), again))
                .get(0);

        assertThat(unfollowed.followed()).isFalse();
        assertThat(unfollowed.lowerHours()).isEqualTo(9);
        assertThat(followed.followed()).isTrue();
        assertThat(followed.lowerHours()).isEqualTo(5);
    }
}
