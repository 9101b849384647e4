// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import java.util.Arrays;
import java.util.List;
import org.tilik.measure.removal.RemovalData;

/**
 * Risk sets and events of each group at the distinct times at which an item of some group went; exact times only.
 *
 * <pre>n_gj = Σ weight [entry &lt; t_j ≤ exit]        d_gj = Σ weight [exit = t_j, went]</pre>
 */
final class GroupTimes {

    final double[] time;
    /** By group and time. */
    final double[][] atRisk;

    final double[][] events;

    private GroupTimes(double[] time, int groups) {
        this.time = time;
        this.atRisk = new double[groups][time.length];
        this.events = new double[groups][time.length];
    }

    static GroupTimes of(List<Group> groups) {
        GroupTimes times = new GroupTimes(eventTimes(groups), groups.size());
        for (int g = 0; g < groups.size(); g++) {
            times.fill(groups.get(g).data(), g);
        }
        return times;
    }

    private void fill(RemovalData data, int g) {
        double[] change = new double[time.length + 1];
        for (int i = 0; i < data.size(); i++) {
            change[countUpTo(data.entry(i))] += data.weight(i);
            change[countUpTo(data.exit(i))] -= data.weight(i);
            if (!data.isCensored(i)) {
                events[g][countUpTo(data.exit(i)) - 1] += data.weight(i);
            }
        }
        double running = 0;
        for (int j = 0; j < time.length; j++) {
            running += change[j];
            atRisk[g][j] = running;
        }
    }

    /** Events of a group by cause {@code cause}, from 1, at each time. */
    double[] eventsOf(RemovalData data, int cause) {
        double[] own = new double[time.length];
        for (int i = 0; i < data.size(); i++) {
            if (!data.isCensored(i) && data.cause(i) == cause) {
                own[countUpTo(data.exit(i)) - 1] += data.weight(i);
            }
        }
        return own;
    }

    int groups() {
        return atRisk.length;
    }

    double atRisk(int j) {
        double sum = 0;
        for (double[] group : atRisk) {
            sum += group[j];
        }
        return sum;
    }

    double events(int j) {
        double sum = 0;
        for (double[] group : events) {
            sum += group[j];
        }
        return sum;
    }

    /** How many times are ≤ {@code t}. */
    int countUpTo(double t) {
        return countUpTo(time, t);
    }

    /** How many of the distinct, ascending {@code times} are ≤ {@code t}. */
    static int countUpTo(double[] times, double t) {
        int found = Arrays.binarySearch(times, t);
        return found < 0 ? -found - 1 : found + 1;
    }

    private static double[] eventTimes(List<Group> groups) {
        int rows = 0;
        for (Group group : groups) {
            rows += group.data().size();
        }
        double[] times = new double[rows];
        int count = 0;
        for (Group group : groups) {
            RemovalData data = group.data();
            for (int i = 0; i < data.size(); i++) {
                if (!data.isCensored(i)) {
                    times[count++] = data.exit(i);
                }
            }
        }
        Arrays.sort(times, 0, count);
        int distinct = 0;
        for (int i = 0; i < count; i++) {
            if (distinct == 0 || times[i] > times[distinct - 1]) {
                times[distinct++] = times[i];
            }
        }
        return Arrays.copyOf(times, distinct);
    }
}
