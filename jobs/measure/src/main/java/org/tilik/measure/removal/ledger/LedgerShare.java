// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.ledger;

import org.tilik.measure.proportion.Proportion;
import org.tilik.measure.proportion.ProportionInterval;

/**
 * A share of the actions that a platform states in a ledger of its own, in [0, 1], with its Wilson interval; NaN = not
 * defined.
 *
 * <p>Archives hold only what could be seen, and so neither what was blocked before anybody saw it nor who found it.
 * Without a ledger such a share does not exist: {@link Source#NO_LEDGER}, never 0.
 *
 * @param source whether there was anything to count
 * @param counted actions that count
 * @param all all actions
 */
public record LedgerShare(Source source, long counted, long all, double estimate, double ciLow, double ciHigh) {

    /** Whether a ledger gave the counts. */
    public enum Source {
        /** A ledger gave them. */
        LEDGER,
        /** There is a ledger, but nothing in it is of this kind. */
        EMPTY_LEDGER,
        /** There is no ledger. */
        NO_LEDGER
    }

    /** The share where no ledger is. */
    public static LedgerShare withoutLedger() {
        return new LedgerShare(Source.NO_LEDGER, 0, 0, Double.NaN, Double.NaN, Double.NaN);
    }

    /**
     * Upload-block share: of the copies that a platform stopped, those it blocked when they were uploaded.
     *
     * <pre>B / (B + P)     B blocked at upload, P posted and then removed</pre>
     *
     * <p>Copies that are still up are in neither number, so this is no share of all copies. Sonderby, Update on New
     * Zealand, Facebook Newsroom, 2019: 1.2 of 1.5 million.
     */
    public static LedgerShare uploadBlocks(long blocked, long postedThenRemoved, double level) {
        return of(blocked, postedThenRemoved, level);
    }

    /**
     * Proactive share: of the removals, those that the platform made before anybody reported the item.
     *
     * <p>It says nothing of what was neither found nor reported; read it beside a prevalence.
     */
    public static LedgerShare proactive(long unreported, long reported, double level) {
        return of(unreported, reported, level);
    }

    /** The share of {@code counted} actions among these and {@code others}. */
    public static LedgerShare of(long counted, long others, double level) {
        if (counted < 0 || others < 0) {
            throw new IllegalArgumentException(
                    "Counts are " + counted + " and " + others + ", expected 0 or more of each.");
        }
        long all = Math.addExact(counted, others);
        if (all == 0) {
            return new LedgerShare(Source.EMPTY_LEDGER, 0, 0, Double.NaN, Double.NaN, Double.NaN);
        }
        Proportion share = ProportionInterval.WILSON.of(counted, all, level);
        return new LedgerShare(Source.LEDGER, counted, all, share.estimate(), share.ciLow(), share.ciHigh());
    }
}
