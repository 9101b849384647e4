// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tilik.measure.removal.exposure.ViewBounds;
import org.tilik.model.Reach;
import org.tilik.model.table.EpisodeRow;
import org.tilik.pipeline.study.Clock;

/**
 * What else is known of an item whose first episode is measured: its views, whether it came back, where it was withheld.
 *
 * @param first its first episode
 * @param origin origin of its durations
 * @param spans when it was visible, in order of time, up to the first gap in the watch over it
 * @param counts its counts of views
 * @param observations all that can be used
 */
record MeasuredItem(
        EpisodeRow first,
        ClockOrigin origin,
        List<Span> spans,
        List<ViewBounds.Count> counts,
        List<ItemObservation> observations) {
    /** Stands for any country. */
    static final String ANYWHERE = "";

    /** Its views; empty where nobody counted them. */
    Optional<ViewFact> views() {
        if (first.viewsLower() == null && first.viewsUpper() == null) {
            return Optional.empty();
        }
        ViewFact fact = new ViewFact();
        fact.strata = strata();
        fact.accountKey = first.accountKey();
        fact.familyId = first.familyId();
        fact.entry = entry();
        fact.lower = first.lowerHours();
        fact.upper = first.upperHours() == null ? Double.POSITIVE_INFINITY : first.upperHours();
        fact.cause = first.cause();
        fact.confirmed = first.isConfirmed();
        fact.viewsLow = first.viewsLower() == null ? 0 : (double) first.viewsLower();
        Instant lastSeen = spans.get(0).lastAlive();
        fact.countedWhenLastSeen = counts.stream().anyMatch(count -> count.at().equals(lastSeen));
        boolean gone = first.upperHours() != null;
        fact.viewsHigh = gone && first.viewsUpper() != null
                ? (double) first.viewsUpper()
                : !gone && fact.countedWhenLastSeen ? fact.viewsLow : Double.POSITIVE_INFINITY;
        boolean timed = first.clock().equals(Clock.POSTED.id());
        List<ViewBounds.Count> inTime = counts.stream()
                .filter(count -> timed)
                .sorted(Comparator.comparing(ViewBounds.Count::at).thenComparing(ViewBounds.Count::views))
                .toList();
        fact.hours = inTime.stream()
                .mapToDouble(count -> origin.hoursAtLeast(count.at()))
                .toArray();
        fact.views = inTime.stream().mapToDouble(ViewBounds.Count::views).toArray();
        return Optional.of(fact);
    }

    /** When it was visible and when gone; empty where the origin is not exact, so that brackets would overlap. */
    Optional<PathFact> path() {
        if (!origin.lo().equals(origin.hi())) {
            return Optional.empty();
        }
        PathFact fact = new PathFact();
        fact.strata = strata();
        fact.accountKey = first.accountKey();
        fact.familyId = first.familyId();
        fact.unit = UnitHash.of(first.familyId() == null ? first.itemKey() : first.familyId());
        fact.entry = entry();
        List<Double> lows = new ArrayList<>();
        List<Double> highs = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            double last = highs.isEmpty() ? 0 : highs.get(highs.size() - 1);
            Instant until = span.followedUntil();
            double visible = until == null ? 0 : origin.hoursAtLeast(until);
            fact.end = Math.max(last, visible);
            if (span.isGone()) {
                double gone = Math.max(0, origin.hoursAtMost(span.goneAt()));
                lows.add(fact.end);
                highs.add(Math.max(fact.end, gone));
                fact.end = Math.max(fact.end, Math.max(gone, origin.hoursAtLeast(span.lastMissed())));
                if (i + 1 < spans.size()) {
                    lows.add(fact.end);
                    highs.add(Math.max(
                            fact.end, origin.hoursAtLeast(spans.get(i + 1).seenFrom())));
                }
            }
        }
        fact.lows = lows.stream().mapToDouble(Double::doubleValue).toArray();
        fact.highs = highs.stream().mapToDouble(Double::doubleValue).toArray();
        Span last = spans.get(spans.size() - 1);
        fact.confirmed = !last.isGone() || last.isConfirmed();
        withholdings(fact);
        return Optional.of(fact);
    }

    private void withholdings(PathFact fact) {
        Map<String, ItemObservation> firsts = new TreeMap<>();
        for (ItemObservation row : observations) {
            if (Reach.GEO_WITHHELD.name().equals(row.reach)) {
                firsts.merge(ANYWHERE, row, MeasuredItem::earlier);
                for (String country : row.countries) {
                    firsts.merge(country, row, MeasuredItem::earlier);
                }
            }
        }
        fact.countries = firsts.keySet().toArray(String[]::new);
        fact.withheldLows = firsts.values().stream()
                .mapToDouble(row -> row.timeLo == null ? 0 : origin.hoursAtLeast(row.timeLo))
                .toArray();
        fact.withheldHighs = firsts.values().stream()
                .mapToDouble(row -> origin.hoursAtLeast(row.timeHi))
                .toArray();
    }

    private static ItemObservation earlier(ItemObservation one, ItemObservation other) {
        return other.timeHi.isBefore(one.timeHi) ? other : one;
    }

    /** Whether it came back; empty where it was not removed, or nothing says when at the earliest. */
    Optional<RestorationFact> restoration() {
        Span removed = spans.get(0);
        if (!removed.isGone() || !Causes.REMOVING.contains(removed.cause()) || removedAfter(removed) == null) {
            return Optional.empty();
        }
        RestorationFact fact = new RestorationFact();
        fact.strata = strata();
        fact.accountKey = first.accountKey();
        fact.familyId = first.familyId();
        fact.removedLo = removedAfter(removed);
        fact.removedHi = removed.goneAt();
        fact.lastMissed = removed.lastMissed();
        fact.seenAgain = spans.size() > 1 ? spans.get(1).seenFrom() : null;
        return Optional.of(fact);
    }

    private Instant removedAfter(Span removed) {
        Instant after = removed.visibleAt() == null ? origin.lo() : removed.visibleAt();
        return after.isAfter(removed.goneAt()) ? null : after;
    }

    private String[] strata() {
        return first.strata().toArray(String[]::new);
    }

    private double entry() {
        return first.entryHours() > 0 ? first.entryHours() : Double.NEGATIVE_INFINITY;
    }
}
