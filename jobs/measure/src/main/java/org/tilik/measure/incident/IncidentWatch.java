// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.incident;

import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Follows one family copy by copy, in whatever order they come, and says when there is something to tell.
 *
 * <p>What was told depends on the order of copies, since nobody can take back a message; the hours of alarm do not: they are
 * those of {@link IncidentFinder} as long as no hour was forgotten that they rest on. State is a number for each hour and
 * platform of the last {@link IncidentRule#horizonHours()} hours, if the owner forgets older ones with
 * {@link #expireBefore}, and does not grow with copies.
 */
public final class IncidentWatch {
    private final IncidentRule rule;
    private final AlarmHours alarms;
    private final SortedSet<String> platforms;
    private long forgottenBefore;
    private long tooLate;
    private Long openedHour;
    private Long lastAlarmHour;
    private long peak;

    /** Goes on from this state, {@link WatchState#EMPTY} for a new family. */
    public IncidentWatch(IncidentRule rule, PlatformStarts starts, WatchState state) {
        this.rule = rule;
        this.alarms = new AlarmHours(rule, starts);
        state.copies().forEach((hour, cell) -> cell.forEach((platform, number) -> alarms.add(hour, platform, number)));
        state.firstHours().forEach((platform, hour) -> alarms.addFirst(hour, platform));
        state.bursts().forEach(alarms::addBurst);
        this.forgottenBefore = state.forgottenBefore();
        this.tooLate = state.tooLate();
        this.openedHour = state.openedHour();
        this.lastAlarmHour = state.lastAlarmHour();
        this.platforms = new TreeSet<>(state.platforms());
        this.peak = state.peak();
    }

    /** What is known now. */
    public WatchState state() {
        Map<Long, Map<String, Long>> copies = new TreeMap<>();
        alarms.copies().forEach((hour, cell) -> copies.put(hour, new TreeMap<>(cell)));
        return new WatchState(
                copies,
                new TreeMap<>(alarms.firsts()),
                new TreeMap<>(alarms.bursts()),
                forgottenBefore,
                tooLate,
                openedHour,
                lastAlarmHour,
                new TreeSet<>(platforms),
                peak);
    }

    /**
     * Takes a copy that was posted in this hour; says what is new by it, the weightiest only. {@link #advanceTo} should have
     * said what time it is before: an incident that is over without having been told closed is followed by the next one.
     */
    public Optional<Alert> add(long hour, String platform) {
        if (hour < forgottenBefore) {
            tooLate++;
            alarms.addFirst(hour, platform);
            return Optional.empty();
        }
        NavigableSet<Long> before = alarms.hours();
        alarms.add(hour, platform, 1);
        // The baseline of an hour nearer to what is forgotten is no longer whole: its judgement stands.
        alarms.judgeFrom(
                forgottenBefore == Long.MIN_VALUE ? hour : Math.max(hour, forgottenBefore + rule.horizonHours()));
        return isOpenAt(hour) ? update(hour, platform) : open(before);
    }

    /** What a copy adds to the open incident. */
    private Optional<Alert> update(long hour, String platform) {
        for (long later : alarms.hours().tailSet(lastAlarmHour, false)) {
            lastAlarmHour = later < lastAlarmHour + rule.quietHours() ? (Long) later : lastAlarmHour;
        }
        boolean isNew = platforms.add(platform);
        long before = peak;
        peak = Math.max(peak, copiesIn(hour));
        if (isNew) {
            return Optional.of(alert(Alert.Kind.NEW_PLATFORM, hour));
        }
        return magnitude(peak) > magnitude(before) ? Optional.of(alert(Alert.Kind.NEW_PEAK, hour)) : Optional.empty();
    }

    private boolean isOpenAt(long hour) {
        return openedHour != null && hour < lastAlarmHour + rule.quietHours() && hour > openedHour - rule.quietHours();
    }

    /** An incident that begins with an hour of alarm near which there was none before: the others have been told of. */
    private Optional<Alert> open(NavigableSet<Long> before) {
        for (long alarm : alarms.hours()) {
            if (before.subSet(alarm - rule.quietHours(), false, alarm + rule.quietHours(), false)
                    .isEmpty()) {
                return open(alarm);
            }
        }
        return Optional.empty();
    }

    private Optional<Alert> open(long alarm) {
        openedHour = alarm;
        lastAlarmHour = alarm;
        platforms.clear();
        peak = 0;
        alarms.copies().subMap(alarms.begun(alarm), true, alarm, true).forEach((hour, cell) -> {
            platforms.addAll(cell.keySet());
            peak = Math.max(peak, copiesIn(hour));
        });
        return Optional.of(alert(Alert.Kind.OPENED, alarm));
    }

    private Alert alert(Alert.Kind kind, long hour) {
        return new Alert(
                kind,
                hour,
                openedHour,
                alarms.triggers(hour),
                new TreeSet<>(platforms),
                peak,
                alarms.bursts().getOrDefault(hour, Double.NaN));
    }

    private long copiesIn(long hour) {
        return alarms.copies().get(hour).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Number of decimal digits: 1 below 10, 2 below 100 and so on. */
    private static int magnitude(long number) {
        return Long.toString(number).length();
    }

    /** The hour in which the open incident will be closed unless there is another alarm; empty where none is open. */
    public OptionalLong closesAt() {
        return openedHour == null ? OptionalLong.empty() : OptionalLong.of(lastAlarmHour + rule.quietHours());
    }

    /** Says that time has come to this hour: the open incident is closed if its quiet hours have passed. */
    public Optional<Alert> advanceTo(long hour) {
        if (openedHour == null || hour < lastAlarmHour + rule.quietHours()) {
            return Optional.empty();
        }
        Alert closed = alert(Alert.Kind.CLOSED, lastAlarmHour + rule.quietHours());
        openedHour = null;
        lastAlarmHour = null;
        platforms.clear();
        peak = 0;
        return Optional.of(closed);
    }

    /**
     * Forgets the copies of hours before this one. Whatever comes for them later is too late to count; to judge copies that
     * come up to L hours late as if they had come in time, keep {@link IncidentRule#horizonHours()} + L hours.
     */
    public void expireBefore(long hour) {
        if (hour > forgottenBefore) {
            forgottenBefore = hour;
            alarms.forgetBefore(hour);
        }
    }

    /** Hours of bursts that are not forgotten, ascending. */
    public SortedSet<Long> burstHours() {
        return new TreeSet<>(alarms.bursts().keySet());
    }

    /** Hours of emergence, ascending. */
    public SortedSet<Long> emergenceHours() {
        return alarms.emergences();
    }

    /** Copies that came too late to count. */
    public long tooLate() {
        return tooLate;
    }
}
