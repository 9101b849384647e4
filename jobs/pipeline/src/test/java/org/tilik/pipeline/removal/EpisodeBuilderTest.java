// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tilik.formats.SourceSelection;
import org.tilik.model.table.EpisodeRow;
import org.tilik.pipeline.removal.EpisodeBuilder.ItemHistory;
import org.tilik.pipeline.strata.Strata;
import org.tilik.pipeline.study.Clock;

class EpisodeBuilderTest {
    @Test
    void anItemSeenAliveThenGoneWentInBetween() {
        assertThat(lines(ItemStory.capturedAt(0.5)
                        .removal(0.5, 36, "COMMUNITY_MOD")
                        .told()))
                .containsExactly("measured 0.0 (0.5, 36.0] interval community_mod");
    }

    @Test
    void anItemFoundAsAStubWentBetweenPostingAndCapture() {
        assertThat(lines(ItemStory.stubAt(2, "AUTHOR").told()))
                .containsExactly("measured 0.0 (0.0, 2.0] interval author");
    }

    @Test
    void anItemNotSeenGoneIsCensoredWhenLastSeenAlive() {
        assertThat(lines(ItemStory.capturedAt(1)
                        .alive(30)
                        .look("BLOCKED", 40)
                        .look("ERROR", 50)
                        .told()))
                .containsExactly("measured 0.0 (30.0, null] right null");
    }

    @Test
    void anAccountThatComesBackBringsBackWhatWentWithItAndNothingElse() {
        ItemHistory deletedBefore = ItemStory.pushed()
                .watched(0, 8)
                .removal(2, 2, "AUTHOR")
                .removal(3, 3, "PLATFORM")
                .ofAccount()
                .reappeared(6, 6)
                .ofAccount()
                .told();
        ItemHistory wentWithIt = ItemStory.pushed()
                .watched(0, 8)
                .removal(3, 3, "PLATFORM")
                .ofAccount()
                .absent(4)
                .reappeared(6, 6)
                .ofAccount()
                .told();

        assertThat(lines(deletedBefore)).containsExactly("measured 0.0 (2.0, 2.0] exact author");
        assertThat(lines(wentWithIt))
                .containsExactly("measured 0.0 (3.0, 3.0] exact platform", "later_episode 6.0 (8.0, null] right null");
    }

    @Test
    void aSingleLastAbsenceCountsAsGoneButIsUnconfirmed() {
        ItemHistory once = ItemStory.capturedAt(1).absent(10).told();
        ItemHistory twice = ItemStory.capturedAt(1).absent(10).absent(20).told();

        assertThat(lines(once)).containsExactly("measured 0.0 (1.0, 10.0] interval unknown");
        assertThat(once.episodes().get(0).isConfirmed()).isFalse();
        assertThat(lines(twice)).containsExactly("measured 0.0 (1.0, 10.0] interval unknown");
        assertThat(twice.episodes().get(0).isConfirmed()).isTrue();
    }

    @Test
    void oneExplicitSignSuffices() {
        EpisodeRow episode =
                ItemStory.capturedAt(1).gone(10, "PLATFORM").told().episodes().get(0);

        assertThat(episode.isConfirmed()).isTrue();
        assertThat(episode.cause()).isEqualTo("platform");
    }

    @Test
    void anAbsenceFollowedByASightingWasAnErrorOfTheLook() {
        assertThat(lines(ItemStory.capturedAt(1).absent(5).absent(6).alive(10).told()))
                .containsExactly("measured 0.0 (10.0, null] right null");
        assertThat(lines(ItemStory.capturedAt(1)
                        .absent(5)
                        .alive(10)
                        .gone(20, null)
                        .told()))
                .containsExactly("measured 0.0 (10.0, 20.0] interval unknown");
    }

    @Test
    void anExplicitSignFollowedByASightingWasARemovalAndARestoration() {
        assertThat(lines(ItemStory.capturedAt(1)
                        .absent(4)
                        .gone(5, "PLATFORM")
                        .alive(10)
                        .alive(30)
                        .told()))
                .containsExactly(
                        "measured 0.0 (1.0, 4.0] interval platform", "later_episode 10.0 (30.0, null] right null");
    }

    @Test
    void anAbsenceFollowedByANoticeOfReturnWasARemoval() {
        assertThat(lines(ItemStory.capturedAt(1).absent(5).reappeared(5, 10).told()))
                .containsExactly(
                        "measured 0.0 (1.0, 5.0] interval unknown", "later_episode 10.0 (10.0, null] right null");
    }

    @Test
    void aReactivatedAccountBringsBackOnlyWhatWentWithTheAccount() {
        ItemStory byAccount = ItemStory.capturedAt(1).gone(5, "PLATFORM").reaching("ACCOUNT");
        ItemStory byAuthor = ItemStory.capturedAt(1).gone(5, "AUTHOR").reaching("ITEM");

        assertThat(byAccount.reappeared(5, 9).reaching("ACCOUNT").told().episodes())
                .hasSize(2);
        assertThat(lines(byAuthor.reappeared(5, 9).reaching("ACCOUNT").told()))
                .containsExactly("measured 0.0 (1.0, 5.0] interval author");
    }

    @Test
    void withholdingInSomeCountriesEndsNoEpisode() {
        assertThat(lines(ItemStory.capturedAt(1)
                        .gone(5, "LEGAL_ORDER")
                        .reaching("GEO_WITHHELD")
                        .alive(10)
                        .told()))
                .containsExactly("measured 0.0 (10.0, null] right null");
    }

    @Test
    void aNoticeWithItsTimeIsExact() {
        assertThat(lines(ItemStory.capturedAt(1).removal(7, 7, "UNKNOWN").told()))
                .containsExactly("measured 0.0 (7.0, 7.0] exact unknown");
    }

    @Test
    void seenAndMissedInOneSecondIsNeverExact() {
        EpisodeRow episode =
                ItemStory.capturedAt(1).gone(1, "PLATFORM").told().episodes().get(0);

        assertThat(episode.censoring()).isEqualTo("interval");
        assertThat(episode.upperHours()).isEqualTo((3600 + 1) / 3600.0);
    }

    @Test
    void theFirstActorThatIsKnownIsTheActor() {
        assertThat(lines(ItemStory.capturedAt(1)
                        .absent(5)
                        .gone(6, "LEGAL_ORDER")
                        .gone(7, "PLATFORM")
                        .told()))
                .containsExactly("measured 0.0 (1.0, 5.0] interval legal_order");
    }

    @Test
    void copyrightIsACauseOfItsOwn() {
        EpisodeRow episode = ItemStory.capturedAt(1)
                .removal(1, 5, "LEGAL_ORDER")
                .because("copyright")
                .told()
                .episodes()
                .get(0);

        assertThat(episode.cause()).isEqualTo("copyright");
        assertThat(episode.actor()).isEqualTo("LEGAL_ORDER");
    }

    @Test
    void observationsBeforePostingOrWithoutTimeAreCountedAndLeftOut() {
        ItemHistory history =
                ItemStory.capturedAt(1).gone(-2, "PLATFORM").alive(-1).undated().told();

        assertThat(history.contradictions()).isEqualTo(2);
        assertThat(history.undated()).isEqualTo(1);
        assertThat(lines(history)).containsExactly("measured 0.0 (1.0, null] right null");
    }

    @Test
    void withoutStubsAnItemEntersWhenItIsCaptured() {
        assertThat(lines(ItemStory.capturedAt(3)
                        .onlySurvivorsAreCaptured()
                        .gone(9, null)
                        .told()))
                .containsExactly("measured 3.0 (3.0, 9.0] interval unknown");
        assertThat(lines(ItemStory.capturedAt(3).onlySurvivorsAreCaptured().told()))
                .containsExactly("no_follow_up 3.0 (3.0, null] right null");
        assertThat(lines(
                        ItemStory.stubAt(3, "AUTHOR").onlySurvivorsAreCaptured().told()))
                .containsExactly("no_follow_up 3.0 (0.0, 3.0] interval author");
    }

    @Test
    void withoutCaptureTimeAnItemEntersAtTheFirstRecheck() {
        assertThat(lines(ItemStory.withoutCapture()
                        .onlySurvivorsAreCaptured()
                        .alive(4)
                        .alive(8)
                        .told()))
                .containsExactly("measured 4.0 (8.0, null] right null");
        assertThat(lines(ItemStory.withoutCapture()
                        .onlySurvivorsAreCaptured()
                        .absent(4)
                        .told()))
                .containsExactly("no_follow_up 4.0 (0.0, 4.0] interval unknown");
        assertThat(lines(ItemStory.withoutCapture().onlySurvivorsAreCaptured().told()))
                .containsExactly("no_follow_up null (0.0, null] right null");
    }

    @Test
    void aListedItemEntersNoEarlierThanTheListNamedIt() {
        assertThat(lines(ItemStory.capturedAt(1).listedAt(6).gone(9, "PLATFORM").told()))
                .containsExactly("measured 6.0 (1.0, 9.0] interval platform");
        assertThat(lines(
                        ItemStory.capturedAt(1).listedAt(-6).gone(9, "PLATFORM").told()))
                .containsExactly("measured 0.0 (1.0, 9.0] interval platform");
        assertThat(lines(ItemStory.capturedAt(1).listedAt(9).gone(9, "PLATFORM").told()))
                .containsExactly("no_follow_up 9.0 (1.0, 9.0] interval platform");
        assertThat(lines(ItemStory.capturedAt(1)
                        .listedNobodyKnowsWhen()
                        .gone(9, "PLATFORM")
                        .told()))
                .containsExactly("unknown_entry null (1.0, 9.0] interval platform");
    }

    @Test
    void durationsCountFromTheClocksOwnOrigin() {
        ItemStory story = ItemStory.capturedAt(1)
                .referred(10, 10, "order-art3")
                .referred(4, 4, "trusted_flagger")
                .referred(6, 6, "user_report")
                .alive(12)
                .gone(15, "LEGAL_ORDER");

        assertThat(lines(story.onClock(Clock.ORDERED))).containsExactly("measured 0.0 (2.0, 5.0] interval legal_order");
        assertThat(lines(story.onClock(Clock.REFERRED)))
                .containsExactly("measured 0.0 (8.0, 11.0] interval legal_order");
        assertThat(lines(story.onClock(Clock.REPORTED)))
                .containsExactly("measured 0.0 (6.0, 9.0] interval legal_order");
        assertThat(lines(story.onClock(Clock.FIRST_SEEN)))
                .containsExactly("measured 0.0 (11.0, 14.0] interval legal_order");
    }

    @Test
    void aBracketedOriginWidensTheBracket() {
        assertThat(lines(ItemStory.capturedAt(1)
                        .onlySurvivorsAreCaptured()
                        .referred(0, 4, null)
                        .alive(10)
                        .removal(12, 12, "PLATFORM")
                        .onClock(Clock.REFERRED)))
                .containsExactly("measured 1.0 (8.0, 12.0] interval platform");
    }

    @Test
    void whatWasGoneWhenTheClockStartedIsCountedAndLeftOut() {
        ItemStory story = ItemStory.capturedAt(1).gone(5, "AUTHOR").referred(6, 6, null);

        assertThat(lines(story.onClock(Clock.REFERRED)))
                .containsExactly("gone_before_clock null (null, null] null author");
        assertThat(lines(story.onClock(Clock.ORDERED))).containsExactly("no_origin null (null, null] null author");
    }

    @Test
    void whatIsInTheDataBecauseItWasRemovedEntersNoRiskSet() {
        ItemStory story =
                ItemStory.capturedAt(1).referred(2, 2, "a").viewed(3, 30).gone(9, "PLATFORM");
        story.item.selection = SourceSelection.SELECTED_ON_REMOVAL.name();
        ItemHistory history = story.watched(-5, 48).told();

        assertThat(lines(history)).containsExactly("selected_on_removal 0.0 (3.0, 9.0] interval platform");
        assertThat(history.episodes().get(0).strata()).isEmpty();
        assertThat(history.measured()).isEmpty();
        assertThat(history.account()).isEmpty();
        assertThat(history.referrals())
                .isNotEmpty()
                .allSatisfy(referral -> assertThat(referral.status).isEqualTo("selected_on_removal"));
        story.item.viewsLast = 30L;
        story.item.trackedBy = "label";
        assertThat(SampledViews.of(story.item)).isEmpty();
    }

    @Test
    void onlyMeasuredEpisodesAreInStrata() {
        assertThat(ItemStory.capturedAt(1).told().episodes().get(0).strata()).containsExactly("all", "platform=reddit");
        assertThat(ItemStory.capturedAt(1)
                        .onClock(Clock.ORDERED)
                        .episodes()
                        .get(0)
                        .strata())
                .isEmpty();
    }

    @Test
    void theOrderOfObservationsDoesNotMatter() {
        ItemStory story = ItemStory.capturedAt(1)
                .absent(4)
                .gone(4, "AUTHOR")
                .gone(4, "PLATFORM")
                .alive(4)
                .reappeared(4, 10)
                .alive(12)
                .absent(20)
                .absent(20);
        List<EpisodeRow> expected = story.told().episodes();
        assertThat(expected).hasSize(2);

        for (int seed = 0; seed < 50; seed++) {
            List<ItemObservation> shuffled = new ArrayList<>(story.observations);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(new EpisodeBuilder(
                                    Clock.POSTED, Coverage.NONE, new Strata(List.of("platform")), "0123456789abcdef")
                            .build(story.item, shuffled)
                            .episodes())
                    .isEqualTo(expected);
        }
    }

    @Test
    void whatAStreamWouldHaveSentNoticeOfIsFollowedToTheEndOfTheWatch() {
        assertThat(lines(ItemStory.pushed().watched(-5, 48).told()))
                .containsExactly("measured 0.0 (48.0, null] right null");
        assertThat(lines(ItemStory.pushed().watched(-5, 48).notice(7).told()))
                .containsExactly("measured 0.0 (7.0, 7.0] exact unknown");
        assertThat(lines(ItemStory.pushed().watched(-5, 48).notice(48).told()))
                .containsExactly("measured 0.0 (48.0, 48.0] exact unknown");
    }

    @Test
    void whatIsLearntAfterTheWatchEndedNoLongerCounts() {
        ItemHistory history = ItemStory.pushed()
                .watched(-5, 48)
                .notice(50)
                .gone(60, "PLATFORM")
                .told();

        assertThat(lines(history)).containsExactly("measured 0.0 (48.0, null] right null");
        assertThat(history.notFollowed()).isEqualTo(2);
    }

    @Test
    void aGapEndsFollowUpEvenIfANoticeFollows() {
        ItemStory story = ItemStory.pushed().watched(-5, 10).watched(12, 48);

        assertThat(lines(story.told())).containsExactly("measured 0.0 (10.0, null] right null");
        assertThat(lines(story.notice(20).told())).containsExactly("measured 0.0 (10.0, null] right null");
    }

    @Test
    void aNoticeBeforeTheGapIsAnEventAsEver() {
        assertThat(lines(ItemStory.pushed()
                        .watched(-5, 10)
                        .watched(12, 48)
                        .notice(9)
                        .told()))
                .containsExactly("measured 0.0 (9.0, 9.0] exact unknown");
    }

    @Test
    void theNextSightingAfterAGapBeginsAnEpisodeOutsideTheMeasures() {
        assertThat(lines(ItemStory.pushed()
                        .watched(-5, 10)
                        .watched(12, 48)
                        .alive(20)
                        .notice(30)
                        .told()))
                .containsExactly(
                        "measured 0.0 (10.0, null] right null", "later_episode 20.0 (30.0, 30.0] exact unknown");
        assertThat(lines(ItemStory.pushed()
                        .watched(-5, 10)
                        .watched(12, 48)
                        .gone(15, null)
                        .alive(20)
                        .told()))
                .containsExactly("measured 0.0 (10.0, null] right null", "later_episode 20.0 (48.0, null] right null");
    }

    @Test
    void anAbsenceBeforeAGapWasAnErrorWhenTheItemIsSeenAfterIt() {
        assertThat(lines(ItemStory.pushed()
                        .watched(-5, 10)
                        .watched(12, 48)
                        .absent(9)
                        .alive(20)
                        .told()))
                .containsExactly("measured 0.0 (10.0, null] right null", "later_episode 20.0 (48.0, null] right null");
        assertThat(lines(ItemStory.pushed().watched(-5, 10).absent(9).told()))
                .containsExactly("measured 0.0 (0.0, 9.0] interval unknown");
    }

    @Test
    void whatWasRestoredIsFollowedAgain() {
        assertThat(lines(ItemStory.pushed().watched(-5, 48).notice(7).alive(20).told()))
                .containsExactly("measured 0.0 (7.0, 7.0] exact unknown", "later_episode 20.0 (48.0, null] right null");
    }

    @Test
    void whatIsOnlyHappenedUponIsNotFollowedBecauseItCouldOnlyBeSeenAlive() {
        ItemHistory history = ItemStory.embeddedAt(3)
                .watched(-5, 48)
                .happenedUpon(8)
                .notice(20)
                .told();

        assertThat(lines(history)).containsExactly("no_follow_up 3.0 (8.0, null] right null");
        assertThat(history.notFollowed()).isEqualTo(1);
        assertThat(lines(ItemStory.embeddedAt(3).happenedUpon(8).told()))
                .containsExactly("no_follow_up 3.0 (8.0, null] right null");
    }

    @Test
    void whoeverLooksForItFollowsItUntilTheLastLook() {
        assertThat(lines(ItemStory.embeddedAt(3)
                        .watched(-5, 48)
                        .alive(8)
                        .happenedUpon(12)
                        .told()))
                .containsExactly("measured 3.0 (8.0, null] right null");
        assertThat(lines(ItemStory.embeddedAt(3).absent(8).happenedUpon(12).told()))
                .as("seen later, so the look that missed it was an error, but it was a look")
                .containsExactly("measured 3.0 (8.0, null] right null");
        assertThat(lines(ItemStory.embeddedAt(3).happenedUpon(12).gone(20, null).told()))
                .as("a sighting narrows the bracket")
                .containsExactly("measured 3.0 (12.0, 20.0] interval unknown");
    }

    @Test
    void whoeverNamesOnlyWhatIsGoneIsBelievedWhileSomebodyLooksWhoWouldNameSurvivorsToo() {
        ItemHistory alone = ItemStory.embeddedAt(3)
                .happenedUpon(8)
                .removal(10, 10, "AUTHOR")
                .namedOnlyIfGone()
                .told();

        assertThat(lines(alone)).containsExactly("no_follow_up 3.0 (8.0, null] right null");
        assertThat(alone.notFollowed()).isEqualTo(1);
        assertThat(lines(ItemStory.embeddedAt(3)
                        .alive(8)
                        .absent(20)
                        .namedOnlyIfGone()
                        .told()))
                .as("that it was looked for at 20 is known only because it was gone")
                .containsExactly("measured 3.0 (8.0, null] right null");
        assertThat(lines(ItemStory.embeddedAt(3)
                        .alive(8)
                        .removal(10, 10, "AUTHOR")
                        .namedOnlyIfGone()
                        .absent(20)
                        .told()))
                .as("within the time of the looks it tells when and who")
                .containsExactly("measured 3.0 (10.0, 10.0] exact author");
    }

    @Test
    void whatNoNoticeWasToComeOfIsCensoredWhenLastFoundAlive() {
        assertThat(lines(ItemStory.embeddedAt(3).watched(-5, 48).gone(8, null).told()))
                .containsExactly("measured 3.0 (3.0, 8.0] interval unknown");
        assertThat(lines(ItemStory.embeddedAt(3)
                        .watched(-5, 10)
                        .watched(12, 48)
                        .alive(20)
                        .told()))
                .containsExactly("measured 3.0 (20.0, null] right null");
    }

    @Test
    void anItemSeenWhenNobodyWatchedTheStreamIsNotFollowed() {
        assertThat(lines(ItemStory.pushed().watched(5, 48).notice(7).told()))
                .containsExactly("no_follow_up 0.0 (0.0, null] right null");
        assertThat(lines(ItemStory.pushed().watched(5, 48).told()))
                .containsExactly("no_follow_up 0.0 (0.0, null] right null");
    }

    private static List<String> lines(ItemHistory history) {
        return history.episodes().stream()
                .map(row -> String.format(
                        Locale.ROOT,
                        "%s %s (%s, %s] %s %s",
                        row.status(),
                        row.entryHours(),
                        row.lowerHours(),
                        row.upperHours(),
                        row.censoring(),
                        row.cause()))
                .toList();
    }
}
