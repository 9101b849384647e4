// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.audit;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.tilik.measure.policy.audit.SamplingDesign;

/**
 * The items of a study's audit, by pseudonym; an item's number is its place. It is small, so that every task has it.
 *
 * @param items in the order of their pseudonyms
 */
public record AuditCodes(List<AuditCode> items) implements Serializable {
    /** No audit. */
    public static final AuditCodes NONE = new AuditCodes(List.of());

    /** Keeps its own copy. */
    public AuditCodes {
        items = List.copyOf(items);
    }

    /** Whether there is an audit whose items were drawn with known probabilities; without them nothing is corrected. */
    public boolean isUsable() {
        return !items.isEmpty() && items.stream().noneMatch(item -> Double.isNaN(item.inclusionProbability()));
    }

    /** Finds the numbers of items. */
    public Index index() {
        return new Index(items);
    }

    /**
     * How the items were drawn; each keeps its number.
     *
     * @param isPresent whether the item of this number is in the run; others count as not coded
     */
    public SamplingDesign design(IntPredicate isPresent) {
        SamplingDesign.Builder design = SamplingDesign.builder();
        for (int i = 0; i < items.size(); i++) {
            AuditCode item = items.get(i);
            design.add(item.stratum(), item.inclusionProbability(), item.label() != null && isPresent.test(i));
        }
        return design.build();
    }

    /** How many items there are, and how many of them say nothing and why, for run.json. */
    public SortedMap<String, Long> counts() {
        SortedMap<String, Long> counts = new TreeMap<>();
        if (!items.isEmpty()) {
            counts.put("audit.items", (long) items.size());
            counts.put(
                    "audit.coded",
                    items.stream().filter(item -> item.label() != null).count());
            counts.put("audit.ties", items.stream().filter(AuditCode::isTie).count());
            counts.put(
                    "audit.not_coded",
                    items.stream().filter(item -> item.coders() == 0).count());
            counts.put("audit.usable", isUsable() ? 1L : 0L);
        }
        return counts;
    }

    /** The numbers of items by pseudonym. */
    public static final class Index {
        private final Map<String, Integer> numbers = new HashMap<>();

        private Index(List<AuditCode> items) {
            for (int i = 0; i < items.size(); i++) {
                numbers.put(items.get(i).itemKey(), i);
            }
        }

        /** The number of an item; empty where it is not in the audit. */
        public OptionalInt number(String itemKey) {
            Integer number = numbers.get(itemKey);
            return number == null ? OptionalInt.empty() : OptionalInt.of(number);
        }
    }
}
