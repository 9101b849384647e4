// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

/**
 * The share of items gone by one cause until each time, as a step curve; times in hours.
 *
 * <p>With brackets the share grew somewhere in (time, timeHigh]; with exact times the two are equal. NaN = not defined.
 */
public final class CauseCurve {

    private final String cause;
    private final double[] time;
    private final double[] timeHigh;
    private final double[] incidence;
    private final double[] standardError;

    CauseCurve(String cause, double[] time, double[] timeHigh, double[] incidence, double[] standardError) {
        this.cause = cause;
        this.time = time;
        this.timeHigh = timeHigh;
        this.incidence = incidence;
        this.standardError = standardError;
    }

    /** The cause that removed the items. */
    public String cause() {
        return cause;
    }

    /** Number of points. */
    public int size() {
        return time.length;
    }

    /** Hours: the time, or the open left end of the interval. */
    public double time(int i) {
        return time[i];
    }

    /** Hours: the time, or the closed right end of the interval. */
    public double timeHigh(int i) {
        return timeHigh[i];
    }

    /** Share of all items gone by this cause until {@link #timeHigh}. */
    public double cumulativeIncidence(int i) {
        return incidence[i];
    }

    /** Standard error of {@link #cumulativeIncidence}. */
    public double standardError(int i) {
        return standardError[i];
    }

    /** Share of all items gone by this cause within {@code hours}. */
    public double at(double hours) {
        int i = indexAt(hours);
        return i < 0 ? 0 : incidence[i];
    }

    /** The last point at or before {@code hours}, −1 before the first. */
    int indexAt(double hours) {
        return SortedTimes.countUpTo(timeHigh, hours) - 1;
    }
}
