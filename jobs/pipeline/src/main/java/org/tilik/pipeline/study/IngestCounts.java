// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many records of all inputs got which disposition; every record has exactly one.
 *
 * @param recordsRead records read
 * @param items records whose primary event is an item
 * @param observations records whose primary event is about an item's state
 * @param ledger records of ledgers of actions, which enter no risk set
 * @param duplicates records that repeat an event
 * @param ignored sound records left out on purpose, by reason
 * @param rejects records that could not be used, by reason
 * @param derivedItems items seen only inside other records
 * @param derivedObservations observations that records yield beyond their primary event
 * @param unmatchedRemovals the removals among the observations whose items no input delivers
 * @param comparisons what comparing captures of channels and threads came to
 */
@JsonIgnoreProperties(value = "conservation_holds", allowGetters = true)
public record IngestCounts(
        long recordsRead,
        long items,
        long observations,
        long ledger,
        long duplicates,
        Map<String, Long> ignored,
        Map<String, Long> rejects,
        long derivedItems,
        long derivedObservations,
        UnmatchedRemovals unmatchedRemovals,
        PlaceComparisons comparisons) {

    /**
     * Removals of items that no input delivers. They enter no measure: they tell how old items are when they are
     * removed, among those removed, not how many are removed.
     *
     * @param n number of them
     * @param withAge number of those whose id states when the item was posted
     * @param medianAgeHours median age at removal of those, null when there are none
     */
    public record UnmatchedRemovals(long n, long withAge, Double medianAgeHours) {
        /** None at all. */
        public static final UnmatchedRemovals NONE = new UnmatchedRemovals(0, 0, null);
    }

    /** Sorts the maps, so that equal counts are written alike. */
    public IngestCounts {
        ignored = new TreeMap<>(ignored);
        rejects = new TreeMap<>(rejects);
        // Runs of earlier versions compared nothing.
        comparisons = comparisons == null ? PlaceComparisons.NONE : comparisons;
    }

    /** Records ignored for any reason. */
    public long ignoredTotal() {
        return sum(ignored);
    }

    /** Records rejected for any reason. */
    public long rejectedTotal() {
        return sum(rejects);
    }

    /** Whether every record that was read is accounted for exactly once. */
    @JsonProperty("conservation_holds")
    public boolean balanced() {
        return recordsRead == items + observations + ledger + duplicates + ignoredTotal() + rejectedTotal();
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
