// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ledger;

import java.time.Instant;
import java.util.Locale;
import org.tilik.model.Ledger;
import org.tilik.model.LedgerDelay;
import org.tilik.model.LedgerEntry;
import org.tilik.model.LedgerSubject;
import org.tilik.model.Pseudonymiser;
import org.tilik.model.TimeBracket;
import org.tilik.model.table.LedgerCountRow;
import org.tilik.model.table.LedgerEntryRow;

/** Turns entries of ledgers into rows, and rows into what is counted of them. */
public final class LedgerEntries {
    /** Stands in tables for what an entry does not say. */
    public static final String UNKNOWN = "unknown";

    private static final double MINUTES_AN_HOUR = 60;

    private LedgerEntries() {}

    /** The row of this entry, with a pseudonym for its id. */
    public static LedgerEntryRow row(LedgerEntry entry, Pseudonymiser pseudonymiser) {
        return new LedgerEntryRow(
                entry.ledger().id(),
                pseudonymiser.pseudonym(entry.ledger(), entry.entryId()),
                entry.platform(),
                entry.category(),
                entry.keywords(),
                entry.source().id(),
                entry.automatedDetection(),
                entry.automation().id(),
                entry.action().id(),
                entry.territories(),
                lo(entry.clock()),
                hi(entry.clock()),
                lo(entry.acted()),
                hi(entry.acted()),
                entry.filedAt(),
                lo(entry.ends()),
                hi(entry.ends()),
                entry.position().file(),
                entry.position().member().isEmpty() ? null : entry.position().member(),
                entry.position().record());
    }

    private static Instant lo(TimeBracket time) {
        return time == null ? null : time.lo();
    }

    private static Instant hi(TimeBracket time) {
        return time == null ? null : time.hi();
    }

    private static TimeBracket bracket(Instant lo, Instant hi) {
        return lo == null ? null : new TimeBracket(lo, hi);
    }

    /** What one entry says, as a count of one. */
    public static LedgerCountRow count(LedgerEntryRow row, String runId) {
        TimeBracket clock = bracket(row.clockLoUtc(), row.clockHiUtc());
        TimeBracket acted = bracket(row.actedLoUtc(), row.actedHiUtc());
        LedgerDelay delay = LedgerEntry.delay(clock, acted).orElse(null);
        return new LedgerCountRow(
                row.ledger(),
                row.platform() == null ? UNKNOWN : row.platform(),
                row.category() == null ? UNKNOWN : row.category(),
                LedgerSubject.of(Ledger.of(row.ledger()), row.keywords()).id(),
                row.sourceType(),
                row.automated(),
                row.automatedDetection() == null ? UNKNOWN : row.automatedDetection() ? "yes" : "no",
                row.action(),
                LedgerEntry.delayState(clock, acted).name().toLowerCase(Locale.ROOT),
                delay == null ? null : (Double) (delay.loMinutes() / MINUTES_AN_HOUR),
                delay == null ? null : (Double) (delay.hiMinutes() / MINUTES_AN_HOUR),
                1,
                runId);
    }

    /** The same as a count of so many. */
    static LedgerCountRow of(LedgerCountRow row, long entries) {
        return new LedgerCountRow(
                row.ledger(),
                row.platform(),
                row.category(),
                row.subject(),
                row.sourceType(),
                row.automated(),
                row.automatedDetection(),
                row.action(),
                row.delay(),
                row.delayLoHours(),
                row.delayHiHours(),
                entries,
                row.runId());
    }

    /** Two counts of the same as one. */
    public static LedgerCountRow sum(LedgerCountRow a, LedgerCountRow b) {
        return of(a, Math.addExact(a.nEntries(), b.nEntries()));
    }

    /** What is alike in entries that are counted together. */
    public static String key(LedgerCountRow row) {
        return String.join(
                "\u001f",
                row.ledger(),
                row.platform(),
                row.category(),
                row.subject(),
                row.sourceType(),
                row.automated(),
                row.automatedDetection(),
                row.action(),
                row.delay(),
                String.valueOf(row.delayLoHours()),
                String.valueOf(row.delayHiHours()));
    }
}
