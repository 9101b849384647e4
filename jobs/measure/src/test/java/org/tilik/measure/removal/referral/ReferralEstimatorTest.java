// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.tilik.measure.removal.Caveat;
import org.tilik.measure.removal.DeadlineShare;
import org.tilik.measure.removal.Identifiability;
import org.tilik.measure.removal.IntervalMethod;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.Share;
import org.tilik.measure.removal.TimeBracket;

class ReferralEstimatorTest {
    private static final Instant START = Instant.parse("2024-06-03T12:00:00Z");
    private static final double SAME = 1e-12;

    private final Referrals referrals = new Referrals();

    @Test
    void exactAnswersGiveSharesOfAllReferrals() {
        for (int i = 0; i < 3; i++) {
            referrals.add(referred(0).answered(2, true).build());
        }
        referrals.add(referred(0).answered(5, false).build());
        referrals.add(referred(0).answered(5, false).build());
        referrals.add(referred(0).gone(4, 4, ReferralOutcome.AUTHOR).build());
        for (int i = 0; i < 4; i++) {
            // A row of the hundredth hour says that one of them is still pending, and so the list reaches that far.
            referrals.add(referred(0).lastRow(i == 0 ? 100 : 0).build());
        }
        ReferralEstimate day = estimate(24);

        assertPoint(day.answered(), 0.5);
        assertPoint(day.removed(), 0.3);
        assertPoint(day.rejected(), 0.2);
        assertPoint(day.pending(), 0.4);
        assertThat(day.waits().n()).isEqualTo(10);
        assertThat(day.waits().events()).isEqualTo(6);
        assertPoint(estimate(4).answered(), 0.3);
        assertPoint(estimate(4).pending(), 0.6);
        assertPoint(estimate(1).answered(), 0);
        assertPoint(estimate(1).pending(), 1);
    }

    @Test
    void rejectionCompetesWithRemoval() {
        // At 10 h two of four are rejected; the fifth was referred so late that the list ends 6 h after it.
        referrals.add(referred(0).answered(10, false).build());
        referrals.add(referred(0).answered(10, false).build());
        referrals.add(referred(0).answered(20, true).build());
        referrals.add(referred(0).lastRow(40).build());
        referrals.add(referred(34).build());
        ReferralEstimate day = estimate(24);

        // 1 − 2/4 = 1/2 wait on at 10 h, one of these two is removed; one minus Kaplan-Meier would say one half.
        assertPoint(day.removed(), 0.25);
        assertPoint(day.rejected(), 0.5);
        assertPoint(day.pending(), 0.25);
    }

    @Test
    void itemsGoneBetweenTwoLooksLeaveBounds() {
        referrals.add(referred(0).answered(2, true).build());
        referrals.add(referred(0).gone(12, 36, ReferralOutcome.REMOVED).build());
        referrals.add(referred(0).gone(12, 36, ReferralOutcome.UNKNOWN).build());
        referrals.add(referred(0).visible(100).build());
        ReferralEstimate day = estimate(24);

        assertBounds(day.answered(), 0.25, 0.75);
        assertBounds(day.removed(), 0.25, 0.75);
        assertBounds(day.pending(), 0.25, 0.75);
        assertBounds(day.rejected(), 0, 0);
        // At 48 h only who made the third go is unknown.
        assertBounds(estimate(48).removed(), 0.5, 0.75);
        assertPoint(estimate(48).pending(), 0.25);
    }

    @Test
    void theFirstOfAnswerAndDisappearanceCounts() {
        assertThat(only(referred(0).answered(10, true).gone(4, 12, ReferralOutcome.UNKNOWN)))
                .isEqualTo("10.0 10.0 removed");
        assertThat(only(referred(0).answered(10, false).gone(4, 12, ReferralOutcome.AUTHOR)))
                .isEqualTo("10.0 10.0 rejected");
        assertThat(only(referred(0).answered(10, false).gone(4, 9, ReferralOutcome.AUTHOR)))
                .isEqualTo("4.0 9.0 author");
        assertThat(only(referred(0).answered(10, false).gone(4, 9, ReferralOutcome.UNKNOWN)))
                .isEqualTo("4.0 9.0 unknown");
        assertThat(only(referred(0).answered(10, true).gone(4, 9, ReferralOutcome.UNKNOWN)))
                .isEqualTo("4.0 9.0 removed");
        assertThat(only(referred(0).answered(10, true).withheld(3, 3))).isEqualTo("3.0 3.0 withheld");
        assertThat(only(referred(0).answered(3, true).gone(2, 3, ReferralOutcome.UNKNOWN)))
                .isEqualTo("3.0 3.0 removed");
        assertThat(only(referred(0).answered(0, false))).isEqualTo("0.0 0.0 rejected");
    }

    @Test
    void anItemSeenBeforeTheReferralWasThereAtTheReferral() {
        assertThat(only(referred(10).gone(4, 16, ReferralOutcome.REMOVED))).isEqualTo("0.0 6.0 removed");
    }

    @Test
    void aBracketedReferralWidensTheWait() {
        assertThat(only(referred(2, 5).answered(10, true))).isEqualTo("5.0 8.0 removed");
    }

    @Test
    void referralsOfItemsThatWereGoneAreCountedAndLeftOut() {
        referrals.add(referred(10).gone(4, 9, ReferralOutcome.AUTHOR).build());
        referrals.add(referred(10).gone(4, 10, ReferralOutcome.AUTHOR).build());
        referrals.add(referred(10).gone(4, 11, ReferralOutcome.AUTHOR).build());

        assertThat(referrals.alreadyGone()).isEqualTo(2);
        assertThat(referrals.data(false).totalWeight()).isEqualTo(1);
    }

    @Test
    void aListWithoutAnyAnswerSaysNothingByItsSilence() {
        referrals.add(referred(0).visible(30).build());
        referrals.add(referred(0).build());
        referrals.add(referred(100).build());
        RemovalData silent = referrals.data(false);

        assertThat(silent.totalWeight()).isEqualTo(1);
        assertThat(silent.lower(0)).isEqualTo(30);
        assertThat(silent.noFollowUp()).isEqualTo(2);

        referrals.add(referred(200).answered(210, false).build());
        RemovalData answering = referrals.data(false);
        assertThat(answering.noFollowUp()).isZero();
        assertThat(answering.lower(0)).isEqualTo(210);
        assertThat(answering.lower(2)).isEqualTo(110);
    }

    @Test
    void anItemThatWasCapturedLaterEntersThen() {
        referrals.add(referred(0).watchedFrom(6).answered(10, true).build());
        referrals.add(referred(0).watchedFrom(6).answered(5, true).build());
        referrals.add(referred(8).watchedFrom(6).answered(10, true).build());
        RemovalData data = referrals.data(false);

        assertThat(data.entry(0)).isEqualTo(6);
        assertThat(data.noFollowUp()).isEqualTo(1);
        assertThat(data.entry(1)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void aSingleLastAbsenceCanBeTakenAsNotGone() {
        Story story = referred(0).gone(30, 50, ReferralOutcome.UNKNOWN);
        story.confirmed = false;
        referrals.add(story.build());

        assertThat(referrals.unconfirmed()).isEqualTo(1);
        assertThat(referrals.data(false).isCensored(0)).isFalse();
        assertThat(referrals.data(true).isCensored(0)).isTrue();
        assertThat(referrals.data(true).lower(0)).isEqualTo(30);
    }

    @Test
    void allNoneAndNobody() {
        assertThat(estimate(24).answered().get(0).share().identifiability()).isEqualTo(Identifiability.NONE);
        assertThat(estimate(24).waits().caveats()).contains(Caveat.NO_FOLLOW_UP);
        referrals.add(referred(0).answered(1, true).build());
        assertPoint(estimate(24).answered(), 1);
        assertPoint(estimate(24).pending(), 0);
    }

    @Test
    void aDeadlineAfterTheEndOfTheListIsNotAnswered() {
        referrals.add(referred(0).answered(2, true).build());
        referrals.add(referred(0).lastRow(20).build());

        assertThat(estimate(24).answered().get(0).share().identifiability()).isEqualTo(Identifiability.NONE);
        assertThat(estimate(24).pending().get(0).share().boundLow()).isNaN();
        assertPoint(estimate(20).answered(), 0.5);
    }

    @Test
    void copiesOfOneContentAreResampledTogether() {
        for (int i = 0; i < 120; i++) {
            Story story = i % 3 == 0
                    ? referred(0).answered(2, i % 2 == 0)
                    : referred(0).lastRow(50);
            story.family = i / 2;
            referrals.add(story.build());
        }
        ReferralEstimate estimate = new ReferralEstimator(
                        RemovalEstimator.standard().withDeadlines(24).withBootstrap(200, 7))
                .estimate(referrals, false);

        assertThat(estimate.waits().intervalMethod()).isEqualTo(IntervalMethod.FAMILY_BOOTSTRAP);
        assertThat(estimate.waits().nEffective()).isCloseTo(60, within(1e-9));
        Share pending = estimate.pending().get(0).share();
        assertThat(pending.ciLow()).isLessThan(pending.estimate());
        assertThat(pending.ciHigh()).isGreaterThan(pending.estimate());
    }

    /** Constant hazards of removal 0.03, rejection 0.05 and deletion 0.02 an hour; lists end at 20 to 220 h. */
    @Test
    void sharesAreThoseOfAWorldWithKnownHazards() {
        long seed = 20190315;
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        for (int i = 0; i < 6000; i++) {
            double wait = -Math.log(1 - random.nextDouble()) / 0.1;
            double which = random.nextDouble();
            double watched = 20 + 200 * random.nextDouble();
            // Each has a list of its own, or all would be followed to the end of the longest.
            Story story = referred(0);
            story.channel = "list " + i;
            if (wait > watched) {
                story.lastRow(watched);
            } else if (which < 0.8) {
                story.answered(wait, which < 0.3);
            } else {
                story.gone(wait, wait, ReferralOutcome.AUTHOR);
            }
            referrals.add(story.build());
        }
        ReferralEstimate day = estimate(24);

        double gone = 1 - Math.exp(-2.4);
        // Four standard errors of a share of 6000.
        assertThat(day.removed().get(0).share().estimate()).as("seed %s", seed).isCloseTo(0.3 * gone, within(0.024));
        assertThat(day.rejected().get(0).share().estimate()).isCloseTo(0.5 * gone, within(0.026));
        assertThat(day.pending().get(0).share().estimate()).isCloseTo(1 - gone, within(0.015));
    }

    private String only(Story story) {
        RemovalData data = new Referrals().add(story.build()).data(false);
        return data.lower(0) + " " + data.upper(0) + " " + data.causeNames().get(data.cause(0) - 1);
    }

    private ReferralEstimate estimate(double deadline) {
        return new ReferralEstimator(RemovalEstimator.standard().withDeadlines(deadline)).estimate(referrals, false);
    }

    private static void assertPoint(List<DeadlineShare> shares, double expected) {
        assertThat(shares.get(0).share().identifiability()).isEqualTo(Identifiability.POINT);
        assertThat(shares.get(0).share().estimate()).isCloseTo(expected, within(SAME));
    }

    private static void assertBounds(List<DeadlineShare> shares, double low, double high) {
        assertThat(shares.get(0).share().identifiability()).isEqualTo(Identifiability.BOUNDS);
        assertThat(shares.get(0).share().boundLow()).isCloseTo(low, within(1e-6));
        assertThat(shares.get(0).share().boundHigh()).isCloseTo(high, within(1e-6));
    }

    private static Story referred(double hours) {
        return referred(hours, hours);
    }

    private static Story referred(double from, double to) {
        Story story = new Story();
        story.referredAt = new TimeBracket(at(from), at(to));
        story.lastRow = at(to);
        return story;
    }

    private static Instant at(double hours) {
        return START.plusNanos(Math.round(hours * 3.6e12));
    }

    /** A referral told in hours from one start. */
    private static final class Story {
        private TimeBracket referredAt;
        private Instant watchedFrom;
        private Instant lastRow;
        private String channel = "unit";
        private Referral.Answer answer;
        private TimeBracket withheldAt;
        private TimeBracket goneAt;
        private ReferralOutcome goneBy;
        private boolean confirmed = true;
        private Instant visible;
        private int family = -1;

        Story answered(double hours, boolean removed) {
            answer = new Referral.Answer(TimeBracket.at(at(hours)), removed);
            return lastRow(hours);
        }

        Story withheld(double from, double to) {
            withheldAt = new TimeBracket(at(from), at(to));
            return this;
        }

        Story gone(double from, double to, ReferralOutcome outcome) {
            goneAt = new TimeBracket(at(from), at(to));
            goneBy = outcome;
            return this;
        }

        Story visible(double hours) {
            visible = at(hours);
            return this;
        }

        Story lastRow(double hours) {
            lastRow = at(hours);
            return this;
        }

        Story watchedFrom(double hours) {
            watchedFrom = at(hours);
            return this;
        }

        Referral build() {
            return new Referral(
                    referredAt,
                    watchedFrom,
                    new ArrayList<>(List.of(new Referral.Ledger(channel, lastRow, answer != null))),
                    answer,
                    withheldAt,
                    goneAt == null ? null : new Referral.Disappearance(goneAt, goneBy, confirmed),
                    visible,
                    family);
        }
    }
}
