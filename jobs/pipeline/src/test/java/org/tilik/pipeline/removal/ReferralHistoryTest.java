// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.referral.Referrals;
import org.tilik.pipeline.study.Clock;

class ReferralHistoryTest {

    @Test
    void anItemNeverReferredHasNoReferral() {
        assertThat(ItemStory.capturedAt(1).alive(30).told().referrals()).isEmpty();
    }

    @Test
    void anItemIsReferredOnceThroughEachChannelAndOnceInAll() {
        List<ReferralFact> facts = ItemStory.capturedAt(1)
                .referred(4, 4, "Hotline")
                .in("FR")
                .referred(6, 6, "Hotline")
                .in("FR", "DE")
                .referred(3, 3, "trusted flagger")
                .answered(9, "Hotline", "REJECTED")
                .alive(13)
                .told()
                .referrals();

        assertThat(facts)
                .extracting(fact -> Arrays.asList(fact.strata))
                .containsExactly(
                        List.of("all", "platform=reddit", "jurisdiction=DE", "jurisdiction=FR"),
                        List.of("channel=hotline", "platform,channel=reddit|hotline"),
                        List.of("channel=trusted_flagger", "platform,channel=reddit|trusted_flagger"));
        assertThat(facts)
                .extracting(ReferralHistoryTest::line)
                .containsExactly(
                        "measured (6.0, 6.0] rejected", "measured (5.0, 5.0] rejected", "measured (10.0, null] null");
        assertThat(facts.get(0).channels).containsExactly("hotline", "trusted_flagger");
        assertThat(facts.get(0).answers).containsExactly(true, false);
    }

    @Test
    void aChannelThatHasOnlyAnAnswerReferredTheItemBeforeIt() {
        assertThat(lines(ItemStory.capturedAt(1).answered(8, "order", "REMOVED")))
                .containsExactly("measured (0.0, 8.0] removed", "measured (0.0, 8.0] removed");
        ItemStory unknown = ItemStory.capturedAt(1).answered(8, "order", "REMOVED");
        unknown.item.postedAt = null;
        assertThat(lines(unknown)).containsExactly("no_origin", "no_origin");
    }

    @Test
    void anAnswerIsNoOriginOfAClock() {
        assertThat(ItemStory.capturedAt(1)
                        .answered(8, "hotline", "REJECTED")
                        .referred(5, 5, "hotline")
                        .alive(15)
                        .onClock(Clock.REFERRED)
                        .episodes()
                        .get(0)
                        .lowerHours())
                .isEqualTo(10.0);
    }

    @Test
    void anAnswerBeforeTheReferralIsNotItsAnswer() {
        assertThat(lines(ItemStory.capturedAt(1)
                        .answered(3, "a", "REJECTED")
                        .referred(2, 2, "a")
                        .referred(5, 5, "b")
                        .alive(25)))
                .containsExactly(
                        "measured (1.0, 1.0] rejected", "measured (1.0, 1.0] rejected", "measured (20.0, null] null");
    }

    @Test
    void anItemGoneByItsAuthorOrByNobodyKnowsWhoEndsTheWait() {
        assertThat(lines(ItemStory.capturedAt(1).referred(5, 5, "a").alive(8).gone(20, "AUTHOR")))
                .contains("measured (3.0, 15.0] author");
        assertThat(lines(ItemStory.capturedAt(1).referred(5, 5, "a").alive(8).absent(20)))
                .contains("measured (3.0, 15.0] unknown");
        assertThat(lines(ItemStory.capturedAt(1)
                        .referred(5, 5, "a")
                        .alive(8)
                        .gone(20, "LEGAL_ORDER")
                        .because("copyright")))
                .contains("measured (3.0, 15.0] removed");
    }

    @Test
    void aReferralOfAnItemThatWasGoneIsCountedAndNotMeasured() {
        assertThat(lines(ItemStory.capturedAt(1).gone(4, "PLATFORM").referred(5, 5, "a")))
                .containsExactly("gone_before_clock", "gone_before_clock");
    }

    @Test
    void aRestoredItemCanBeReferredAgain() {
        assertThat(lines(ItemStory.capturedAt(1)
                        .gone(4, "PLATFORM")
                        .alive(10)
                        .referred(12, 12, "a")
                        .alive(14)
                        .gone(22, "PLATFORM")))
                .contains("measured (2.0, 10.0] removed");
    }

    @Test
    void withholdingInSomeCountriesIsAnAnswerOfItsOwn() {
        assertThat(lines(ItemStory.capturedAt(1)
                        .referred(5, 5, "a")
                        .removal(7, 7, "LEGAL_ORDER")
                        .reaching("GEO_WITHHELD")
                        .alive(30)))
                .contains("measured (2.0, 2.0] withheld");
        assertThat(lines(ItemStory.capturedAt(1)
                        .removal(3, 3, "LEGAL_ORDER")
                        .reaching("GEO_WITHHELD")
                        .referred(5, 5, "a")
                        .alive(30)))
                .contains("measured (25.0, null] null");
    }

    @Test
    void onlySurvivorsOfTheFirstCaptureAreWatchedFromThen() {
        ReferralFact late = ItemStory.capturedAt(9)
                .onlySurvivorsAreCaptured()
                .referred(5, 5, "a")
                .answered(12, "a", "REJECTED")
                .told()
                .referrals()
                .get(0);
        assertThat(late.watchedFrom).isEqualTo(ItemStory.at(9));
        ReferralFact stubs =
                ItemStory.capturedAt(9).referred(5, 5, "a").told().referrals().get(0);
        assertThat(stubs.watchedFrom).isNull();
        assertThat(lines(ItemStory.withoutCapture()
                        .onlySurvivorsAreCaptured()
                        .referred(5, 5, "a")
                        .answered(7, "a", "REMOVED")))
                .containsExactly("no_follow_up", "no_follow_up");
        assertThat(lines(ItemStory.capturedAt(1).listedNobodyKnowsWhen().referred(5, 5, "a")))
                .containsExactly("unknown_entry", "unknown_entry");
    }

    @Test
    void namesOfChannelsCannotBreakTheLabelsOfStrata() {
        assertThat(ReferralHistory.channel(" A|b, c=d ")).isEqualTo("a_b_c_d");
        assertThat(ReferralHistory.channel(null)).isEqualTo(ReferralHistory.NO_CHANNEL);
        assertThat(ReferralHistory.channel(" ")).isEqualTo(ReferralHistory.NO_CHANNEL);
    }

    private static List<String> lines(ItemStory story) {
        return story.told().referrals().stream().map(ReferralHistoryTest::line).toList();
    }

    private static String line(ReferralFact fact) {
        if (!fact.status.equals(EpisodeStatus.MEASURED.id())) {
            return fact.status;
        }
        RemovalData data = new Referrals().add(fact.toReferral(-1)).data(false);
        boolean open = data.isCensored(0);
        return String.format(
                Locale.ROOT,
                "%s (%s, %s] %s",
                fact.status,
                data.lower(0),
                open ? null : data.upper(0),
                open ? null : data.causeNames().get(data.cause(0) - 1));
    }
}
