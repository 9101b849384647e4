// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tilik.classify.Head;

/** Gathers probabilities and labels by group and head, and works out the metrics of each. */
public final class GroupedScores {
    private static final String ALL = "all";

    private record Key(String groupBy, String group, Head head) {}

    private final Map<Key, ScoredLabels> groups = new LinkedHashMap<>();

    /**
     * Adds a text to all texts and to these groups.
     *
     * @param memberOf name of the group by what the group is one of, for instance language → id
     */
    public void add(Head head, double probability, boolean predicted, boolean label, Map<String, String> memberOf) {
        group(ALL, ALL, head).add(probability, predicted, label);
        memberOf.forEach((groupBy, group) -> group(groupBy, group, head).add(probability, predicted, label));
    }

    private ScoredLabels group(String groupBy, String group, Head head) {
        return groups.computeIfAbsent(new Key(groupBy, group, head), any -> new ScoredLabels());
    }

    /** Metrics of every group, ordered by head, by what the group is one of, and by name. */
    public List<GroupMetrics> metrics(int resamples, long seed) {
        List<GroupMetrics> metrics = new ArrayList<>();
        groups.forEach((key, labels) -> metrics.add(
                new GroupMetrics(key.groupBy(), key.group(), key.head(), Scoring.of(labels, resamples, seed))));
        metrics.sort(Comparator.comparing(GroupMetrics::head)
                .thenComparing(GroupMetrics::groupBy)
                .thenComparing(GroupMetrics::group));
        return metrics;
    }
}
