// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.families;

import java.util.Arrays;

/**
 * Events of one family, in hours since its own origin, and until when they would have been seen.
 *
 * @param followedFor hours; later events are left out
 * @param times hours of the events, ascending
 */
public record EventHistory(double followedFor, double[] times) {

    /** Sorts the times and leaves out those after the end of follow-up. */
    public EventHistory {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        int seen = sorted.length;
        while (seen > 0 && sorted[seen - 1] > followedFor) {
            seen--;
        }
        times = Arrays.copyOf(sorted, seen);
    }

    @Override
    public double[] times() {
        return times.clone();
    }

    /** Number of events within {@code hours}, inclusive. */
    int countUntil(double hours) {
        int count = 0;
        while (count < times.length && times[count] <= hours) {
            count++;
        }
        return count;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventHistory history
                && history.followedFor == followedFor
                && Arrays.equals(history.times, times);
    }

    @Override
    public int hashCode() {
        return 31 * Double.hashCode(followedFor) + Arrays.hashCode(times);
    }

    @Override
    public String toString() {
        return Arrays.toString(times) + " within " + followedFor + " h";
    }
}
