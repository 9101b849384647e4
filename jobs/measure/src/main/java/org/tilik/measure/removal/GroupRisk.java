// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.Arrays;
import java.util.List;

/** One group's risk set and events at times of all groups. */
final class GroupRisk {

    private GroupRisk() {}

    /** Items of the group with entry &lt; t ≤ exit, for ascending t. */
    static double[] atRisk(RemovalData group, double[] times) {
        double[] change = new double[times.length + 1];
        for (int i = 0; i < group.size(); i++) {
            change[SortedTimes.countUpTo(times, group.entry(i))] += group.weight(i);
            change[SortedTimes.countUpTo(times, group.exit(i))] -= group.weight(i);
        }
        double[] atRisk = new double[times.length];
        double running = 0;
        for (int j = 0; j < times.length; j++) {
            running += change[j];
            atRisk[j] = running;
        }
        return atRisk;
    }

    /** Events of the group at {@code t}. */
    static double eventsAt(RiskTable table, double t) {
        int j = Arrays.binarySearch(table.time, t);
        return j < 0 ? 0 : table.events[j];
    }

    /** Events of the group at {@code t} by cause {@code k}, from 0. */
    static double eventsAt(RiskTable table, int k, double t) {
        int j = Arrays.binarySearch(table.time, t);
        return j < 0 ? 0 : table.byCause[k][j];
    }

    /** Distinct times at which some group had an event. */
    static double[] eventTimes(List<RiskTable> tables) {
        int total = 0;
        for (RiskTable table : tables) {
            total += table.time.length;
        }
        double[] times = new double[total];
        int count = 0;
        for (RiskTable table : tables) {
            for (int j = 0; j < table.time.length; j++) {
                if (table.events[j] > 0) {
                    times[count++] = table.time[j];
                }
            }
        }
        return SortedTimes.distinct(times, count);
    }
}
