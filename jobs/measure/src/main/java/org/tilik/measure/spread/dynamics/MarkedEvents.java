// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Times of events of several kinds, such as copies of one family on several platforms, in hours since the start of one
 * observation, and its end.
 *
 * <p>Events with the same recorded time are not each other's source: their order is not known. Events after the end are
 * left out and counted.
 */
public final class MarkedEvents {

    private final double[] times;
    private final int[] kinds;
    private final double end;
    private final int afterEnd;

    private MarkedEvents(double[] times, int[] kinds, double end, int afterEnd) {
        this.times = times;
        this.kinds = kinds;
        this.end = end;
        this.afterEnd = afterEnd;
    }

    /**
     * Events in any order, each with the number of its kind.
     *
     * @throws IllegalArgumentException if a time or the end is below 0 or not finite, or a kind is below 0
     */
    public static MarkedEvents of(double[] hours, int[] kinds, double endHours) {
        boolean finite = Arrays.stream(hours).allMatch(t -> t >= 0 && Double.isFinite(t));
        boolean named = Arrays.stream(kinds).allMatch(kind -> kind >= 0) && kinds.length == hours.length;
        if (!finite || !named || !(endHours >= 0) || !Double.isFinite(endHours)) {
            throw new IllegalArgumentException("Times " + Arrays.toString(hours) + " of kinds " + Arrays.toString(kinds)
                    + " up to " + endHours + ", expected finite hours from 0, one kind each.");
        }
        int[] order = IntStream.range(0, hours.length)
                .filter(i -> hours[i] <= endHours)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> hours[i]).thenComparingInt(i -> kinds[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new MarkedEvents(
                Arrays.stream(order).mapToDouble(i -> hours[i]).toArray(),
                Arrays.stream(order).map(i -> kinds[i]).toArray(),
                endHours,
                hours.length - order.length);
    }

    /** How many events there are up to the end. */
    public int size() {
        return times.length;
    }

    /** The time of event {@code i} in hours. */
    public double time(int i) {
        return times[i];
    }

    /** The kind of event {@code i}. */
    public int kind(int i) {
        return kinds[i];
    }

    /** The end of observation in hours. */
    public double end() {
        return end;
    }

    /** How many events came after the end and were left out. */
    public int afterEnd() {
        return afterEnd;
    }

    /** How many events have the same recorded time as the one before. */
    int ties() {
        return (int) IntStream.range(1, times.length)
                .filter(i -> times[i] == times[i - 1])
                .count();
    }
}
