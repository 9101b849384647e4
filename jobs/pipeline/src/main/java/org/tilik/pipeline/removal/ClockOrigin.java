// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tilik.model.EventKind;
import org.tilik.pipeline.study.Clock;

/**
 * When an item's clock started: after {@code lo}, at or before {@code hi}; equal where the time is exact.
 *
 * <p>Of several referrals on one clock the first counts. The channel says which clock a referral starts: {@code order…}
 * (removal orders) ordered, {@code user…} and {@code report…} reported, every other one, and none, referred.
 */
record ClockOrigin(Instant lo, Instant hi) {
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double NANOS_PER_SECOND = 1e9;

    /** The origin of this clock, or empty when the item has none. */
    static Optional<ClockOrigin> of(
            Clock clock, TrackedItem item, List<Look> looks, List<ItemObservation> observations) {
        return switch (clock) {
            case POSTED -> exact(item.postedAt);
            case FIRST_SEEN ->
                exact(
                        item.enteredAt != null
                                ? item.enteredAt
                                : looks.stream()
                                        .filter(Look::foundIt)
                                        .map(Look::at)
                                        .findFirst()
                                        .orElse(null));
            case REPORTED, REFERRED, ORDERED -> firstReferral(clock, observations, item.postedAt);
        };
    }

    private static Optional<ClockOrigin> exact(Instant time) {
        return Optional.ofNullable(time).map(known -> new ClockOrigin(known, known));
    }

    private static Optional<ClockOrigin> firstReferral(
            Clock clock, List<ItemObservation> observations, Instant postedAt) {
        return ofReferral(
                observations.stream()
                        .filter(o -> EventKind.REFERRAL.name().equals(o.kind) && clockOf(o.channel) == clock)
                        .toList(),
                postedAt);
    }

    /**
     * When the item of these referrals was first referred. A row that states an answer is no referral; where there is no
     * other, the item was referred after posting and before the answer, and empty where posting is unknown too.
     */
    static Optional<ClockOrigin> ofReferral(List<ItemObservation> referrals, Instant postedAt) {
        Optional<ClockOrigin> referred = referrals.stream()
                .filter(o -> o.timeHi != null && !ReferralHistory.isAnswer(o))
                .map(o -> new ClockOrigin(o.timeLo == null ? o.timeHi : o.timeLo, o.timeHi))
                .min(Comparator.comparing(ClockOrigin::hi).thenComparing(ClockOrigin::lo));
        if (referred.isPresent() || postedAt == null) {
            return referred;
        }
        return referrals.stream()
                .map(o -> o.timeHi)
                .filter(answered -> answered != null)
                .min(Comparator.naturalOrder())
                .map(answered -> new ClockOrigin(postedAt, answered));
    }

    /** The clock that a referral through this channel starts. */
    static Clock clockOf(String channel) {
        String name = channel == null ? "" : channel.strip().toLowerCase(Locale.ROOT);
        if (name.startsWith("order")) {
            return Clock.ORDERED;
        }
        return name.startsWith("user") || name.startsWith("report") ? Clock.REPORTED : Clock.REFERRED;
    }

    /** The least number of hours that a thing lasted that ended at this time, at least 0. */
    double hoursAtLeast(Instant end) {
        return Math.max(0, hours(hi, end));
    }

    /** The greatest number of hours that a thing lasted that ended at this time. */
    double hoursAtMost(Instant end) {
        return hours(lo, end);
    }

    private static double hours(Instant from, Instant until) {
        long seconds = Math.subtractExact(until.getEpochSecond(), from.getEpochSecond());
        return (seconds + (until.getNano() - from.getNano()) / NANOS_PER_SECOND) / SECONDS_PER_HOUR;
    }
}
