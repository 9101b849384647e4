// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tilik.measure.removal.exposure.ViewedItem;
import org.tilik.model.table.EpisodeRow;
import org.tilik.pipeline.study.Clock;

class MeasuredItemTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    @Test
    void viewsBeforeRemovalLieBetweenTheCountsAroundIt() {
        ItemStory story = ItemStory.capturedAt(1)
                .viewed(2, 20)
                .viewed(6, 60)
                .counted(8, 75)
                .gone(10, "PLATFORM")
                .counted(12, 90);
        EpisodeRow episode = story.told().episodes().get(0);
        ViewFact fact = views(story).orElseThrow();

        assertThat(episode.viewsLower()).isEqualTo(60);
        assertThat(episode.viewsUpper()).isEqualTo(90);
        assertThat(fact.viewsLow).isEqualTo(60);
        assertThat(fact.viewsHigh).isEqualTo(90);
        assertThat(fact.hours).containsExactly(2, 6, 8, 12);
        assertThat(fact.views).containsExactly(20, 60, 75, 90);
        assertThat(fact.cause).isEqualTo("platform");
    }

    @Test
    void withoutALaterCountThereIsNoUpperBound() {
        EpisodeRow episode = ItemStory.capturedAt(1)
                .viewed(6, 60)
                .gone(10, "PLATFORM")
                .told()
                .episodes()
                .get(0);

        assertThat(episode.viewsLower()).isEqualTo(60);
        assertThat(episode.viewsUpper()).isNull();
    }

    @Test
    void theCountOfTheOnlyCaptureIsTheItemsOwn() {
        ItemStory story = ItemStory.capturedAt(1).gone(10, "PLATFORM");
        story.item.viewsLast = 7L;

        assertThat(story.told().episodes().get(0).viewsLower()).isEqualTo(7);
        // Once later captures are counted, the item's own count is the last of theirs.
        story.viewed(6, 60);
        story.item.viewsLast = 60L;
        assertThat(views(story).orElseThrow().hours).containsExactly(6);
    }

    @Test
    void viewsOfAnItemStillThereAreExactWhereTheLastSightingCountedThem() {
        ViewFact counted =
                views(ItemStory.capturedAt(1).viewed(6, 60).viewed(30, 90)).orElseThrow();
        ViewFact later = views(ItemStory.capturedAt(1).viewed(6, 60).alive(30)).orElseThrow();

        assertThat(counted.viewsHigh).isEqualTo(90);
        assertThat(later.viewsLow).isEqualTo(60);
        assertThat(later.viewsHigh).isEqualTo(NEVER);
        assertThat(views(ItemStory.capturedAt(1).alive(30))).isEmpty();
    }

    @Test
    void aSingleLastAbsenceTakenAsNotGoneLeavesTheViewsOfTheLastSighting() {
        ViewFact fact = views(ItemStory.capturedAt(1).viewed(6, 60).absent(20).counted(30, 80))
                .orElseThrow();
        ViewedItem seen = fact.toItem(-1, false);
        ViewedItem censored = fact.toItem(-1, true);

        assertThat(seen.upper()).isEqualTo(20);
        assertThat(seen.viewsHigh()).isEqualTo(80);
        assertThat(censored.isCensored()).isTrue();
        assertThat(censored.cause()).isNull();
        assertThat(censored.viewsHigh()).isEqualTo(60);
    }

    @Test
    void countsAreTimedFromPostingOnly() {
        ItemStory story = ItemStory.capturedAt(1)
                .referred(3, 3, "a")
                .viewed(6, 60)
                .viewed(9, 70)
                .gone(10, "PLATFORM");
        ViewFact fact =
                story.onClock(Clock.REFERRED).measured().orElseThrow().views().orElseThrow();

        assertThat(fact.viewsLow).isEqualTo(70);
        assertThat(fact.hours).isEmpty();
    }

    @Test
    void whatIsNotMeasuredHasNoFacts() {
        assertThat(ItemStory.capturedAt(3).onlySurvivorsAreCaptured().told().measured())
                .isEmpty();
    }

    @Test
    void aPathGoesFromVisibleToGoneAndBack() {
        assertThat(path(ItemStory.capturedAt(1)
                        .alive(4)
                        .gone(10, "PLATFORM")
                        .gone(20, "PLATFORM")
                        .alive(30)
                        .alive(50)
                        .gone(60, "AUTHOR")
                        .gone(80, "AUTHOR")))
                .isEqualTo("-Infinity [4.0, 20.0, 50.0] [10.0, 30.0, 60.0] 80.0 true");
        assertThat(path(ItemStory.capturedAt(1).alive(4).absent(9))).isEqualTo("-Infinity [4.0] [9.0] 9.0 false");
        assertThat(path(ItemStory.capturedAt(1).alive(4))).isEqualTo("-Infinity [] [] 4.0 true");
        assertThat(path(ItemStory.stubAt(2, "AUTHOR"))).isEqualTo("-Infinity [0.0] [2.0] 2.0 true");
    }

    @Test
    void whatIsOnlyHappenedUponExtendsNoPathAndNoReferral() {
        ItemStory story = ItemStory.capturedAt(1).referred(2, 2, "a").alive(4).happenedUpon(30);

        assertThat(path(story)).isEqualTo("-Infinity [] [] 4.0 true");
        assertThat(story.told().referrals())
                .allSatisfy(referral -> assertThat(referral.lastVisible).isEqualTo(ItemStory.at(4)));
    }

    @Test
    void aPathEndsAtTheFirstGapOfTheWatch() {
        assertThat(path(ItemStory.pushed()
                        .watched(-5, 10)
                        .watched(12, 48)
                        .alive(20)
                        .notice(30)))
                .isEqualTo("-Infinity [] [] 10.0 true");
        assertThat(path(ItemStory.pushed().watched(-5, 48).notice(7).alive(20)))
                .isEqualTo("-Infinity [7.0, 7.0] [7.0, 20.0] 48.0 true");
    }

    @Test
    void aBracketedOriginHasNoPath() {
        assertThat(ItemStory.capturedAt(1)
                        .referred(0, 4, null)
                        .alive(10)
                        .onClock(Clock.REFERRED)
                        .measured()
                        .orElseThrow()
                        .path())
                .isEmpty();
    }

    @Test
    void withholdingIsKnownByCountryAndAnywhere() {
        PathFact fact = ItemStory.capturedAt(1)
                .withheld(8, 8, "DE")
                .withheld(5, 6, "FR", "DE")
                .alive(30)
                .told()
                .measured()
                .orElseThrow()
                .path()
                .orElseThrow();

        assertThat(fact.countries).containsExactly("", "DE", "FR");
        assertThat(fact.withheldLows).containsExactly(5, 5, 5);
        assertThat(fact.withheldHighs).containsExactly(6, 6, 6);
        assertThat(fact.lows).isEmpty();
    }

    @Test
    void aRemovedItemIsFollowedUntilItComesBack() {
        RestorationFact back = restoration(ItemStory.capturedAt(1)
                        .alive(4)
                        .gone(10, "COMMUNITY_MOD")
                        .gone(20, "COMMUNITY_MOD")
                        .alive(30))
                .orElseThrow();
        assertThat(back.removedLo).isEqualTo(ItemStory.at(4));
        assertThat(back.removedHi).isEqualTo(ItemStory.at(10));
        assertThat(back.lastMissed).isEqualTo(ItemStory.at(20));
        assertThat(back.seenAgain).isEqualTo(ItemStory.at(30));
        RestorationFact stub = restoration(ItemStory.stubAt(2, "PLATFORM")).orElseThrow();
        assertThat(stub.removedLo).isEqualTo(ItemStory.at(0));
        assertThat(stub.seenAgain).isNull();
    }

    @Test
    void whatAuthorsDeleteOrNobodyKnowsWhoIsNotRemoved() {
        assertThat(restoration(ItemStory.capturedAt(1).gone(4, "AUTHOR"))).isEmpty();
        assertThat(restoration(ItemStory.capturedAt(1).absent(4))).isEmpty();
        assertThat(restoration(ItemStory.capturedAt(1).alive(4))).isEmpty();
    }

    private static Optional<ViewFact> views(ItemStory story) {
        return story.told().measured().orElseThrow().views();
    }

    private static Optional<RestorationFact> restoration(ItemStory story) {
        return story.told().measured().orElseThrow().restoration();
    }

    private static String path(ItemStory story) {
        PathFact fact = story.told().measured().orElseThrow().path().orElseThrow();
        return fact.entry + " " + Arrays.toString(fact.lows) + " " + Arrays.toString(fact.highs) + " " + fact.end + " "
                + fact.confirmed;
    }
}
