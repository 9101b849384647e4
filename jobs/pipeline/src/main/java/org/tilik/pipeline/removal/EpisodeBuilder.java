// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tilik.measure.removal.exposure.ViewBounds;
import org.tilik.model.Actor;
import org.tilik.model.EventKind;
import org.tilik.model.Reach;
import org.tilik.model.RecheckOutcome;
import org.tilik.model.table.EpisodeRow;
import org.tilik.pipeline.removal.Look.Finding;
import org.tilik.pipeline.strata.Strata;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.study.Clock;

/**
 * Makes the visible spans of one item, in hours since the origin of one clock, from everything observed about it.
 *
 * <pre>
 *   lower = last seen before the first look that missed it      upper = that look
 *   against an origin in (o_lo, o_hi]:  (max(0, lower − o_hi), upper − o_lo],  entry = max(0, capture − o_lo)
 * </pre>
 *
 * <p>Withholding in some countries ends no episode. An item not seen gone is censored when it was last seen, or, where a
 * push stream would have sent word, when the watch over the stream ended or broke off ({@link PushFollowUp}).
 */
public final class EpisodeBuilder {
    private static final String DEFAULT_REACH = Reach.ITEM.name();

    private final Clock clock;
    private final Coverage coverage;
    private final Strata strata;
    private final String runId;
    private final List<Duty> duties;

    /**
     * A builder for one run.
     *
     * @param clock origin of the durations
     * @param coverage when push streams were watched
     * @param strata groups in which measured episodes are counted
     */
    public EpisodeBuilder(Clock clock, Coverage coverage, Strata strata, String runId) {
        this(clock, coverage, strata, runId, List.of());
    }

    /**
     * A builder that also says what became of what was asked for.
     *
     * @param duties what asks for action
     */
    EpisodeBuilder(Clock clock, Coverage coverage, Strata strata, String runId, List<Duty> duties) {
        this.clock = clock;
        this.coverage = coverage;
        this.strata = strata;
        this.runId = runId;
        this.duties = List.copyOf(duties);
    }

    /**
     * What an item's observations come to.
     *
     * @param episodes at least one, in order of time
     * @param contradictions observations that claim to be older than the item; left out of the episodes
     * @param undated observations without a time; left out of the episodes
     * @param notFollowed observations that found the item gone while it was not followed, as after a gap in the watch over
     *     a push stream; left out of the episodes
     * @param referrals what came of referrals of the item, measured or not
     * @param measured what else is known of it where its first episode is measured
     * @param account what it says of its account, where a source would send word of accounts
     * @param duties what became of what somebody was asked or bound to do about it
     */
    record ItemHistory(
            List<EpisodeRow> episodes,
            int contradictions,
            int undated,
            int notFollowed,
            List<ReferralFact> referrals,
            Optional<MeasuredItem> measured,
            Optional<AccountFact> account,
            List<DutyFact> duties) {}

    /** The episodes of an item, whatever the order of its observations. */
    ItemHistory build(TrackedItem item, List<ItemObservation> observations) {
        int contradictions = 0;
        int undated = 0;
        List<ItemObservation> usable = new ArrayList<>(observations.size());
        for (ItemObservation observation : observations) {
            if (observation.timeHi == null) {
                undated++;
            } else if (item.postedAt != null && observation.timeHi.isBefore(item.postedAt)) {
                contradictions++;
            } else {
                usable.add(observation);
            }
        }
        usable = AccountReturns.withoutThoseOfOthers(usable);
        List<Look> looks = looks(item, usable);
        Optional<ClockOrigin> origin = ClockOrigin.of(clock, item, looks, usable);
        Instant capture = item.enteredAt != null || looks.isEmpty()
                ? item.enteredAt
                : looks.get(0).at();
        List<EpisodeRow> episodes = new ArrayList<>();
        PushFollowUp.Followed followed = PushFollowUp.of(looks, coverage.of(item.platform), item.notified);
        List<Span> spans = new ArrayList<>();
        int untilGap = 0;
        List<ViewBounds.Count> counts = counts(item, usable);
        for (List<Look> part : followed.parts()) {
            for (Span span :
                    Span.of(part, episodes.isEmpty() ? null : part.get(0).at())) {
                Times times = origin.isEmpty()
                        ? Times.none(EpisodeStatus.NO_ORIGIN)
                        : times(item, span, origin.get(), capture, episodes.isEmpty());
                episodes.add(row(item, span, episodes.size() + 1, origin.orElse(null), times, counts));
                spans.add(span);
            }
            untilGap = untilGap == 0 ? spans.size() : untilGap;
        }
        boolean measured = EpisodeStatus.MEASURED.id().equals(episodes.get(0).status());
        List<Span> untilGapSpans = List.copyOf(spans.subList(0, untilGap));
        return new ItemHistory(
                episodes,
                contradictions,
                undated,
                followed.leftOut(),
                new ReferralHistory(item, usable, spans, capture).facts(),
                measured
                        ? Optional.of(
                                new MeasuredItem(episodes.get(0), origin.orElseThrow(), untilGapSpans, counts, usable))
                        : Optional.empty(),
                coverage.of(item.platform).isEmpty() ? Optional.empty() : AccountFact.of(item, spans.get(0), capture),
                duties(item, usable, looks, spans, capture));
    }

    private List<DutyFact> duties(
            TrackedItem item, List<ItemObservation> observations, List<Look> looks, List<Span> spans, Instant capture) {
        List<DutyFact> facts = new ArrayList<>();
        for (Duty duty : duties) {
            Clock started = duty.clock();
            List<DutyFact> own = new ArrayList<>();
            if (started == Clock.POSTED || started == Clock.FIRST_SEEN) {
                ClockOrigin.of(started, item, looks, observations).ifPresent(origin -> {
                    Times times = times(item, spans.get(0), origin, capture, true);
                    if (times.status() == EpisodeStatus.MEASURED) {
                        duty.followed(item, origin, spans.get(0), times.entry(), times.lower(), times.upper())
                                .ifPresent(own::add);
                    }
                });
            } else {
                own.addAll(duty.asked(item, observations, spans, capture));
            }
            facts.addAll(own);
            own.stream()
                    .filter(fact -> fact.place.equals(fact.jurisdiction))
                    .forEach(fact -> facts.addAll(onOtherClocks(fact, item, observations, looks, spans, capture)));
        }
        return facts;
    }

    /** The same item on every other clock that started for it. */
    private static List<DutyFact> onOtherClocks(
            DutyFact own,
            TrackedItem item,
            List<ItemObservation> observations,
            List<Look> looks,
            List<Span> spans,
            Instant capture) {
        List<DutyFact> facts = new ArrayList<>();
        for (Clock other : Clock.values()) {
            Optional<ClockOrigin> origin =
                    own.clock.equals(other.id()) ? Optional.empty() : ClockOrigin.of(other, item, looks, observations);
            if (origin.isPresent() && own.referral != null) {
                // A clock that started later would leave out what was done before it.
                if (!origin.get().hi().isAfter(own.referral.referredHi)) {
                    facts.add(own.earlier(other, origin.get()));
                }
            } else if (origin.isPresent()) {
                Times times = times(item, spans.get(0), origin.get(), capture, true);
                if (times.status() == EpisodeStatus.MEASURED) {
                    DutyFact fact = own.on(other);
                    fact.entry = times.entry();
                    fact.lower = times.lower();
                    fact.upper = times.upper();
                    facts.add(fact);
                }
            }
        }
        return facts;
    }

    /** The counts of views; where later captures have none, the item's own is of its first capture. */
    private static List<ViewBounds.Count> counts(TrackedItem item, List<ItemObservation> observations) {
        List<ViewBounds.Count> counts = new ArrayList<>();
        for (ItemObservation observation : observations) {
            if (observation.views != null) {
                counts.add(new ViewBounds.Count(observation.timeHi, observation.views));
            }
        }
        if (counts.isEmpty() && item.viewsLast != null && item.enteredAt != null) {
            counts.add(new ViewBounds.Count(item.enteredAt, item.viewsLast));
        }
        return counts;
    }

    private static List<Look> looks(TrackedItem item, List<ItemObservation> observations) {
        List<Look> looks = new ArrayList<>();
        if (item.enteredAt != null && !item.seenAsStub) {
            looks.add(Look.alive(item.enteredAt, !item.keepsStubs));
        }
        for (ItemObservation observation : observations) {
            if (!Reach.GEO_WITHHELD.name().equals(observation.reach)) {
                look(observation).ifPresent(looks::add);
            }
        }
        looks.sort(Look.IN_TIME);
        return looks;
    }

    private static Optional<Look> look(ItemObservation observation) {
        Finding gone = observation.explicit ? Finding.GONE : Finding.ABSENT;
        return switch (EventKind.valueOf(observation.kind)) {
            case REMOVAL -> Optional.of(look(observation, gone, observation.timeLo));
            case REAPPEARANCE -> Optional.of(look(observation, Finding.REAPPEARED, null));
            case RECHECK ->
                switch (RecheckOutcome.valueOf(observation.outcome)) {
                    case ALIVE -> Optional.of(Look.alive(observation.timeHi, observation.oneSided));
                    case GONE -> Optional.of(look(observation, gone, null));
                    case BLOCKED, ERROR -> Optional.empty();
                };
            case POST, SHARE, QUOTE, REPLY, EDIT, COUNTS, REFERRAL, GAP -> Optional.empty();
        };
    }

    private static Look look(ItemObservation observation, Finding finding, Instant changedAfter) {
        return new Look(
                observation.timeHi,
                finding,
                observation.oneSided,
                changedAfter,
                observation.actor == null ? Actor.UNKNOWN : Actor.valueOf(observation.actor),
                observation.reach == null ? null : Reach.valueOf(observation.reach),
                observation.reason);
    }

    /** Hours since the origin; null = unknown or does not apply. */
    private record Times(EpisodeStatus status, Double entry, Double lower, Double upper) {
        static Times none(EpisodeStatus status) {
            return new Times(status, null, null, null);
        }
    }

    private static Times times(TrackedItem item, Span span, ClockOrigin origin, Instant capture, boolean first) {
        Instant until = span.followedUntil();
        double lower = until == null ? 0 : origin.hoursAtLeast(until);
        Double upper = span.isGone() ? (Double) origin.hoursAtMost(span.goneAt()) : null;
        Double entry = first ? entry(item, origin, capture) : hoursFrom(origin, span.seenFrom());
        if (upper != null && upper <= 0) {
            return Times.none(first ? EpisodeStatus.GONE_BEFORE_CLOCK : EpisodeStatus.LATER_EPISODE);
        }
        return new Times(status(item, span, entry, upper == null ? lower : upper, first), entry, lower, upper);
    }

    private static EpisodeStatus status(TrackedItem item, Span span, Double entry, double exit, boolean first) {
        if (!first) {
            return EpisodeStatus.LATER_EPISODE;
        }
        if (item.isSelectedOnRemoval()) {
            return EpisodeStatus.SELECTED_ON_REMOVAL;
        }
        if (item.isFamilyOnly()) {
            return EpisodeStatus.FAMILY_ONLY;
        }
        if (item.listedAtUnknown) {
            return EpisodeStatus.UNKNOWN_ENTRY;
        }
        // An item that nobody saw alive is in the data only because something else is known about it.
        boolean neverWatched =
                (span.lastAlive() == null && !item.followedFromStart) || (!span.isGone() && span.lastWatched() == null);
        return entry == null || exit <= entry || neverWatched ? EpisodeStatus.NO_FOLLOW_UP : EpisodeStatus.MEASURED;
    }

    private static Double entry(TrackedItem item, ClockOrigin origin, Instant capture) {
        if (item.listedAtUnknown || (capture == null && !item.followedFromStart)) {
            return null;
        }
        double captured = item.followedFromStart ? 0 : hoursFrom(origin, capture);
        return item.listedAt == null ? captured : Math.max(captured, hoursFrom(origin, item.listedAt));
    }

    private static Double hoursFrom(ClockOrigin origin, Instant time) {
        return Math.max(0, origin.hoursAtMost(time));
    }

    private EpisodeRow row(
            TrackedItem item, Span span, int number, ClockOrigin origin, Times times, List<ViewBounds.Count> counts) {
        ViewBounds views = ViewBounds.of(counts, span.visibleAt(), span.isGone() ? span.goneAt() : null);
        String reach = span.gone().stream()
                .map(Look::reach)
                .filter(known -> known != null)
                .findFirst()
                .map(Reach::name)
                .orElse(DEFAULT_REACH);
        boolean gone = span.isGone();
        boolean measured = times.status() == EpisodeStatus.MEASURED;
        return new EpisodeRow(
                item.platform,
                item.month,
                item.itemKey,
                item.accountKey,
                number,
                clock.id(),
                origin == null ? null : origin.lo(),
                origin == null ? null : origin.hi(),
                times.entry(),
                times.lower(),
                times.upper(),
                censoring(times),
                times.status().id(),
                span.cause(),
                gone ? span.actor().name() : null,
                gone ? reach : null,
                span.isConfirmed(),
                item.kind,
                item.language,
                item.trackedBy,
                item.familyId,
                measured ? strata.of(item.traits()).stream().map(Stratum::label).toList() : List.of(),
                views.lower(),
                views.upper(),
                runId);
    }

    private static String censoring(Times times) {
        if (times.lower() == null) {
            return null;
        }
        if (times.upper() == null) {
            return "right";
        }
        return times.lower().equals(times.upper()) ? "exact" : "interval";
    }
}
