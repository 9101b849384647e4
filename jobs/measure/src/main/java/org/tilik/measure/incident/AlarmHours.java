// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.incident;

import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The hours of alarm among the hours in which one family was copied.
 *
 * <p>An hour depends on earlier ones alone, so that a copy that comes late changes its own hour and later ones, and which
 * came first does not matter. Hours of bursts are left out of later baselines: else one burst would hide the next.
 */
final class AlarmHours {
    private final IncidentRule rule;
    private final PlatformStarts starts;
    /** Copies by hour and platform. */
    private final NavigableMap<Long, Map<String, Long>> copies = new TreeMap<>();
    /** The first hour of the family on each platform. */
    private final SortedMap<String, Long> firsts = new TreeMap<>();
    /** Surprise of each hour of a burst. */
    private final NavigableMap<Long, Double> bursts = new TreeMap<>();

    AlarmHours(IncidentRule rule, PlatformStarts starts) {
        this.rule = rule;
        this.starts = starts;
    }

    /** Adds copies of one hour; {@link #judgeFrom} must follow before anything is asked. */
    void add(long hour, String platform, long number) {
        copies.computeIfAbsent(hour, any -> new TreeMap<>()).merge(platform, number, Math::addExact);
        addFirst(hour, platform);
    }

    /** Notes that the family was on a platform, without counting a copy. */
    void addFirst(long hour, String platform) {
        firsts.merge(platform, hour, Math::min);
    }

    /** Takes over that an hour was one of a burst. */
    void addBurst(long hour, double surprise) {
        bursts.put(hour, surprise);
    }

    /** Judges this hour and all later ones anew. */
    void judgeFrom(long hour) {
        bursts.tailMap(hour, true).clear();
        for (long later : copies.tailMap(hour, true).keySet()) {
            OptionalDouble surprise = surprise(later);
            if (surprise.isPresent() && surprise.getAsDouble() > -Math.log10(rule.alpha())) {
                bursts.put(later, surprise.getAsDouble());
            }
        }
    }

    /** Forgets copies and bursts before this hour. */
    void forgetBefore(long hour) {
        copies.headMap(hour, false).clear();
        bursts.headMap(hour, false).clear();
    }

    /** How surprising the copies of the window that ends with this hour are; empty where they are too few or nobody can tell. */
    private OptionalDouble surprise(long hour) {
        long before = hour - rule.windowHours();
        if (total(copies.subMap(before, false, hour, true)) < rule.minCopies()) {
            return OptionalDouble.empty();
        }
        SortedMap<Long, Map<String, Long>> near = copies.subMap(hour - rule.horizonHours(), false, hour, true);
        Set<String> counted = counted(near, hour);
        if (counted.isEmpty()) {
            return OptionalDouble.empty();
        }
        long watched = counted.stream().mapToLong(starts::of).max().orElseThrow();
        long inWindow = 0;
        long[] blocks = new long[blocks(before - Math.max(hour - rule.horizonHours(), watched - 1))];
        for (Map.Entry<Long, Map<String, Long>> cell : near.entrySet()) {
            long number = onPlatforms(cell.getValue(), counted);
            int block = block(before - cell.getKey());
            if (cell.getKey() > before) {
                inWindow += number;
            } else if (block < blocks.length) {
                blocks[block] += number;
            }
        }
        long[] kept = withoutBursts(blocks, hour);
        return inWindow < rule.minCopies() || kept.length < rule.blocksNeeded()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Baseline.of(kept).surprise(inWindow));
    }

    private int block(long hoursBack) {
        return Math.toIntExact(Math.floorDiv(hoursBack, rule.windowHours()));
    }

    private int blocks(long hours) {
        return Math.toIntExact(Math.max(0, hours / rule.windowHours()));
    }

    private static long total(SortedMap<Long, Map<String, Long>> cells) {
        long sum = 0;
        for (Map<String, Long> cell : cells.values()) {
            for (long copies : cell.values()) {
                sum += copies;
            }
        }
        return sum;
    }

    private static long onPlatforms(Map<String, Long> cell, Set<String> platforms) {
        long sum = 0;
        for (Map.Entry<String, Long> platform : cell.entrySet()) {
            sum += platforms.contains(platform.getKey()) ? platform.getValue() : 0;
        }
        return sum;
    }

    /**
     * The platforms of the family that count in this hour: those watched for long enough before the window. One whose watch
     * began later than that of the first counts when it has been watched for the whole baseline, lest it make the baseline of the
     * others as short as its own; unless all of them are new.
     */
    private Set<String> counted(SortedMap<Long, Map<String, Long>> near, long hour) {
        Set<String> platforms = new HashSet<>();
        near.values().forEach(cell -> platforms.addAll(cell.keySet()));
        platforms.removeIf(
                platform -> !starts.isSettled(platform, hour - rule.windowHours() + 1, rule.settlingHours()));
        long first = platforms.stream().mapToLong(starts::of).min().orElse(Long.MAX_VALUE);
        platforms.removeIf(platform -> starts.of(platform) > hour - rule.horizonHours() + 1
                && starts.of(platform) - rule.settlingHours() > first);
        return platforms;
    }

    /** The blocks that hold no hour of the window of an earlier burst; the first block ends where the window of this hour begins. */
    private long[] withoutBursts(long[] blocks, long hour) {
        long before = hour - rule.windowHours();
        boolean[] hit = new boolean[blocks.length];
        int hits = 0;
        for (long burst :
                bursts.subMap(hour - rule.horizonHours(), false, hour, false).keySet()) {
            long[] ends = {Math.min(burst, before), burst - rule.windowHours() + 1};
            for (long end : ends) {
                int block = block(before - end);
                if (block >= 0 && block < blocks.length && !hit[block]) {
                    hit[block] = true;
                    hits++;
                }
            }
        }
        long[] kept = new long[blocks.length - hits];
        int size = 0;
        for (int i = 0; i < blocks.length; i++) {
            if (!hit[i]) {
                kept[size++] = blocks[i];
            }
        }
        return kept;
    }

    /** Hours in which the first copies on enough platforms had come within the rule's hours. */
    NavigableSet<Long> emergences() {
        NavigableSet<Long> hours = new TreeSet<>();
        for (long hour : firsts.values()) {
            if (firstsWithin(hour).size() >= rule.platforms()) {
                hours.add(hour);
            }
        }
        return hours;
    }

    /** First hours on platforms that had been watched before, within the hours of an emergence that end here. */
    private SortedMap<String, Long> firstsWithin(long hour) {
        SortedMap<String, Long> within = new TreeMap<>(firsts);
        within.entrySet()
                .removeIf(first -> first.getValue() > hour
                        || first.getValue() <= hour - rule.emergenceHours()
                        || !starts.isSettled(first.getKey(), first.getValue(), rule.settlingHours()));
        return within;
    }

    /** All hours of alarm, ascending. */
    NavigableSet<Long> hours() {
        NavigableSet<Long> hours = emergences();
        hours.addAll(bursts.keySet());
        return hours;
    }

    /** What makes this hour one of alarm; empty where it is none. */
    NavigableSet<Trigger> triggers(long hour) {
        NavigableSet<Trigger> triggers = new TreeSet<>();
        if (bursts.containsKey(hour)) {
            triggers.add(Trigger.BURST);
        }
        if (firsts.containsValue(hour) && firstsWithin(hour).size() >= rule.platforms()) {
            triggers.add(Trigger.EMERGENCE);
        }
        return triggers;
    }

    /** The hour of the first copy of those that raised the alarm in this hour. */
    long begun(long hour) {
        NavigableSet<Trigger> triggers = triggers(hour);
        long begun = hour;
        if (triggers.contains(Trigger.BURST)) {
            begun = copies.tailMap(hour - rule.windowHours(), false).firstKey();
        }
        if (triggers.contains(Trigger.EMERGENCE)) {
            for (long first : firstsWithin(hour).values()) {
                begun = Math.min(begun, first);
            }
        }
        return begun;
    }

    /** Surprise of each hour of a burst, ascending. */
    NavigableMap<Long, Double> bursts() {
        return bursts;
    }

    NavigableMap<Long, Map<String, Long>> copies() {
        return copies;
    }

    SortedMap<String, Long> firsts() {
        return firsts;
    }
}
