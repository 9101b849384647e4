// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ledger;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tilik.measure.removal.ledger.DelayHistogram;
import org.tilik.model.Automation;
import org.tilik.model.LedgerAction;
import org.tilik.model.LedgerEntry.DelayState;
import org.tilik.model.LedgerSource;
import org.tilik.model.table.LedgerCountRow;

/** What the entries of one stratum say, added up. */
final class StratumCounts {
    private static final long MINUTES_AN_HOUR = 60;

    /** Delays, in minutes, of what took content out of sight. */
    private final DelayHistogram delays = new DelayHistogram();

    private final Map<LedgerSource, Long> sources = new TreeMap<>();
    private final Map<LedgerAction, Long> actions = new TreeMap<>();
    private final Map<Automation, Long> automation = new TreeMap<>();
    private final Map<String, Long> detection = new TreeMap<>();
    private long entries;
    private long undated;
    private long bracketed;

    void add(LedgerCountRow row) {
        long n = row.nEntries();
        entries = Math.addExact(entries, n);
        sources.merge(value(LedgerSource.class, row.sourceType()), n, Long::sum);
        LedgerAction action = value(LedgerAction.class, row.action());
        actions.merge(action, n, Long::sum);
        automation.merge(value(Automation.class, row.automated()), n, Long::sum);
        detection.merge(row.automatedDetection(), n, Long::sum);
        if (action.hides()) {
            addDelay(row, n);
        }
    }

    private static <E extends Enum<E>> E value(Class<E> type, String id) {
        return Enum.valueOf(type, id.toUpperCase(Locale.ROOT));
    }

    private void addDelay(LedgerCountRow row, long n) {
        if (value(DelayState.class, row.delay()) != DelayState.KNOWN) {
            undated += n;
            return;
        }
        long lo = Math.round(row.delayLoHours() * MINUTES_AN_HOUR);
        long hi = Math.round(row.delayHiHours() * MINUTES_AN_HOUR);
        delays.add(lo, hi, n);
        bracketed += hi - lo > 1 ? n : 0;
    }

    DelayHistogram delays() {
        return delays;
    }

    long entries() {
        return entries;
    }

    /** Entries that took content out of sight and have no delay. */
    long undated() {
        return undated;
    }

    /** Entries whose delay is known no better than to some hours. */
    long bracketed() {
        return bracketed;
    }

    Map<LedgerSource, Long> sources() {
        return sources;
    }

    Map<LedgerAction, Long> actions() {
        return actions;
    }

    long automated(Automation how) {
        return automation.getOrDefault(how, 0L);
    }

    long detected(String answer) {
        return detection.getOrDefault(answer, 0L);
    }
}
