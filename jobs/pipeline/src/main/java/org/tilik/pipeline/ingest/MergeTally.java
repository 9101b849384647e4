// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.tilik.model.IgnoreReason;
import org.tilik.pipeline.study.IngestCounts;
import org.tilik.pipeline.study.PlaceComparisons;

/**
 * What became of the decoded records when the captures of each item were merged.
 *
 * @param items records that are the item's first capture
 * @param observations records that say something about an item, later captures included
 * @param ledger records that are entries of ledgers, each entry once
 * @param duplicates records that repeat an event exactly, or an entry of a ledger
 * @param ignored records left out on purpose, by reason
 * @param derivedItems items that were only seen inside other records
 * @param derivedObservations observations that came along with another record
 * @param unmatchedRemovals removals of items that no input delivers; they are among the observations
 * @param comparisons what comparing captures of channels and threads came to
 */
public record MergeTally(
        long items,
        long observations,
        long ledger,
        long duplicates,
        Map<String, Long> ignored,
        long derivedItems,
        long derivedObservations,
        RemovalAges unmatchedRemovals,
        PlaceComparisons comparisons) {

    /** Nothing merged yet. */
    public static MergeTally empty() {
        return ofLedgers(0, 0);
    }

    /** So many entries of ledgers, and so many records that repeat one. */
    static MergeTally ofLedgers(long entries, long duplicates) {
        return new MergeTally(0, 0, entries, duplicates, Map.of(), 0, 0, RemovalAges.NONE, PlaceComparisons.NONE);
    }

    /** The removals of items that no input delivers, as they are reported. */
    public IngestCounts.UnmatchedRemovals unmatched() {
        return new IngestCounts.UnmatchedRemovals(
                unmatchedRemovals.n(), unmatchedRemovals.withAge(), unmatchedRemovals.medianHours());
    }

    /** The same counts with those of the looks themselves, which one task adds for all. */
    MergeTally plus(PlaceComparisons looks) {
        return new MergeTally(
                items,
                observations,
                ledger,
                duplicates,
                ignored,
                derivedItems,
                derivedObservations,
                unmatchedRemovals,
                comparisons.plus(looks));
    }

    /** Both together; the order does not matter. */
    public MergeTally plus(MergeTally other) {
        Map<String, Long> ignoredSum = new TreeMap<>(ignored);
        other.ignored.forEach((reason, count) -> ignoredSum.merge(reason, count, Long::sum));
        return new MergeTally(
                items + other.items,
                observations + other.observations,
                ledger + other.ledger,
                duplicates + other.duplicates,
                ignoredSum,
                derivedItems + other.derivedItems,
                derivedObservations + other.derivedObservations,
                unmatchedRemovals.plus(other.unmatchedRemovals),
                comparisons.plus(other.comparisons));
    }

    /** Collects the tally of one task. */
    static final class Builder {
        private final Map<String, Long> ignored = new TreeMap<>();
        private long items;
        private long observations;
        private long duplicates;
        private long derivedItems;
        private long derivedObservations;
        private final Map<Integer, Long> ages = new TreeMap<>();
        private long unmatchedRemovals;
        private long unmatchedWithAge;
        private long missing;
        private long contradicted;
        private long numbersWithItem;

        void item(boolean primary) {
            if (primary) {
                items++;
            } else {
                derivedItems++;
            }
        }

        void observation(boolean primary) {
            if (primary) {
                observations++;
            } else {
                derivedObservations++;
            }
        }

        void duplicate(boolean primary) {
            duplicates += primary ? 1 : 0;
        }

        void ignore(IgnoreReason reason, boolean primary) {
            if (primary) {
                ignored.merge(reason.id(), 1L, Long::sum);
            }
        }

        /** A removal of an item that no input delivers; the age is null where its id states none. */
        void unmatchedRemoval(Duration age) {
            unmatchedRemovals++;
            if (age != null) {
                unmatchedWithAge++;
                ages.merge(RemovalAges.bin(age), 1L, Long::sum);
            }
        }

        /** An item, whether looks miss it, and how many looks miss it though it was seen later. */
        void looked(boolean isMissing, int looksContradicted) {
            missing += isMissing ? 1 : 0;
            contradicted += looksContradicted;
        }

        /** An item that takes one of the numbers which looks hold. */
        void numberWithItem() {
            numbersWithItem++;
        }

        MergeTally build() {
            return new MergeTally(
                    items,
                    observations,
                    0,
                    duplicates,
                    Map.copyOf(ignored),
                    derivedItems,
                    derivedObservations,
                    new RemovalAges(unmatchedRemovals, unmatchedWithAge, Map.copyOf(ages)),
                    new PlaceComparisons(0, Map.of(), missing, contradicted, 0, numbersWithItem));
        }
    }
}
