// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.incident;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tilik.measure.incident.CopyCounts;
import org.tilik.measure.incident.Incident;
import org.tilik.measure.incident.IncidentFinder;
import org.tilik.measure.incident.Trigger;
import org.tilik.model.table.IncidentRow;
import org.tilik.pipeline.study.Fingerprint;

/** The rows of one family's incidents, complete and as they may be published. */
final class IncidentRows {
    private final IncidentPlan plan;
    private final FamilyCopies copies;
    private final long asOf;
    private final List<Incident> incidents;
    private final Map<Incident, Integer> accounts = new HashMap<>();

    /** Finds the incidents of a family. */
    IncidentRows(IncidentPlan plan, WatchedSpans watched, FamilyCopies copies) {
        this.plan = plan;
        this.copies = copies;
        this.asOf = watched.lastHour(copies.platforms());
        this.incidents = new IncidentFinder(plan.rule(), watched.starts()).incidents(copies.history(), asOf);
        incidents.forEach(incident -> accounts.put(incident, copies.accounts(incident)));
    }

    /** A row for each, in order of time. */
    List<IncidentRow> complete() {
        return incidents.stream()
                .map(incident -> row(incident, List.copyOf(incident.firstHours().keySet())))
                .toList();
    }

    /**
     * Rows of those that may be published: large ones, without the smallest of them as long as the copies of the family that
     * are in none, which whoever has the table of families finds by subtraction, are few but some.
     */
    List<IncidentRow> published() {
        List<Incident> large = new ArrayList<>(incidents.stream()
                .filter(incident -> incident.counts().copies() >= plan.k() && accounts.get(incident) >= plan.k())
                .toList());
        while (!large.isEmpty() && !copies.isRestLarge(large, plan.k())) {
            large.remove(large.stream()
                    .min(Comparator.<Incident>comparingLong(
                                    incident -> incident.counts().copies())
                            .thenComparing(Incident::openedHour))
                    .orElseThrow());
        }
        return large.stream()
                .map(incident -> row(
                        incident,
                        incident.firstHours().keySet().stream()
                                .filter(platform -> copies.isLarge(incident, platform, plan.k()))
                                .toList()))
                .toList();
    }

    private IncidentRow row(Incident incident, List<String> platforms) {
        CopyCounts counts = incident.counts();
        boolean isSampled = incident.firstHours().keySet().stream().anyMatch(plan.sampled()::contains);
        return new IncidentRow(
                new Fingerprint()
                        .add("incident")
                        .add(copies.familyId())
                        .add(Long.toString(incident.openedHour()))
                        .shortHex(),
                copies.familyId(),
                incident.status().id(),
                incident.triggers().stream().map(Trigger::id).toList(),
                time(incident.begunHour()),
                time(incident.openedHour()),
                time(incident.lastAlarmHour()),
                incident.closedHour().isPresent() ? time(incident.closedHour().getAsLong()) : null,
                time(asOf),
                incident.firstHours().size(),
                platforms,
                platforms.stream()
                        .map(platform ->
                                time(incident.firstHours().get(platform)).toString())
                        .toList(),
                counts.copies(),
                accounts.get(incident),
                isSampled ? null : (Long) incident.peakCopiesPerHour(),
                time(incident.peakHour()),
                counts.visibleLow() == counts.visibleHigh() ? (Long) counts.visibleLow() : null,
                counts.visibleLow(),
                counts.visibleHigh(),
                (double) counts.removed() / counts.copies(),
                (double) counts.gone() / counts.copies(),
                Double.isNaN(incident.surprise()) ? null : (Double) incident.surprise(),
                plan.runId());
    }

    private static Instant time(long hour) {
        return Instant.EPOCH.plus(hour, ChronoUnit.HOURS);
    }
}
