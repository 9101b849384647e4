// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.ledger;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tilik.measure.proportion.ProportionInterval;

/**
 * How long actions of a ledger took, in any one unit of time, where each delay is only known to lie in (lo, hi]: how many
 * there are of each bound. Its size is that of the numbers of different bounds, not of the actions.
 *
 * <p>Every action of a ledger has happened, so nothing is censored and nothing here says what was not acted on.
 */
public final class DelayHistogram {
    private final SortedMap<Long, Long> lows = new TreeMap<>();
    private final SortedMap<Long, Long> highs = new TreeMap<>();
    private long all;

    /**
     * What the data say of a number; NaN where they say nothing.
     *
     * @param low lowest value that the delays can give
     * @param high highest value that they can give
     */
    public record Bounds(double low, double high) {
        static final Bounds NONE = new Bounds(Double.NaN, Double.NaN);

        /** Whether there are bounds. */
        public boolean isKnown() {
            return !Double.isNaN(low);
        }

        /** Whether both are one. */
        public boolean isPoint() {
            return low == high;
        }
    }

    /** Adds n actions that took longer than {@code lo} and not longer than {@code hi}; both 0 for no time at all. */
    public void add(long lo, long hi, long n) {
        if (lo < 0 || hi < lo || n < 0) {
            throw new IllegalArgumentException("A delay of (" + lo + ", " + hi + "] for " + n
                    + " actions, expected 0 or more, in this order, for 0 actions or more.");
        }
        if (n > 0) {
            lows.merge(lo, n, Long::sum);
            highs.merge(hi, n, Long::sum);
            all = Math.addExact(all, n);
        }
    }

    /** Number of actions. */
    public long all() {
        return all;
    }

    /** How many took at most so long for sure. */
    public long surelyWithin(double deadline) {
        return sum(highs, deadline, true);
    }

    /** How many may have taken at most so long. */
    public long possiblyWithin(double deadline) {
        // Longer than lo is not within lo; no time at all is within every deadline.
        return sum(lows, deadline, deadline < 0) + (deadline == 0 ? atOnce() : 0);
    }

    private long atOnce() {
        return highs.getOrDefault(0L, 0L);
    }

    private static long sum(SortedMap<Long, Long> counts, double until, boolean inclusive) {
        long sum = 0;
        for (Map.Entry<Long, Long> count : counts.entrySet()) {
            double at = count.getKey();
            if (at > until || (at == until && !inclusive)) {
                break;
            }
            sum += count.getValue();
        }
        return sum;
    }

    /** The share of actions that took at most so long. */
    public Bounds shareWithin(double deadline) {
        return all == 0
                ? Bounds.NONE
                : new Bounds((double) surelyWithin(deadline) / all, (double) possiblyWithin(deadline) / all);
    }

    /**
     * Wilson's interval around the bounds of a share: from its low end at the lower bound to its high end at the upper.
     *
     * @param level of confidence, such as 0.95
     */
    public Bounds shareInterval(double deadline, double level) {
        return all == 0
                ? Bounds.NONE
                : new Bounds(
                        ProportionInterval.WILSON
                                .of(surelyWithin(deadline), all, level)
                                .ciLow(),
                        ProportionInterval.WILSON
                                .of(possiblyWithin(deadline), all, level)
                                .ciHigh());
    }

    /**
     * The smallest time within which at least the share p of the actions was done: the ⌈p n⌉-th smallest delay, which lies
     * between the ⌈p n⌉-th smallest lower and the ⌈p n⌉-th smallest upper bound.
     */
    public Bounds quantile(double p) {
        if (!(p > 0 && p < 1)) {
            throw new IllegalArgumentException("A quantile of " + p + ", expected one between 0 and 1.");
        }
        if (all == 0) {
            return Bounds.NONE;
        }
        long rank = Math.max(1, (long) Math.ceil(p * all));
        return new Bounds(ranked(lows, rank), ranked(highs, rank));
    }

    private static double ranked(SortedMap<Long, Long> counts, long rank) {
        long sum = 0;
        for (Map.Entry<Long, Long> count : counts.entrySet()) {
            sum += count.getValue();
            if (sum >= rank) {
                return count.getKey();
            }
        }
        throw new IllegalStateException("Rank " + rank + " of " + sum + " actions.");
    }
}
