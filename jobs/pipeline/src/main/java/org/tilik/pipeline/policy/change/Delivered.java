// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.tilik.measure.policy.series.Weeks;

/**
 * In which weeks the source of each platform was collected.
 *
 * <p>From the first to the last week in which it delivered at least a hundredth of what it delivered in its usual week, that
 * of the median item: old posts that reach a dump inside newer ones do not make it longer. The first and the last may be
 * parts of weeks and are in no series. A week between them in which nothing came at all is missing.
 */
final class Delivered {
    private static final double LEAST_PART = 0.01;

    private final Map<String, NavigableMap<Long, Long>> counts = new TreeMap<>();
    private final Map<String, long[]> ends = new TreeMap<>();
    /** Weeks of platforms that were asked for together. */
    private final Map<Set<String>, List<Long>> weeks = new HashMap<>();

    void add(String platform, long week, long items) {
        counts.computeIfAbsent(platform, name -> new TreeMap<>()).merge(week, items, Long::sum);
        ends.remove(platform);
        weeks.clear();
    }

    Set<String> platforms() {
        return new TreeSet<>(counts.keySet());
    }

    private long[] ends(String platform) {
        return ends.computeIfAbsent(platform, name -> ends(counts.get(name)));
    }

    private static long[] ends(Map<Long, Long> weeks) {
        double least = LEAST_PART * usual(weeks.values());
        long[] used = weeks.entrySet().stream()
                .filter(week -> week.getValue() >= least)
                .mapToLong(Map.Entry::getKey)
                .toArray();
        return new long[] {used[0], used[used.length - 1]};
    }

    /** Half of all items are of weeks with at most so many. */
    private static long usual(Collection<Long> counts) {
        long[] sorted = counts.stream().mapToLong(Long::longValue).sorted().toArray();
        long total = counts.stream().mapToLong(Long::longValue).sum();
        long sum = 0;
        for (long count : sorted) {
            sum += count;
            if (2 * sum >= total) {
                return count;
            }
        }
        return 0;
    }

    /** Whether some platform was collected when these days were. */
    boolean spans(LocalDate first, LocalDate last) {
        return counts.keySet().stream()
                .anyMatch(platform -> ends(platform)[0] <= Weeks.of(first) && Weeks.of(last) <= ends(platform)[1]);
    }

    /** The platforms among these whose source was collected all of this week; empty where some was only in part of it. */
    private Set<String> wholly(long week, Collection<String> platforms) {
        Set<String> wholly = new TreeSet<>();
        for (String platform : platforms) {
            long[] span = ends(platform);
            boolean inside = span[0] < week && week < span[1];
            if (week == span[0]
                    || week == span[1]
                    || (inside && !counts.get(platform).containsKey(week))) {
                return Set.of();
            }
            if (inside) {
                wholly.add(platform);
            }
        }
        return wholly;
    }

    /** Weeks, ascending, in which what was collected of these platforms was collected wholly. */
    List<Long> weeks(Collection<String> platforms) {
        return weeks.computeIfAbsent(Set.copyOf(platforms), this::weeksOf);
    }

    private List<Long> weeksOf(Collection<String> platforms) {
        long first = platforms.stream()
                .mapToLong(platform -> ends(platform)[0])
                .min()
                .orElse(0);
        long last = platforms.stream()
                .mapToLong(platform -> ends(platform)[1])
                .max()
                .orElse(-1);
        return LongStream.rangeClosed(first, last)
                .filter(week -> !wholly(week, platforms).isEmpty())
                .boxed()
                .toList();
    }

    /** The days from which on other platforms were collected than before: series over them are not of one thing. */
    List<LocalDate> breaks(Collection<String> platforms) {
        List<LocalDate> breaks = new ArrayList<>();
        Set<String> before = Set.of();
        for (long week : weeks(platforms)) {
            Set<String> now = wholly(week, platforms);
            if (!before.isEmpty() && !now.equals(before)) {
                breaks.add(Weeks.monday(week));
            }
            before = now;
        }
        return breaks;
    }
}
