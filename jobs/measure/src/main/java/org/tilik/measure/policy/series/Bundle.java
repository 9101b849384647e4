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

    /** All bundles, by time, of interventions that each took place on one day. */
    public static <T> List<Bundle<T>> of(Collection<T> interventions, Function<T, LocalDate> day) {
        return of(interventions, day, day);
    }

    /**
     * All bundles, by time.
     *
     * @param from first day on which an intervention may have taken place
     * @param to last day, such as the end of the month where only that is known
     */
    public static <T> List<Bundle<T>> of(
            Collection<T> interventions, Function<T, LocalDate> from, Function<T, LocalDate> to) {
        List<T> sorted =
                interventions.stream().sorted(Comparator.comparing(from)).toList();
        List<Bundle<T>> bundles = new ArrayList<>();
        List<T> members = new ArrayList<>();
        LocalDate last = LocalDate.MIN;
        for (T next : sorted) {
            if (!members.isEmpty() && from.apply(next).isAfter(last.plusDays(DAYS))) {
                bundles.add(new Bundle<>(from.apply(members.get(0)), last, members));
                members = new ArrayList<>();
                last = LocalDate.MIN;
            }
            members.add(next);
            last = to.apply(next).isAfter(last) ? to.apply(next) : last;
        }
        if (!members.isEmpty()) {
            bundles.add(new Bundle<>(from.apply(members.get(0)), last, members));
        }
        return bundles;
    }
}
