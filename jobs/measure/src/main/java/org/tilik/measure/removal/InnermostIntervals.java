// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.Arrays;

/**
 * The only intervals (q, p] on which the likelihood of bracketed data can put mass for one cause.
 *
 * <p>Moving mass right keeps every bracket that holds it until a right end is crossed, and moving it left until a left
 * end is crossed; so mass gathers where a left end is directly followed by a right end. With left truncation, mass
 * that crosses an entry comes into one more conditioning set, so entries act as right ends too.
 *
 * <pre>
 * left ends    exact times (closed), lower ends of brackets, last sightings of censored items (open)
 * right ends   upper ends of brackets, exact times, entries
 * at one time  closed left end, then right ends, then open left ends
 * </pre>
 *
 * <p>An interval that no event can lie in (between the last sighting of censored items and an entry) gets none: mass
 * there would never make the data more likely.
 *
 * <p>Turnbull, The empirical distribution function with arbitrarily grouped, censored and truncated data, 1976,
 * doi:10.1111/j.2517-6161.1976.tb01597.x; entries as right ends: Frydman, A note on nonparametric estimation of the
 * distribution function from interval-censored and truncated observations, 1994, Journal of the Royal
 * Statistical Society B 56:71–74.
 */
final class InnermostIntervals {

    /** Left ends q, ascending. */
    final double[] left;
    /** Right ends p. */
    final double[] right;

    private InnermostIntervals(double[] left, double[] right) {
        this.left = left;
        this.right = right;
    }

    /** The intervals of {@code cause} (0 = every event, whatever its cause), without the one that ends at +∞. */
    static InnermostIntervals of(RemovalData data, int cause) {
        int rows = data.size();
        double[] closed = new double[rows];
        double[] open = new double[rows];
        double[] ends = new double[2 * rows];
        double[] starts = new double[rows];
        double[] stops = new double[rows];
        int closedCount = 0;
        int openCount = 0;
        int endCount = 0;
        int events = 0;
        for (int i = 0; i < rows; i++) {
            if (data.isCensored(i)) {
                open[openCount++] = data.lower(i);
            } else if (cause == 0 || data.cause(i) == cause) {
                ends[endCount++] = data.upper(i);
                starts[events] = data.lower(i);
                stops[events++] = data.upper(i);
                if (data.isBracket(i)) {
                    open[openCount++] = data.lower(i);
                } else {
                    closed[closedCount++] = data.lower(i);
                }
            }
            if (data.entry(i) > Double.NEGATIVE_INFINITY) {
                ends[endCount++] = data.entry(i);
            }
        }
        Arrays.sort(starts, 0, events);
        Arrays.sort(stops, 0, events);
        return adjacent(
                SortedTimes.distinct(closed, closedCount),
                SortedTimes.distinct(open, openCount),
                SortedTimes.distinct(ends, endCount),
                Arrays.copyOf(starts, events),
                Arrays.copyOf(stops, events));
    }

    private static InnermostIntervals adjacent(
            double[] closed, double[] open, double[] ends, double[] starts, double[] stops) {
        double[] left = new double[ends.length];
        double[] right = new double[ends.length];
        int found = 0;
        int c = 0;
        int o = 0;
        int started = 0;
        int stopped = 0;
        double previousEnd = Double.NEGATIVE_INFINITY;
        for (double end : ends) {
            // Closed left ends at this very time come before it, open ones after it.
            while (c < closed.length && closed[c] <= end) {
                c++;
            }
            while (o < open.length && open[o] < end) {
                o++;
            }
            while (started < starts.length && starts[started] < end) {
                started++;
            }
            while (stopped < stops.length && stops[stopped] < end) {
                stopped++;
            }
            boolean exact = c > 0 && closed[c - 1] == end;
            boolean opened = o > 0 && open[o - 1] >= previousEnd;
            if (exact || (opened && started > stopped)) {
                left[found] = exact ? end : open[o - 1];
                right[found++] = end;
            }
            previousEnd = end;
        }
        return new InnermostIntervals(Arrays.copyOf(left, found), Arrays.copyOf(right, found));
    }

    int size() {
        return left.length;
    }

    /** The first interval that lies wholly after {@code t}: the first that an open left end at t can cover. */
    int firstAfter(double t) {
        int i = SortedTimes.countBefore(left, t);
        while (i < left.length && left[i] <= t && right[i] <= t) {
            i++;
        }
        return i;
    }

    /** The first interval that a row of the data can cover. */
    int firstOf(RemovalData data, int i) {
        return data.lower(i) == data.upper(i)
                ? SortedTimes.countBefore(right, data.upper(i))
                : firstAfter(data.lower(i));
    }

    /** The last interval that a row of the data can cover. */
    int lastOf(RemovalData data, int i) {
        return SortedTimes.countUpTo(right, data.upper(i)) - 1;
    }
}
