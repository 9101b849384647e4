// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

/**
 * The share of items still visible after each time, as a step curve; times in hours, shares in [0, 1].
 *
 * <p>Point i says that {@link #mass} of the items went in (time, timeHigh], and that the share {@link #survival} is
 * visible after timeHigh. On a Kaplan–Meier curve time = timeHigh. On a Turnbull curve where inside the interval they
 * went is not known, and timeHigh = +∞ holds those never seen gone. NaN = not defined.
 */
public final class SurvivalCurve {

    private final double[] time;
    private final double[] timeHigh;
    private final double[] atRisk;
    private final double[] events;
    private final double[] censored;
    private final double[] survival;
    private final double[] standardError;
    private final double[] ciLow;
    private final double[] ciHigh;

    SurvivalCurve(
            double[] time,
            double[] timeHigh,
            double[] atRisk,
            double[] events,
            double[] censored,
            double[] survival,
            double[] standardError,
            double[] ciLow,
            double[] ciHigh) {
        this.time = time;
        this.timeHigh = timeHigh;
        this.atRisk = atRisk;
        this.events = events;
        this.censored = censored;
        this.survival = survival;
        this.standardError = standardError;
        this.ciLow = ciLow;
        this.ciHigh = ciHigh;
    }

    /** Number of points. */
    public int size() {
        return time.length;
    }

    /** Hours: the event time, or the open left end of the interval. */
    public double time(int i) {
        return time[i];
    }

    /** Hours: the event time, or the closed right end of the interval (+∞ = never seen gone). */
    public double timeHigh(int i) {
        return timeHigh[i];
    }

    /** Items at risk just before the point; expected number on a Turnbull curve. */
    public double atRisk(int i) {
        return atRisk[i];
    }

    /** Items that went at the point; expected number on a Turnbull curve. */
    public double events(int i) {
        return events[i];
    }

    /** Items last seen alive at the point (on a Turnbull curve: since the point before). */
    public double censored(int i) {
        return censored[i];
    }

    /** Share visible after the point. */
    public double survival(int i) {
        return survival[i];
    }

    /** Standard error of {@link #survival}, on the survival scale. */
    public double standardError(int i) {
        return standardError[i];
    }

    /** Low end of the pointwise interval of {@link #survival}. */
    public double ciLow(int i) {
        return ciLow[i];
    }

    /** High end of the pointwise interval of {@link #survival}. */
    public double ciHigh(int i) {
        return ciHigh[i];
    }

    /** Share of items that went at the point. */
    public double mass(int i) {
        return (i == 0 ? 1 : survival[i - 1]) - survival[i];
    }

    /** Share visible after {@code hours}; where an interval holds that time, everything in it is still visible. */
    public double survivalAt(double hours) {
        int i = indexAt(hours);
        return i < 0 ? 1 : survival[i];
    }

    /** The last point at or before {@code hours}, −1 before the first. */
    int indexAt(double hours) {
        return SortedTimes.countUpTo(timeHigh, hours) - 1;
    }

    SurvivalCurve withErrors(double[] errors, double[] low, double[] high) {
        return new SurvivalCurve(time, timeHigh, atRisk, events, censored, survival, errors, low, high);
    }
}
