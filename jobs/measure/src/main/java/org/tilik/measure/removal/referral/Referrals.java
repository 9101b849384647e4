// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;
import org.tilik.measure.removal.TimeBracket;

/**
 * Referrals as competing risks, in hours since the referral.
 *
 * <p>The wait ends with the first of: answer, withholding, disappearance. First is what was over earliest, the answer
 * among equals; so an answer inside the bracket in which the item went dates the event, and only what surely went before
 * the answer went unanswered. Where nobody says who made such an item go but the answer is that it was removed, the
 * platform did.
 *
 * <p>Follow-up of a referral that is still open ends at the latest of: the last time the item was known visible, the
 * last row about this referral, and, for a channel whose list states answers at all, the last row of that channel about
 * any item here: so far the list would have told. From a list without any answer silence says nothing.
 */
public final class Referrals {
    private final List<Referral> referrals = new ArrayList<>();
    private final Map<String, Instant> lastRows = new HashMap<>();
    private final Set<String> answering = new HashSet<>();
    private long alreadyGone;
    private long unconfirmed;

    /** Adds one, unless the item was gone before the referral, which is counted. */
    public Referrals add(Referral referral) {
        Instant referred = referral.referredAt().low();
        if (referral.disappearance() != null
                && !referral.disappearance().at().high().isAfter(referred)) {
            alreadyGone++;
            return this;
        }
        referrals.add(referral);
        for (Referral.Ledger ledger : referral.ledgers()) {
            lastRows.merge(ledger.channel(), ledger.lastRow(), (one, other) -> one.isAfter(other) ? one : other);
            if (ledger.answers()) {
                answering.add(ledger.channel());
            }
        }
        Event event = firstEvent(referral, false);
        unconfirmed += event != null && event.isUnconfirmed() ? 1 : 0;
        return this;
    }

    /** Referrals of items that were gone already; they are in no other number. */
    public long alreadyGone() {
        return alreadyGone;
    }

    /** Referrals that ended only by one unconfirmed absence of the item. */
    public long unconfirmed() {
        return unconfirmed;
    }

    /** Number of referrals, those without follow-up included. */
    public long size() {
        return referrals.size();
    }

    /**
     * One row for each referral, causes named as {@link ReferralOutcome}; referrals without follow-up are in
     * {@link RemovalData#noFollowUp()}.
     *
     * @param censorUnconfirmed whether a single last absence is taken as not gone
     */
    public RemovalData data(boolean censorUnconfirmed) {
        RemovalDataBuilder data = RemovalData.builder(ReferralOutcome.NAMES);
        for (Referral referral : referrals) {
            TimeBracket origin = referral.referredAt();
            double entry = entry(referral);
            Event event = firstEvent(referral, censorUnconfirmed);
            if (event != null) {
                double upper = Math.max(0, origin.hoursAtMost(event.at.high()));
                double lower = Math.min(upper, origin.hoursAtLeast(event.at.low()));
                data.add(entry, lower, upper, event.outcome.number(), 1, referral.family());
            } else {
                double until = followedUntil(referral, censorUnconfirmed);
                // Who is never looked at after time 0 must not count as being at risk there.
                double from = Math.max(0, entry);
                data.add(until > 0 ? entry : from, until, Double.POSITIVE_INFINITY, 0, 1, referral.family());
            }
        }
        return data.build();
    }

    private static double entry(Referral referral) {
        double hours =
                referral.watchedFrom() == null ? 0 : referral.referredAt().hoursAtMost(referral.watchedFrom());
        // An answer within the second of the referral is an event at 0 of an item that was watched by then.
        return hours > 0 ? hours : Double.NEGATIVE_INFINITY;
    }

    private record Event(TimeBracket at, ReferralOutcome outcome, boolean confirmed) {
        boolean isUnconfirmed() {
            return !confirmed;
        }
    }

    private static Event firstEvent(Referral referral, boolean censorUnconfirmed) {
        Event first = null;
        if (referral.answer() != null) {
            Referral.Answer answer = referral.answer();
            first = new Event(answer.at(), answer.removed() ? ReferralOutcome.REMOVED : ReferralOutcome.REJECTED, true);
        }
        if (referral.withheldAt() != null) {
            first = earlier(first, new Event(referral.withheldAt(), ReferralOutcome.WITHHELD, true));
        }
        Referral.Disappearance gone = referral.disappearance();
        if (gone != null && (gone.confirmed() || !censorUnconfirmed)) {
            boolean saidToBeRemoved =
                    referral.answer() != null && referral.answer().removed();
            boolean platformDid = gone.outcome() == ReferralOutcome.UNKNOWN && saidToBeRemoved;
            first = earlier(
                    first,
                    new Event(
                            gone.at(),
                            platformDid ? ReferralOutcome.REMOVED : gone.outcome(),
                            gone.confirmed() || saidToBeRemoved));
        }
        return first;
    }

    private static Event earlier(Event known, Event other) {
        return known == null || other.at.high().isBefore(known.at.high()) ? other : known;
    }

    private double followedUntil(Referral referral, boolean censorUnconfirmed) {
        List<Instant> times = new ArrayList<>();
        if (referral.lastVisible() != null) {
            times.add(referral.lastVisible());
        }
        if (censorUnconfirmed && referral.disappearance() != null) {
            times.add(referral.disappearance().at().low());
        }
        for (Referral.Ledger ledger : referral.ledgers()) {
            times.add(answering.contains(ledger.channel()) ? lastRows.get(ledger.channel()) : ledger.lastRow());
        }
        return latest(times, referral.referredAt());
    }

    private static double latest(Collection<Instant> times, TimeBracket origin) {
        return times.stream().mapToDouble(origin::hoursAtLeast).max().orElse(0);
    }
}
