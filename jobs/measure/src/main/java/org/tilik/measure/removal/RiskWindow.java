// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

/**
 * From which time on enough items were under observation for the data to speak, in hours.
 *
 * <p>n(t) counts items with entry &lt; t ≤ exit; an item gone in a bracket counts until the bracket's end. Shortages
 * matter only before the last entry: a risk set that shrank because its items left is no truncation.
 */
final class RiskWindow {

    /** Times at which the risk set changes, the first 0 or before, the last the last entry. */
    private final double[] time;
    /** Items at risk in (time, next time]. */
    private final double[] atRisk;

    RiskWindow(RemovalData data) {
        double lastEntry = 0;
        for (int i = 0; i < data.size(); i++) {
            lastEntry = Math.max(lastEntry, data.entry(i));
        }
        double[] changes = new double[2 * data.size() + 1];
        int count = 1;
        for (int i = 0; i < data.size(); i++) {
            changes[count++] = Math.min(lastEntry, Math.max(0, data.entry(i)));
            changes[count++] = Math.min(lastEntry, Math.max(0, data.exit(i)));
        }
        time = SortedTimes.distinct(changes, count);
        double[] change = new double[time.length + 1];
        for (int i = 0; i < data.size(); i++) {
            change[SortedTimes.countBefore(time, Math.max(0, data.entry(i)))] += data.weight(i);
            change[SortedTimes.countBefore(time, Math.max(0, data.exit(i)))] -= data.weight(i);
        }
        atRisk = new double[time.length];
        double running = 0;
        for (int k = 0; k < time.length; k++) {
            running += change[k];
            atRisk[k] = running;
        }
    }

    /** e*: the earliest time from which {@code minimum} items are at risk up to {@code deadline}; 0 = from the start. */
    double startFor(double deadline, double minimum) {
        double start = 0;
        for (int k = 0; k + 1 < time.length && time[k] < deadline; k++) {
            if (isShort(k, minimum)) {
                start = time[k + 1];
            }
        }
        return start;
    }

    /** The first time from which {@code minimum} items are at risk, for however long. */
    double firstReached(double minimum) {
        int k = 0;
        while (k + 1 < time.length && isShort(k, minimum)) {
            k++;
        }
        return time[k];
    }

    /** Where the risk set first falls short again after {@code start}; +∞ if it never does. */
    double firstShortageAfter(double start, double minimum) {
        for (int k = SortedTimes.countBefore(time, start); k + 1 < time.length; k++) {
            if (isShort(k, minimum)) {
                return time[k];
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    private boolean isShort(int k, double minimum) {
        // Sums of fractional weights may end a rounding error below a whole number.
        return atRisk[k] < minimum - 1e-9;
    }
}
