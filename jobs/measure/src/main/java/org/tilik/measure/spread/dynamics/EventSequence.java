// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import java.util.Arrays;

/**
 * Times of events in hours since the start of one observation, ascending, and its end.
 *
 * <p>A cascade whose source was removed ends where the source was last known visible (the lower end of the removal's
 * bracket), not at the end of the study: after removal nothing could follow, and time in which nothing could follow
 * would make the branching ratio look smaller. Events after the end are left out and counted.
 */
public final class EventSequence {

    private final double[] times;
    private final double end;
    private final double precision;
    private final int spread;
    private final int afterEnd;

    private EventSequence(double[] times, double end, double precision, int spread, int afterEnd) {
        this.times = times;
        this.end = end;
        this.precision = precision;
        this.spread = spread;
        this.afterEnd = afterEnd;
    }

    /**
     * Events at exact times.
     *
     * @throws IllegalArgumentException if a time is below 0 or not finite, or the end is
     */
    public static EventSequence of(double[] hours, double endHours) {
        return of(hours, endHours, 0);
    }

    /**
     * Events whose times are known to a precision, such as a second: events with equal times are spread evenly over
     * [t, t + precision), the first staying at t, so that no lag between them is 0. How many were moved is kept.
     *
     * @throws IllegalArgumentException if a time, the end or the precision is below 0 or not finite
     */
    public static EventSequence of(double[] hours, double endHours, double precisionHours) {
        double[] sorted = hours.clone();
        Arrays.sort(sorted);
        boolean inRange = sorted.length == 0 || (sorted[0] >= 0 && Double.isFinite(sorted[sorted.length - 1]));
        if (!inRange || !(endHours >= 0) || !Double.isFinite(endHours) || !(precisionHours >= 0)) {
            throw new IllegalArgumentException("Times " + Arrays.toString(hours) + " up to " + endHours
                    + " with precision " + precisionHours + ", expected finite hours from 0.");
        }
        int seen = 0;
        while (seen < sorted.length && sorted[seen] <= endHours) {
            seen++;
        }
        double[] kept = Arrays.copyOf(sorted, seen);
        int spread = precisionHours > 0 ? spread(kept, precisionHours) : 0;
        double last = seen == 0 ? 0 : kept[seen - 1];
        return new EventSequence(kept, Math.max(endHours, last), precisionHours, spread, sorted.length - seen);
    }

    private static int spread(double[] sorted, double precision) {
        int moved = 0;
        int from = 0;
        while (from < sorted.length) {
            int to = from + 1;
            while (to < sorted.length && sorted[to] == sorted[from]) {
                to++;
            }
            for (int i = from + 1; i < to; i++) {
                sorted[i] += precision * (i - from) / (to - from);
                moved++;
            }
            from = to;
        }
        // Recorded times closer than their precision can cross once ties are spread.
        Arrays.sort(sorted);
        return moved;
    }

    /** How many events there are up to the end. */
    public int size() {
        return times.length;
    }

    /** The time of event {@code i} in hours. */
    public double time(int i) {
        return times[i];
    }

    /** The end of observation in hours. */
    public double end() {
        return end;
    }

    /** The precision of the times in hours; 0 = exact. */
    public double precision() {
        return precision;
    }

    /** How many events were moved because another had the same time. */
    public int spreadTies() {
        return spread;
    }

    /** How many events came after the end and were left out. */
    public int afterEnd() {
        return afterEnd;
    }

    /** Whether two events have the same time. */
    boolean hasTies() {
        for (int i = 1; i < times.length; i++) {
            if (times[i] == times[i - 1]) {
                return true;
            }
        }
        return false;
    }
}
