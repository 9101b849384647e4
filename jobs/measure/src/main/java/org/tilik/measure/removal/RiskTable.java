// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.Arrays;

/**
 * Who was at risk, went and was censored at each distinct time of exactly timed data.
 *
 * <pre>
 * n_j  = Σ weight [entry &lt; t_j ≤ exit]        d_kj = Σ weight [exit = t_j, went by cause k]
 * </pre>
 *
 * An item that goes at t_j is at risk there, and so is one last seen alive at t_j: events come before censorings.
 */
final class RiskTable {

    final double[] time;
    final double[] atRisk;
    final double[] events;
    final double[] censored;
    /** Events by cause 1 … K, in rows 0 … K − 1. */
    final double[][] byCause;

    RiskTable(double[] time, int causes) {
        this(
                time,
                new double[time.length],
                new double[time.length],
                new double[time.length],
                new double[causes][time.length]);
    }

    private RiskTable(double[] time, double[] atRisk, double[] events, double[] censored, double[][] byCause) {
        this.time = time;
        this.atRisk = atRisk;
        this.events = events;
        this.censored = censored;
        this.byCause = byCause;
    }

    /** The first {@code count} times alone. */
    RiskTable first(int count) {
        double[][] causes = new double[byCause.length][];
        for (int k = 0; k < causes.length; k++) {
            causes[k] = Arrays.copyOf(byCause[k], count);
        }
        return count == time.length
                ? this
                : new RiskTable(
                        Arrays.copyOf(time, count),
                        Arrays.copyOf(atRisk, count),
                        Arrays.copyOf(events, count),
                        Arrays.copyOf(censored, count),
                        causes);
    }

    /** Only times after {@code start} are listed: what follows is conditional on being visible at {@code start}. */
    static RiskTable of(RemovalData data, double start) {
        double[] exits = new double[data.size()];
        int count = 0;
        for (int i = 0; i < data.size(); i++) {
            requireExact(data, i);
            if (data.lower(i) > start) {
                exits[count++] = data.lower(i);
            }
        }
        RiskTable table = new RiskTable(
                SortedTimes.distinct(exits, count), data.causeNames().size());
        double[] change = new double[table.time.length + 1];
        for (int i = 0; i < data.size(); i++) {
            if (data.lower(i) > start) {
                table.count(data, i, change);
            }
        }
        double running = 0;
        for (int j = 0; j < table.time.length; j++) {
            running += change[j];
            table.atRisk[j] = running;
        }
        return table;
    }

    /** The first listed time after {@code t}. */
    int firstAfter(double t) {
        return SortedTimes.countUpTo(time, t);
    }

    private void count(RemovalData data, int i, double[] change) {
        int exit = Arrays.binarySearch(time, data.lower(i));
        int entry = SortedTimes.countUpTo(time, data.entry(i));
        double w = data.weight(i);
        change[entry] += w;
        change[exit + 1] -= w;
        count(data, i, exit, w);
    }

    /** Adds {@code items} that left at time {@code j} as row i did. */
    void count(RemovalData data, int i, int j, double items) {
        if (data.isCensored(i)) {
            censored[j] += items;
        } else {
            events[j] += items;
            if (data.cause(i) > 0) {
                byCause[data.cause(i) - 1][j] += items;
            }
        }
    }

    static void requireExact(RemovalData data, int i) {
        if (data.isBracket(i)) {
            throw new IllegalArgumentException("An item went in the bracket (" + data.lower(i) + ", "
                    + data.upper(i) + "] hours, but Kaplan-Meier and Aalen-Johansen need exact times;"
                    + " use the Turnbull method.");
        }
    }
}
