// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Interventions too close in time to be told apart by weekly data: each came within 14 days of the one before.
 *
 * @param <T> the intervention
 * @param first day of the earliest
 * @param last day of the latest
 * @param members by day; those of one day in the order given
 */
public record Bundle<T>(LocalDate first, LocalDate last, List<T> members) {

    /** Days from one intervention to the next within which they are one bundle. */
    public static final int DAYS = 14;

    /** Keeps its own list. */
    public Bundle {
        members = List.copyOf(members);
    }

    /** All bundles, by time. */
    public static <T> List<Bundle<T>> of(Collection<T> interventions, Function<T, LocalDate> day) {
        List<T> sorted =
                interventions.stream().sorted(Comparator.comparing(day)).toList();
        List<Bundle<T>> bundles = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            LocalDate before = day.apply(sorted.get(i - 1));
            if (i == sorted.size() || day.apply(sorted.get(i)).isAfter(before.plusDays(DAYS))) {
                bundles.add(new Bundle<>(day.apply(sorted.get(from)), before, sorted.subList(from, i)));
                from = i;
            }
        }
        return bundles;
    }
}
