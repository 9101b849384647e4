// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.cascade;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** The shape of what was posted up to a time, by its definition: the distance of every two posts, found by a walk. */
final class SlowShape {

    private SlowShape() {}

    static CascadeShape of(Trees rows, long until) {
        List<Integer> there = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.micros()[i] <= until) {
                there.add(i);
            }
        }
        TreeMap<Integer, Integer> posts = new TreeMap<>();
        TreeMap<Integer, Set<Integer>> accounts = new TreeMap<>();
        Set<Integer> different = new HashSet<>();
        int unknown = 0;
        double depths = 0;
        double distances = 0;
        int[] fromRoot = distances(rows, there, rows.root());
        for (int i : there) {
            depths += fromRoot[i];
            posts.merge(fromRoot[i], 1, Integer::sum);
            Set<Integer> atDepth = accounts.computeIfAbsent(fromRoot[i], d -> new HashSet<>());
            if (rows.accounts()[i] < 0) {
                unknown++;
            } else {
                different.add(rows.accounts()[i]);
                atDepth.add(rows.accounts()[i]);
            }
            int[] from = distances(rows, there, i);
            for (int j : there) {
                distances += from[j];
            }
        }
        int n = there.size();
        return new CascadeShape(
                n,
                posts.lastKey(),
                posts.values().stream().mapToInt(b -> b).max().orElseThrow(),
                accounts.values().stream().mapToInt(Set::size).max().orElseThrow(),
                different.size(),
                unknown,
                depths / n,
                n == 1 ? Double.NaN : distances / ((double) n * (n - 1)));
    }

    private static int[] distances(Trees rows, List<Integer> there, int start) {
        int[] distance = new int[rows.size()];
        Set<Integer> seen = new HashSet<>(Set.of(start));
        Deque<Integer> queue = new ArrayDeque<>(seen);
        while (!queue.isEmpty()) {
            int at = queue.remove();
            for (int other : there) {
                boolean tied = rows.parents()[other] == at || rows.parents()[at] == other;
                if (tied && seen.add(other)) {
                    distance[other] = distance[at] + 1;
                    queue.add(other);
                }
            }
        }
        return distance;
    }
}
