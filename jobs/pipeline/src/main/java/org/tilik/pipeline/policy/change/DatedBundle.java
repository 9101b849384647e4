// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.change;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tilik.formats.policy.EventType;
import org.tilik.formats.policy.Memberships;
import org.tilik.formats.policy.PolicyEvent;
import org.tilik.formats.policy.PolicyTimeline;
import org.tilik.measure.policy.series.Bundle;
import org.tilik.measure.policy.series.ExcludedWindow;
import org.tilik.measure.policy.series.Interruption;

/**
 * Interventions of the timeline that weekly series cannot tell apart.
 *
 * @param bundle in order of time
 */
record DatedBundle(Bundle<PolicyEvent> bundle) {
    /** All bundles of a timeline. */
    static List<DatedBundle> of(PolicyTimeline timeline) {
        return Bundle.of(timeline.interventions(), PolicyEvent::on, DatedBundle::lastDay).stream()
                .map(DatedBundle::new)
                .toList();
    }

    private static LocalDate lastDay(PolicyEvent event) {
        return event.isMonth() ? event.on().with(TemporalAdjusters.lastDayOfMonth()) : event.on();
    }

    /** Days that no series may touch, of whatever kind their event is. */
    static List<ExcludedWindow> excluded(PolicyTimeline timeline) {
        return timeline.events().stream()
                .filter(event -> event.excludeFrom() != null)
                .map(event -> new ExcludedWindow(event.excludeFrom(), event.excludeUntil()))
                .toList();
    }

    /** Days on which the source of one of these platforms changed. */
    static List<LocalDate> breaks(PolicyTimeline timeline, Collection<String> platforms) {
        return timeline.events().stream()
                .filter(event -> event.type() == EventType.COLLECTION_BREAK)
                .filter(event -> platforms.stream().anyMatch(event::binds))
                .map(PolicyEvent::on)
                .toList();
    }

    String id() {
        return bundle.members().stream().map(PolicyEvent::id).collect(Collectors.joining("+"));
    }

    LocalDate on() {
        return bundle.first();
    }

    Interruption interruption(ChangeOutcome outcome, ChangeRule rule) {
        int anticipation = bundle.members().stream()
                .mapToInt(PolicyEvent::anticipationWeeks)
                .max()
                .orElse(0);
        return Interruption.of(bundle, anticipation + rule.moreAnticipationWeeks(), outcome.settledAfterHours());
    }

    /**
     * Which of these platforms had signed the instrument on its date, as far as that is known; of the first event of the
     * bundle whose instrument some platform is known to have signed, or not to.
     */
    Map<String, Boolean> members(Memberships memberships, Collection<String> platforms) {
        for (PolicyEvent event : bundle.members()) {
            Map<String, Boolean> members = new TreeMap<>();
            if (event.instrument() != null) {
                for (String platform : platforms) {
                    memberships
                            .isSignatory(event.instrument(), platform, event.on())
                            .ifPresent(member -> members.put(platform, member));
                }
            }
            if (!members.isEmpty()) {
                return members;
            }
        }
        return Map.of();
    }
}
