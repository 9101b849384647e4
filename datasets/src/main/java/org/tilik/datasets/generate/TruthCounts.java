// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Records of every simulated file by the disposition that a correct ingest gives them.
 *
 * @param files the files
 * @param onlyEmbedded items inside the window that the stream shows only inside others
 * @param unmatchedRemovals notices inside the window that something was deleted which the stream never showed
 */
public record TruthCounts(List<FileCounts> files, long onlyEmbedded, long unmatchedRemovals) {
    /** Copies the list. */
    public TruthCounts {
        files = List.copyOf(files);
    }

    /** The sum over all files, under the file name {@code all}. */
    public FileCounts totals() {
        return new FileCounts(
                "all",
                sum(FileCounts::recordsRead),
                sum(FileCounts::items),
                sum(FileCounts::observations),
                sum(FileCounts::duplicates),
                merged(FileCounts::ignored),
                merged(FileCounts::rejects));
    }

    private long sum(ToLongFunction<FileCounts> count) {
        return files.stream().mapToLong(count).sum();
    }

    private Map<String, Long> merged(Function<FileCounts, Map<String, Long>> part) {
        Map<String, Long> all = new TreeMap<>();
        files.forEach(file -> part.apply(file).forEach((reason, n) -> all.merge(reason, n, Long::sum)));
        return all;
    }

    /**
     * Records of one file; {@code recordsRead} is the sum of all others.
     *
     * @param file name relative to the simulated folder
     * @param recordsRead records in the file
     * @param items records whose primary event is an item
     * @param observations re-checks, referrals and later captures
     * @param duplicates records that stand there again, byte for byte
     * @param ignored sound records left out on purpose, by reason
     * @param rejects planted bad records, by reason
     */
    public record FileCounts(
            String file,
            long recordsRead,
            long items,
            long observations,
            long duplicates,
            Map<String, Long> ignored,
            Map<String, Long> rejects) {}
}
