// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.incident;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the incidents of whole histories: a function of copies, starts and rule alone.
 *
 * <p>Hours of alarm less than the rule's quiet hours apart belong to one incident. It holds the copies from the first of those
 * that raised the first alarm to the hour in which it is closed.
 */
public final class IncidentFinder {
    private final IncidentRule rule;
    private final PlatformStarts starts;

    /** By this rule, on platforms that have been watched since then. */
    public IncidentFinder(IncidentRule rule, PlatformStarts starts) {
        this.rule = rule;
        this.starts = starts;
    }

    /**
     * All incidents of one family, in order of time.
     *
     * @param asOf last hour that is known; copies of later hours are not looked at
     */
    public List<Incident> incidents(FamilyHistory history, long asOf) {
        NavigableMap<Long, NavigableMap<String, CopyCounts>> known =
                history.hours().headMap(asOf, true);
        AlarmHours alarms = alarms(known);
        List<Incident> incidents = new ArrayList<>();
        List<Long> span = new ArrayList<>();
        long notBefore = Long.MIN_VALUE;
        for (long hour : alarms.hours()) {
            if (!span.isEmpty() && hour - span.get(span.size() - 1) >= rule.quietHours()) {
                Incident incident = incident(span, alarms, known, asOf, notBefore);
                notBefore = incident.closedHour().orElseThrow();
                incidents.add(incident);
                span.clear();
            }
            span.add(hour);
        }
        if (!span.isEmpty()) {
            incidents.add(incident(span, alarms, known, asOf, notBefore));
        }
        return incidents;
    }

    /** The hours of bursts of one family up to this hour, ascending. */
    List<Long> burstHours(FamilyHistory history, long asOf) {
        return List.copyOf(alarms(history.hours().headMap(asOf, true)).bursts().keySet());
    }

    private AlarmHours alarms(NavigableMap<Long, NavigableMap<String, CopyCounts>> known) {
        AlarmHours alarms = new AlarmHours(rule, starts);
        known.forEach((hour, platforms) ->
                platforms.forEach((platform, counts) -> alarms.add(hour, platform, counts.copies())));
        if (!known.isEmpty()) {
            alarms.judgeFrom(known.firstKey());
        }
        return alarms;
    }

    /** The incident of these hours of alarm, without copies before an hour until which an earlier one lasted. */
    private Incident incident(
            List<Long> span,
            AlarmHours alarms,
            NavigableMap<Long, NavigableMap<String, CopyCounts>> known,
            long asOf,
            long notBefore) {
        long opened = span.get(0);
        long last = span.get(span.size() - 1);
        long closed = last + rule.quietHours();
        boolean isClosed = closed <= asOf;
        long begun = Math.max(alarms.begun(opened), notBefore);
        SortedSet<Trigger> triggers = new TreeSet<>();
        span.forEach(hour -> triggers.addAll(alarms.triggers(hour)));
        double surprise = alarms.bursts().subMap(opened, true, last, true).values().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(Double.NaN);
        SortedMap<String, Long> firstHours = new TreeMap<>();
        CopyCounts counts = CopyCounts.NONE;
        long peak = 0;
        long peakHour = opened;
        for (Map.Entry<Long, NavigableMap<String, CopyCounts>> cell :
                known.subMap(begun, true, Math.min(closed - 1, asOf), true).entrySet()) {
            CopyCounts ofHour = CopyCounts.NONE;
            for (Map.Entry<String, CopyCounts> platform : cell.getValue().entrySet()) {
                ofHour = ofHour.with(platform.getValue());
                firstHours.putIfAbsent(platform.getKey(), cell.getKey());
            }
            counts = counts.with(ofHour);
            peakHour = ofHour.copies() > peak ? cell.getKey() : peakHour;
            peak = Math.max(peak, ofHour.copies());
        }
        return new Incident(
                begun,
                opened,
                last,
                isClosed ? OptionalLong.of(closed) : OptionalLong.empty(),
                Collections.unmodifiableSortedSet(triggers),
                surprise,
                Collections.unmodifiableSortedMap(firstHours),
                counts,
                peakHour,
                peak);
    }
}
