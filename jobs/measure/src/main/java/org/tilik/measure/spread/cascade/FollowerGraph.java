// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.cascade;

import java.util.Arrays;

/**
 * Who follows whom, at one time: for each account, those whose posts it is shown.
 *
 * <p>Accounts have any numbers of 64 bits outside and dense ones from 0 inside. 12 bytes an account and 4 a pair; while it
 * is built, 24 more a pair. Compact enough to be handed to every task; immutable.
 */
public final class FollowerGraph {
    /** Ids, ascending; the place is the dense number. */
    private final long[] ids;
    /** Where the followed of each account begin; one more at the end. */
    private final int[] begin;
    /** Dense numbers of those followed, ascending for each follower. */
    private final int[] followed;

    private FollowerGraph(long[] ids, int[] begin, int[] followed) {
        this.ids = ids;
        this.begin = begin;
        this.followed = followed;
    }

    /** A builder of a graph. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects pairs in any order; a pair that comes twice counts once, an account does not follow itself. */
    public static final class Builder {
        private long[] from = new long[16];
        private long[] to = new long[16];
        private int pairs;

        private Builder() {}

        /** Adds that {@code follower} is shown what {@code followed} posts. */
        public Builder add(long follower, long followed) {
            if (follower == followed) {
                return this;
            }
            if (pairs == from.length) {
                int capacity = Math.toIntExact(Math.min(pairs * 3L / 2, Integer.MAX_VALUE - 8L));
                from = Arrays.copyOf(from, capacity);
                to = Arrays.copyOf(to, capacity);
            }
            from[pairs] = follower;
            to[pairs++] = followed;
            return this;
        }

        /** The graph of the pairs added so far. */
        public FollowerGraph build() {
            long[] ids = distinct(from, to, pairs);
            long[] links = new long[pairs];
            for (int p = 0; p < pairs; p++) {
                links[p] = (long) Arrays.binarySearch(ids, from[p]) << Integer.SIZE | Arrays.binarySearch(ids, to[p]);
            }
            Arrays.sort(links);
            int kept = distinct(links);
            int[] begin = new int[ids.length + 1];
            int[] followed = new int[kept];
            for (int p = 0; p < kept; p++) {
                begin[(int) (links[p] >>> Integer.SIZE) + 1]++;
                followed[p] = (int) links[p];
            }
            for (int a = 0; a < ids.length; a++) {
                begin[a + 1] += begin[a];
            }
            return new FollowerGraph(ids, begin, followed);
        }

        private static long[] distinct(long[] from, long[] to, int pairs) {
            long[] all = new long[Math.multiplyExact(2, pairs)];
            System.arraycopy(from, 0, all, 0, pairs);
            System.arraycopy(to, 0, all, pairs, pairs);
            Arrays.sort(all);
            return Arrays.copyOf(all, distinct(all));
        }

        /** Moves different numbers of a sorted array to its begin; how many there are. */
        private static int distinct(long[] sorted) {
            int kept = 0;
            for (int i = 0; i < sorted.length; i++) {
                if (i == 0 || sorted[i] != sorted[i - 1]) {
                    sorted[kept++] = sorted[i];
                }
            }
            return kept;
        }
    }

    /** Number of accounts that follow or are followed. */
    public int accounts() {
        return ids.length;
    }

    /** Number of different pairs. */
    public int pairs() {
        return followed.length;
    }

    /** The dense number of an account, from 0 below {@link #accounts()}; −1 for one that is in no pair. */
    public int account(long id) {
        return Math.max(-1, Arrays.binarySearch(ids, id));
    }

    /** How many accounts this one follows; 0 for −1. */
    int followedCount(int account) {
        return account < 0 ? 0 : begin[account + 1] - begin[account];
    }

    /** The i-th account that this one follows. */
    int followed(int account, int i) {
        return followed[begin[account] + i];
    }

    /** Whether one account follows another; dense numbers, −1 follows nobody and is not followed. */
    public boolean follows(int account, int other) {
        return account >= 0
                && other >= 0
                && Arrays.binarySearch(followed, begin[account], begin[account + 1], other) >= 0;
    }
}
