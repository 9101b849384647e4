// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tilik.formats.policy.Jurisdictions;
import org.tilik.formats.policy.Memberships;
import org.tilik.formats.policy.PolicyTimeline;
import org.tilik.pipeline.study.StudyPolicy;

class DutyTest {
    private static final String TIMELINE = """
        event_id,on,precision,until,kind,jurisdiction,instrument,title,deadline_hours,clock,platforms,by_signature,measure,legal_basis,exclude_from,exclude_until,anticipation_weeks,checked,source
        hour,2022-06-07,day,,law,EU,law,An hour,1,ordered,,false,,Article 3,,,,yes,s
        old,2010-01-01,day,2020-01-01,law,EU,law,An old hour,1,ordered,,false,,,,,,yes,s
        promise,2019-05-15,day,,commitment,global,call,A promise,,posted,,true,,,,,,yes,s
        other,2019-05-15,day,,rule,global,rule,Of another platform,24,reported,twitter,false,,,,,,yes,s
        country,2018-01-01,day,,law,DE,law,A day,24,reported,,false,,,,,,yes,s
        """;
    private static final StudyPolicy POLICY = new StudyPolicy(
            PolicyTimeline.read(bytes(TIMELINE), "timeline.csv"),
            Memberships.read(bytes("""
                instrument,signatory,kind,joined_on,left_on,not_member_on,platforms,checked,source
                call,Reddit,company,2024-06-04,,,reddit,yes,s
                """), "membership.csv"),
            Jurisdictions.read(
                    bytes("jurisdiction,country,joined_on,left_on\nEU,DE,1958-01-01,\nEU,FR,1958-01-01,\n"),
                    "jurisdictions.csv"));

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Duty duty(String event) {
        return Duty.of(POLICY).stream()
                .filter(duty -> duty.event().id().equals(event))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theClockOfAnOrderStartsWithItAndNotWithPosting() {
        List<DutyFact> facts = ItemStory.capturedAt(1)
                .referred(10, 10, "order_tco")
                .in("DE")
                .gone(10.5, "PLATFORM")
                .underDuties(duty("hour"));

        assertThat(facts).extracting(fact -> fact.place).containsExactly("EU", "DE");
        assertThat(facts.get(0).referral.referredHi).isEqualTo(ItemStory.at(10));
        assertThat(facts.get(0).referral.goneHi).isEqualTo(ItemStory.at(10.5));
        assertThat(facts.get(0).signatory).isEqualTo(DutyFact.NOT_ASKED);
        assertThat(facts.get(0).isSeenToEnd()).isTrue();
        assertThat(facts.get(0).isAnswered()).isFalse();
    }

    @Test
    void anOrderedItemIsAlsoMeasuredFromEarlierClocksButAtRiskFromItsOrderOnly() {
        List<DutyFact> facts = ItemStory.capturedAt(1)
                .referred(4, 4, "user")
                .in("DE")
                .referred(10, 10, "order_tco")
                .in("DE")
                .referred(11, 11, "hotline")
                .in("DE")
                .gone(10.5, "PLATFORM")
                .onEveryClock(duty("hour"));

        assertThat(facts)
                .extracting(fact -> fact.place + " " + fact.clock)
                .containsExactly("EU ordered", "DE ordered", "EU posted", "EU first_seen", "EU reported");
        DutyFact sincePosting = facts.get(2);
        assertThat(sincePosting.referral.referredHi).isEqualTo(ItemStory.at(0));
        assertThat(sincePosting.referral.watchedFrom).isEqualTo(ItemStory.at(10));
        assertThat(sincePosting.referral.goneHi).isEqualTo(ItemStory.at(10.5));
        assertThat(facts.get(4).referral.referredHi).isEqualTo(ItemStory.at(4));
    }

    @Test
    void aPromiseIsAlsoMeasuredFromALaterReport() {
        List<DutyFact> facts = ItemStory.capturedAt(1)
                .referred(3, 3, "user")
                .gone(5, "PLATFORM")
                .onEveryClock(duty("promise"));

        assertThat(facts).extracting(fact -> fact.clock).containsExactly("posted", "first_seen", "reported");
        assertThat(facts).extracting(fact -> fact.upper).containsExactly(5.0, 4.0, 2.0);
    }

    @Test
    void whatWasNeverOrderedOrOrderedFromElsewhereIsNoDuty() {
        assertThat(ItemStory.capturedAt(1).gone(2, "PLATFORM").underDuties(duty("hour")))
                .isEmpty();
        assertThat(ItemStory.capturedAt(1).referred(2, 2, "order").in("ID").underDuties(duty("hour")))
                .isEmpty();
        assertThat(ItemStory.capturedAt(1).referred(2, 2, "order").underDuties(duty("hour")))
                .as("an order of no country")
                .isEmpty();
        assertThat(ItemStory.capturedAt(1).referred(2, 2, "hotline").in("DE").underDuties(duty("hour")))
                .as("a referral is no order")
                .isEmpty();
    }

    @Test
    void aLawThatNoLongerAppliesBindsNobody() {
        assertThat(ItemStory.capturedAt(1).referred(2, 2, "order").in("DE").underDuties(duty("old")))
                .isEmpty();
    }

    @Test
    void aRuleBindsThePlatformsThatItNames() {
        assertThat(ItemStory.capturedAt(1).referred(2, 2, "user").in("DE").underDuties(duty("other")))
                .isEmpty();
    }

    @Test
    void aPromiseBindsFromPostingAndMembershipIsThatOfTheDay() {
        DutyFact before = ItemStory.capturedAt(1)
                .gone(5, "PLATFORM")
                .underDuties(duty("promise"))
                .get(0);

        assertThat(before.signatory).isEqualTo("false");
        assertThat(before.upper).isEqualTo(5);
        assertThat(before.cause).isEqualTo("platform");
        assertThat(before.referral).isNull();
        ItemStory later = ItemStory.capturedAt(30).gone(40, "AUTHOR");
        later.item.postedAt = ItemStory.at(24);
        assertThat(later.underDuties(duty("promise")).get(0).signatory).isEqualTo("true");
    }

    @Test
    void withholdingMeetsADutyOfThatCountryOnly() {
        ItemStory inGermany = ItemStory.capturedAt(1)
                .referred(2, 2, "user")
                .in("DE")
                .withheld(3, 3, "DE")
                .alive(30);

        assertThat(inGermany.underDuties(duty("country")).get(0).referral.withheldHi)
                .isEqualTo(ItemStory.at(3));
        assertThat(ItemStory.capturedAt(1)
                        .referred(2, 2, "order")
                        .in("DE")
                        .withheld(3, 3, "DE")
                        .alive(30)
                        .underDuties(duty("hour"))
                        .get(0)
                        .referral
                        .withheldHi)
                .as("withheld in one country of the union")
                .isNull();
        assertThat(ItemStory.capturedAt(1)
                        .referred(2, 2, "order")
                        .in("DE")
                        .withheld(3, 3, "DE", "FR")
                        .alive(30)
                        .underDuties(duty("hour"))
                        .get(0)
                        .referral
                        .withheldHi)
                .as("withheld in all of it")
                .isEqualTo(ItemStory.at(3));
    }

    @Test
    void ofTwoCountriesThatOrderTheFirstStartsTheClockOfTheUnion() {
        List<DutyFact> facts = ItemStory.capturedAt(1)
                .referred(8, 8, "order")
                .in("FR")
                .referred(4, 4, "order")
                .in("DE")
                .alive(20)
                .underDuties(duty("hour"));

        assertThat(facts).extracting(fact -> fact.place).containsExactly("EU", "DE", "FR");
        assertThat(facts)
                .extracting(fact -> fact.referral.referredHi)
                .containsExactly(ItemStory.at(4), ItemStory.at(4), ItemStory.at(8));
    }

    @Test
    void anAnswerThatNamesNoCountryAnswersThoseWhoAskedThroughItsChannel() {
        List<DutyFact> facts = ItemStory.capturedAt(1)
                .referred(4, 4, "order")
                .in("DE")
                .answered(4.5, "order", "REMOVED")
                .answered(4.2, "order other", "REJECTED")
                .alive(5)
                .underDuties(duty("hour"));

        assertThat(facts).extracting(fact -> fact.place).containsExactly("EU", "DE");
        assertThat(facts).allSatisfy(fact -> {
            assertThat(fact.isAnswered()).isTrue();
            assertThat(fact.referral.answerHi).isEqualTo(ItemStory.at(4.5));
            assertThat(fact.referral.removed).isTrue();
        });
    }

    @Test
    void whatIsNotConfirmedIsMarked() {
        assertThat(ItemStory.capturedAt(1)
                        .alive(2)
                        .absent(9)
                        .underDuties(duty("promise"))
                        .get(0)
                        .confirmed)
                .isFalse();
    }

    @Test
    void flagsAreTheFirstOfTheirSort() {
        ItemStory story = ItemStory.capturedAt(1)
                .referred(8, 8, "order")
                .referred(6, 6, "user report")
                .referred(5, 5, "user report")
                .referred(7, 7, "hotline")
                .answered(2, "hotline", "REJECTED");

        FlagFact flags = FlagFact.of("item", story.observations);

        assertThat(flags.reportedAt).isEqualTo(ItemStory.at(5));
        assertThat(flags.referredAt).isEqualTo(ItemStory.at(7));
        assertThat(flags.orderedAt).isEqualTo(ItemStory.at(8));
        assertThat(FlagFact.of("item", List.of()).isFlagged()).isFalse();
    }
}
