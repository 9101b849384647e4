// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tilik.measure.removal.referral.ReferralOutcome;
import org.tilik.model.EventKind;
import org.tilik.model.Reach;
import org.tilik.model.ReferralDecision;
import org.tilik.pipeline.strata.Stratum;

/**
 * Reads the referrals of one item and what came of them from what was observed of it.
 *
 * <p>An item is referred once through each channel, by the first row without an answer; rows that state an answer are
 * answers, and a channel that has only these referred the item at an unknown time between posting and the answer.
 * Through any channel an item is referred once, by the earliest.
 */
final class ReferralHistory {
    /** Channel of rows that name none. */
    static final String NO_CHANNEL = "unspecified";

    private final TrackedItem item;
    private final List<Span> spans;
    private final Instant capture;
    private final List<ItemObservation> withholdings;
    private final Map<String, List<ItemObservation>> rows = new TreeMap<>();

    /**
     * The referrals of an item.
     *
     * @param observations all that can be used
     * @param spans when it was visible, in order of time, at least one
     * @param capture when it came under observation, null for never
     */
    ReferralHistory(TrackedItem item, List<ItemObservation> observations, List<Span> spans, Instant capture) {
        this.item = item;
        this.spans = spans;
        this.capture = capture;
        this.withholdings = observations.stream()
                .filter(o -> Reach.GEO_WITHHELD.name().equals(o.reach))
                .sorted(Comparator.comparing(o -> o.timeHi))
                .toList();
        for (ItemObservation row : observations) {
            if (EventKind.REFERRAL.name().equals(row.kind)) {
                rows.computeIfAbsent(channel(row.channel), name -> new ArrayList<>())
                        .add(row);
            }
        }
    }

    /** One fact for the item, whatever the channel, and one for each channel; none where it was never referred. */
    List<ReferralFact> facts() {
        List<ReferralFact> facts = new ArrayList<>();
        if (rows.isEmpty()) {
            return facts;
        }
        boolean share = EventKind.SHARE.name().equals(item.kind);
        facts.add(fact(rows, share ? List.of(Stratum.SHARES) : wide()));
        if (!share) {
            rows.forEach((channel, own) -> facts.add(fact(
                    Map.of(channel, own),
                    List.of(
                            new Stratum("channel", channel),
                            new Stratum("platform,channel", item.platform + "|" + channel)))));
        }
        return facts;
    }

    /** The fact for the item, whatever the channel. */
    ReferralFact whole() {
        return fact(rows, List.of());
    }

    private List<Stratum> wide() {
        List<Stratum> strata = new ArrayList<>(List.of(Stratum.ALL, new Stratum("platform", item.platform)));
        rows.values().stream()
                .flatMap(List::stream)
                .flatMap(row -> List.of(row.countries).stream())
                .distinct()
                .sorted()
                .forEach(country -> strata.add(new Stratum("jurisdiction", country)));
        return strata;
    }

    /** Names of channels are free text; in labels of strata commas and bars have a meaning. */
    static String channel(String name) {
        String plain = name == null ? "" : name.strip().toLowerCase(Locale.ROOT).replaceAll("[,|=\\s]+", "_");
        return plain.isEmpty() ? NO_CHANNEL : plain;
    }

    private ReferralFact fact(Map<String, List<ItemObservation>> channels, List<Stratum> strata) {
        ReferralFact fact = new ReferralFact();
        fact.strata = strata.stream().map(Stratum::label).toArray(String[]::new);
        fact.accountKey = item.accountKey;
        fact.familyId = item.familyId;
        ClockOrigin referred = channels.values().stream()
                .map(own -> ClockOrigin.ofReferral(own, item.postedAt).orElse(null))
                .filter(origin -> origin != null)
                .min(Comparator.comparing(ClockOrigin::hi).thenComparing(ClockOrigin::lo))
                .orElse(null);
        if (referred == null) {
            fact.status = EpisodeStatus.NO_ORIGIN.id();
            return fact;
        }
        fact.referredLo = referred.lo();
        fact.referredHi = referred.hi();
        listChannels(fact, channels);
        answer(fact, channels);
        withholding(fact);
        Span span = spanAt(referred);
        disappearance(fact, span);
        fact.watchedFrom = item.watchedFrom(capture);
        fact.status = status(span, referred).id();
        return fact;
    }

    private static void listChannels(ReferralFact fact, Map<String, List<ItemObservation>> channels) {
        fact.channels = channels.keySet().stream().sorted().toArray(String[]::new);
        fact.lastRows = new Instant[fact.channels.length];
        fact.answers = new boolean[fact.channels.length];
        for (int i = 0; i < fact.channels.length; i++) {
            List<ItemObservation> own = channels.get(fact.channels[i]);
            fact.lastRows[i] = own.stream()
                    .map(row -> row.timeHi)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            fact.answers[i] = own.stream().anyMatch(ReferralHistory::isAnswer);
        }
    }

    static boolean isAnswer(ItemObservation row) {
        return row.outcome != null && !row.outcome.equals(ReferralDecision.PENDING.name());
    }

    private static void answer(ReferralFact fact, Map<String, List<ItemObservation>> channels) {
        channels.values().stream()
                .flatMap(List::stream)
                .filter(ReferralHistory::isAnswer)
                .filter(row -> !row.timeHi.isBefore(fact.referredHi))
                // Two answers of one time: that the item was removed can be seen.
                .min(Comparator.<ItemObservation, Instant>comparing(row -> row.timeHi)
                        .thenComparing(row -> !isRemoval(row)))
                .ifPresent(row -> {
                    fact.answerLo = row.timeLo == null ? fact.referredLo : row.timeLo;
                    fact.answerHi = row.timeHi;
                    fact.removed = isRemoval(row);
                });
    }

    private static boolean isRemoval(ItemObservation row) {
        return row.outcome.equals(ReferralDecision.REMOVED.name());
    }

    private void withholding(ReferralFact fact) {
        withholdings.stream()
                .filter(row -> row.timeHi.isAfter(fact.referredHi))
                .findFirst()
                .ifPresent(row -> {
                    fact.withheldLo = row.timeLo == null ? fact.referredLo : row.timeLo;
                    fact.withheldHi = row.timeHi;
                });
    }

    /** The span in which the item was visible when it was referred, or the one after which it was gone then. */
    private Span spanAt(ClockOrigin referred) {
        Span at = spans.get(0);
        for (Span span : spans) {
            if (span.seenFrom() == null || !span.seenFrom().isAfter(referred.hi())) {
                at = span;
            }
        }
        return at;
    }

    private static void disappearance(ReferralFact fact, Span span) {
        fact.lastVisible = span.watchedUntil();
        if (!span.isGone()) {
            return;
        }
        fact.goneHi = span.goneAt();
        Instant visible = span.visibleAt();
        boolean bracketed = visible != null && !visible.isAfter(fact.goneHi);
        fact.goneLo = bracketed ? visible : fact.referredLo.isBefore(fact.goneHi) ? fact.referredLo : fact.goneHi;
        fact.confirmed = span.isConfirmed();
        fact.goneBy = outcome(span.cause()).name();
    }

    private static ReferralOutcome outcome(String cause) {
        if (Causes.REMOVING.contains(cause)) {
            return ReferralOutcome.REMOVED;
        }
        return Causes.UNKNOWN.equals(cause) ? ReferralOutcome.UNKNOWN : ReferralOutcome.AUTHOR;
    }

    private EpisodeStatus status(Span span, ClockOrigin referred) {
        if (item.isSelectedOnRemoval()) {
            return EpisodeStatus.SELECTED_ON_REMOVAL;
        }
        if (item.isFamilyOnly()) {
            return EpisodeStatus.FAMILY_ONLY;
        }
        if (item.listedAtUnknown) {
            return EpisodeStatus.UNKNOWN_ENTRY;
        }
        boolean neverSeen = spans.stream().allMatch(each -> each.lastAlive() == null);
        if (!item.followedFromStart && (capture == null || neverSeen)) {
            return EpisodeStatus.NO_FOLLOW_UP;
        }
        boolean gone = span.isGone() && !span.goneAt().isAfter(referred.lo());
        return gone ? EpisodeStatus.GONE_BEFORE_CLOCK : EpisodeStatus.MEASURED;
    }
}
