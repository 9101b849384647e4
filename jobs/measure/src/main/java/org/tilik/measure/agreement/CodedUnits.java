// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What coders made of some units: for each unit, how many gave it which value. Who gave it does not matter for agreement,
 * and a coder who left a unit out is simply not counted there.
 */
public final class CodedUnits {
    private final List<String> values;
    private final int[][] counts;

    private CodedUnits(List<String> values, int[][] counts) {
        this.values = values;
        this.counts = counts;
    }

    /** Collects codings. */
    public static Builder builder() {
        return new Builder();
    }

    /** The values that were given, sorted. */
    public List<String> values() {
        return values;
    }

    /** Number of units that at least one coder coded. */
    public int size() {
        return counts.length;
    }

    /** Number of values that unit i was given. */
    int codings(int unit) {
        int sum = 0;
        for (int count : counts[unit]) {
            sum += count;
        }
        return sum;
    }

    /** How often unit i was given the value of this number. */
    int count(int unit, int value) {
        return counts[unit][value];
    }

    /** Collects codings; the order in which they come leaves no trace. */
    public static final class Builder {
        private final Map<String, Map<String, Integer>> units = new TreeMap<>();

        private Builder() {}

        /** Adds one coder's value for one unit. */
        public Builder add(String unit, String value) {
            units.computeIfAbsent(unit, key -> new TreeMap<>()).merge(value, 1, Integer::sum);
            return this;
        }

        /** The codings so far. */
        public CodedUnits build() {
            TreeSet<String> found = new TreeSet<>();
            units.values().forEach(unit -> found.addAll(unit.keySet()));
            List<String> values = List.copyOf(found);
            List<int[]> counts = new ArrayList<>();
            for (Map<String, Integer> unit : units.values()) {
                counts.add(values.stream()
                        .mapToInt(value -> unit.getOrDefault(value, 0))
                        .toArray());
            }
            return new CodedUnits(values, counts.toArray(int[][]::new));
        }
    }
}
