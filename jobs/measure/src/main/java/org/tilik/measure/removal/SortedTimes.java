// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.Arrays;

/** Ascending times, with the two searches that risk sets and intervals are made of. */
final class SortedTimes {

    private SortedTimes() {}

    /** The first {@code count} values, sorted, each once. The argument is overwritten. */
    static double[] distinct(double[] values, int count) {
        Arrays.sort(values, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (kept == 0 || values[i] > values[kept - 1]) {
                values[kept++] = values[i];
            }
        }
        return Arrays.copyOf(values, kept);
    }

    /** How many of {@code times} are ≤ {@code t}: also the index of the first one after {@code t}. */
    static int countUpTo(double[] times, double t) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] <= t) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many of {@code times} are &lt; {@code t}: also the index of the first one at or after {@code t}. */
    static int countBefore(double[] times, double t) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < t) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
