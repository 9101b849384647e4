// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.Arrays;

/**
 * The rows of exactly timed data in the order in which items left, made once, so that the risk table of every
 * reweighting of the rows takes one pass over them: bootstrap samples need no sorting.
 */
final class ExactProblem {

    private final RemovalData data;
    private final double[] time;
    /** Rows in the order of their exits, and where those of each time begin. */
    private final int[] rows;

    private final int[] firstRow;
    /** Index of the first time after the entry of each row. */
    private final int[] entryAt;

    ExactProblem(RemovalData data) {
        this.data = data;
        double[] exits = new double[data.size()];
        for (int i = 0; i < exits.length; i++) {
            RiskTable.requireExact(data, i);
            exits[i] = data.lower(i);
        }
        this.time = SortedTimes.distinct(exits, exits.length);
        this.entryAt = new int[data.size()];
        this.rows = new int[data.size()];
        this.firstRow = new int[time.length + 1];
        int[] exitAt = new int[data.size()];
        for (int i = 0; i < exitAt.length; i++) {
            entryAt[i] = SortedTimes.countUpTo(time, data.entry(i));
            exitAt[i] = Arrays.binarySearch(time, data.lower(i));
            firstRow[exitAt[i] + 1]++;
        }
        for (int j = 0; j < time.length; j++) {
            firstRow[j + 1] += firstRow[j];
        }
        int[] next = firstRow.clone();
        for (int i = 0; i < exitAt.length; i++) {
            rows[next[exitAt[i]]++] = i;
        }
    }

    /** The risk table of the rows with these weights, 0 = absent; only times at which somebody left are in it. */
    RiskTable table(double[] weights) {
        double[] entering = new double[time.length + 1];
        for (int i = 0; i < weights.length; i++) {
            entering[entryAt[i]] += weights[i];
        }
        RiskTable table =
                new RiskTable(new double[time.length], data.causeNames().size());
        int listed = 0;
        double atRisk = 0;
        for (int j = 0; j < time.length; j++) {
            atRisk += entering[j];
            double gone = 0;
            for (int r = firstRow[j]; r < firstRow[j + 1]; r++) {
                double weight = weights[rows[r]];
                if (weight > 0) {
                    gone += weight;
                    table.count(data, rows[r], listed, weight);
                }
            }
            if (gone > 0) {
                table.time[listed] = time[j];
                table.atRisk[listed++] = atRisk;
                atRisk -= gone;
            }
        }
        return table.first(listed);
    }
}
