// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.tilik.model.table.LedgerCountRow;
import org.tilik.model.table.LedgerEntryRow;

/**
 * Counts the entries of ledgers that are alike, each entry once, from rows in the order of their keys. What it holds is
 * bounded: counts are handed on when there are too many different ones, and added up later.
 */
public final class LedgerTally {
    private static final int MOST_COUNTS = 1 << 16;

    private final String runId;
    private final Consumer<LedgerCountRow> counts;
    private final int most;
    private final Map<LedgerCountRow, Long> sums = new HashMap<>();
    private String lastKey;
    private long entries;
    private long duplicates;

    /** A tally that hands its counts to this consumer. */
    public LedgerTally(String runId, Consumer<LedgerCountRow> counts) {
        this(runId, counts, MOST_COUNTS);
    }

    LedgerTally(String runId, Consumer<LedgerCountRow> counts, int most) {
        this.runId = runId;
        this.counts = counts;
        this.most = most;
    }

    /** Takes the next entry; a repeated one stands behind the first of its key. */
    public void accept(LedgerEntryRow row) {
        if (row.entryKey().equals(lastKey)) {
            duplicates++;
            return;
        }
        lastKey = row.entryKey();
        entries++;
        if (sums.size() == most) {
            handOn();
        }
        sums.merge(LedgerEntries.count(row, runId), 1L, Long::sum);
    }

    /** Hands on what is counted; to be called behind the last entry. */
    public void finish() {
        handOn();
    }

    private void handOn() {
        sums.forEach((row, n) -> counts.accept(LedgerEntries.of(row, n)));
        sums.clear();
    }

    /** Different entries so far. */
    public long entries() {
        return entries;
    }

    /** Entries so far that repeat one. */
    public long duplicates() {
        return duplicates;
    }
}
