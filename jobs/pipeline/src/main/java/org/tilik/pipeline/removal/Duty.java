// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tilik.formats.policy.PolicyEvent;
import org.tilik.model.EventKind;
import org.tilik.model.Reach;
import org.tilik.pipeline.study.Clock;
import org.tilik.pipeline.study.StudyPolicy;

/**
 * Something that asks platforms to act on items, in one jurisdiction: a law, a promise, a request.
 *
 * @param event what asks for it
 * @param jurisdiction one of its jurisdictions
 * @param policy who signed it, and which countries belong to the jurisdiction
 */
public record Duty(PolicyEvent event, String jurisdiction, StudyPolicy policy) implements Serializable {
    /** The duties of a timeline, one for each jurisdiction of each event that asks for action. */
    public static List<Duty> of(StudyPolicy policy) {
        List<Duty> duties = new ArrayList<>();
        for (PolicyEvent event : policy.timeline().duties()) {
            for (String jurisdiction : new TreeSet<>(event.jurisdictions())) {
                duties.add(new Duty(event, jurisdiction, policy));
            }
        }
        return duties;
    }

    /** Origin of its time. */
    Clock clock() {
        return Clock.valueOf(event.clock().toUpperCase(Locale.ROOT));
    }

    /** What became of an item about which nobody needs to be asked; empty where it does not apply. */
    Optional<DutyFact> followed(
            TrackedItem item, ClockOrigin origin, Span span, Double entry, double lower, Double upper) {
        if (!applies(item, origin.hi())) {
            return Optional.empty();
        }
        DutyFact fact = fact(item, origin.hi(), jurisdiction);
        fact.entry = entry;
        fact.lower = lower;
        fact.upper = upper;
        fact.cause = span.cause();
        fact.confirmed = span.isConfirmed();
        return Optional.of(fact);
    }

    /**
     * What became of an item about which somebody was asked, for the whole jurisdiction and, where that is a union, for
     * each of its countries that asked; empty where nobody did.
     */
    List<DutyFact> asked(TrackedItem item, List<ItemObservation> observations, List<Span> spans, Instant capture) {
        Set<String> places = new TreeSet<>();
        List<ItemObservation> rows = observations.stream()
                .filter(row -> EventKind.REFERRAL.name().equals(row.kind))
                .filter(row -> ClockOrigin.clockOf(row.channel) == clock())
                .toList();
        List<ItemObservation> requests =
                withAnswers(rows.stream().filter(this::isFromHere).toList(), rows);
        requests.forEach(row -> places.addAll(List.of(row.countries)));
        places.removeIf(place -> place.equals(jurisdiction) || isGlobal());
        List<DutyFact> facts = new ArrayList<>();
        add(facts, jurisdiction, item, requests, observations, spans, capture);
        for (String place : places) {
            List<ItemObservation> own = requests.stream()
                    .filter(row -> List.of(row.countries).contains(place))
                    .toList();
            add(facts, place, item, withAnswers(own, rows), observations, spans, capture);
        }
        return facts;
    }

    /** These rows, and what was answered through their channels without a word of any country. */
    private static List<ItemObservation> withAnswers(List<ItemObservation> requests, List<ItemObservation> rows) {
        Set<String> channels = requests.stream()
                .map(row -> ReferralHistory.channel(row.channel))
                .collect(Collectors.toSet());
        List<ItemObservation> all = new ArrayList<>(requests);
        rows.stream()
                .filter(row -> ReferralHistory.isAnswer(row) && row.countries.length == 0 && !requests.contains(row))
                .filter(row -> channels.contains(ReferralHistory.channel(row.channel)))
                .forEach(all::add);
        return all;
    }

    private void add(
            List<DutyFact> facts,
            String place,
            TrackedItem item,
            List<ItemObservation> requests,
            List<ItemObservation> observations,
            List<Span> spans,
            Instant capture) {
        List<ItemObservation> known = new ArrayList<>(requests);
        observations.stream().filter(this::isWithheldHere).forEach(known::add);
        ReferralFact referral = new ReferralHistory(item, known, spans, capture).whole();
        if (EpisodeStatus.MEASURED.id().equals(referral.status) && applies(item, referral.referredHi)) {
            DutyFact fact = fact(item, referral.referredHi, place);
            fact.referral = referral;
            facts.add(fact);
        }
    }

    /** Whether a request comes from the jurisdiction; one without a country counts only for what holds everywhere. */
    private boolean isFromHere(ItemObservation row) {
        if (isGlobal()) {
            return true;
        }
        LocalDate day = row.timeHi == null ? event.on() : day(row.timeHi);
        for (String country : row.countries) {
            if (policy.jurisdictions().covers(jurisdiction, country, day)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the item was withheld in the whole jurisdiction; what holds everywhere is not met by withholding. */
    private boolean isWithheldHere(ItemObservation row) {
        return Reach.GEO_WITHHELD.name().equals(row.reach)
                && row.timeHi != null
                && !isGlobal()
                && policy.jurisdictions().isCovered(jurisdiction, Set.of(row.countries), day(row.timeHi));
    }

    private boolean isGlobal() {
        return jurisdiction.equals(PolicyEvent.GLOBAL);
    }

    private boolean applies(TrackedItem item, Instant origin) {
        return event.isInForce(day(origin)) && event.binds(item.platform) && !item.isShare();
    }

    private DutyFact fact(TrackedItem item, Instant origin, String place) {
        DutyFact fact = new DutyFact();
        fact.event = event.id();
        fact.jurisdiction = jurisdiction;
        fact.clock = clock().id();
        fact.place = place;
        fact.platform = item.platform;
        fact.month = day(origin).toString().substring(0, "yyyy-MM".length());
        fact.signatory = event.isBySignature()
                ? policy.memberships()
                        .isSignatory(event.instrument(), item.platform, day(origin))
                        .map(String::valueOf)
                        .orElse(DutyFact.UNKNOWN)
                : DutyFact.NOT_ASKED;
        fact.accountKey = item.accountKey;
        fact.familyId = item.familyId;
        fact.standing = item.standing;
        return fact;
    }

    private static LocalDate day(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
