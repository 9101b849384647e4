// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tilik.measure.removal.RemovalData;

/** What is exchanged: entries of one score that stand for a number of equal units of one group. */
final class ScoredUnits {

    final double[] score;
    /** How many units an entry stands for. */
    final double[] items;
    /** Units of each group. */
    final double[] size;

    private final int[] group;

    private ScoredUnits(List<Entry> entries, int groups) {
        this.score = new double[entries.size()];
        this.items = new double[entries.size()];
        this.group = new int[entries.size()];
        this.size = new double[groups];
        for (int k = 0; k < score.length; k++) {
            group[k] = entries.get(k).group;
            score[k] = entries.get(k).score;
            items[k] = entries.get(k).items;
            size[group[k]] += items[k];
        }
    }

    static ScoredUnits of(List<Group> groups, PooledScores scores, FamilyUnits families) {
        List<Entry> entries = new ArrayList<>();
        Entry[] byFamily = new Entry[families.anyShared() ? families.count() : 0];
        for (int g = 0; g < groups.size(); g++) {
            RemovalData data = groups.get(g).data();
            for (int i = 0; i < data.size(); i++) {
                int family = byFamily.length == 0 ? -1 : families.index(data.family(i));
                if (family < 0) {
                    entries.add(new Entry(g, scores.of(data, i), data.weight(i)));
                } else if (byFamily[family] == null) {
                    byFamily[family] = new Entry(g, scores.of(data, i) * data.weight(i), 1);
                    entries.add(byFamily[family]);
                } else {
                    byFamily[family].score += scores.of(data, i) * data.weight(i);
                }
            }
        }
        return new ScoredUnits(entries, groups.size());
    }

    double total() {
        return Arrays.stream(items).sum();
    }

    double sum() {
        double sum = 0;
        for (int k = 0; k < score.length; k++) {
            sum += items[k] * score[k];
        }
        return sum;
    }

    double sumOf(int g) {
        double sum = 0;
        for (int k = 0; k < score.length; k++) {
            sum += group[k] == g ? items[k] * score[k] : 0;
        }
        return sum;
    }

    boolean whole() {
        return Arrays.stream(items).allMatch(n -> n == Math.rint(n)) && total() < Integer.MAX_VALUE;
    }

    /** The score of each unit less the mean of all. */
    double[] oneByOne(double mean) {
        double[] all = new double[(int) total()];
        int next = 0;
        for (int k = 0; k < score.length; k++) {
            for (int copy = 0; copy < items[k]; copy++) {
                all[next++] = score[k] - mean;
            }
        }
        return all;
    }

    /** Units of one group with one score; the score of a family grows with its items. */
    private static final class Entry {

        private final int group;
        private final double items;
        private double score;

        Entry(int group, double score, double items) {
            this.group = group;
            this.score = score;
            this.items = items;
        }
    }
}
