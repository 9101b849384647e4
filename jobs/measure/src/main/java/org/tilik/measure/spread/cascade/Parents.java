// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.cascade;

/**
 * Which post each share passed on, where records name only the post that all of them repeat.
 *
 * <p>Rows are that post, as row 0, and its shares, sorted by time and then by key, so that of two posts of one time the one
 * with the smaller key has the smaller row. A share can only have been seen by one of a strictly later time; the first post
 * can have been seen by all. Where a record names the very share that was passed on, that link stays ({@link
 * ParentSource#EXPLICIT}), and the row can be a parent of others.
 *
 * <ul>
 *   <li>{@link #rootOnly}: every share hangs on the first post. What that tree's depth says is nothing.
 *   <li>{@link #fromFollowers}: the most recent earlier post by an account that the sharer follows; of several equally recent
 *       ones the one with the smallest key; none, and the share stays at the first post as {@link ParentSource#ROOT_ONLY}.
 *       After Goel, Anderson, Hofman and Watts, The structural virality of online diffusion, 2016,
 *       doi:10.1287/mnsc.2015.2158, who take the most recent of the followed accounts that shared before. Variant: a share
 *       without such an account stays in the tree and does not begin one of its own, because the record names the first
 *       post; the graph is that of one time, not of the time of each share.
 *   <li>{@link #byTime}: the most recent earlier post within a declared time by any other account, with the same order of
 *       ties; none, and the share stays at the first post as ROOT_ONLY. A guess that makes long chains of busy trees:
 *       for descriptions of the guess itself, not of who influenced whom.
 * </ul>
 */
public final class Parents {
    /** In a column of explicit links: the record names only the first post. */
    public static final int NOT_NAMED = -1;

    private final int[] parent;
    private final ParentSource[] source;

    private Parents(int[] parent, ParentSource[] source) {
        this.parent = parent;
        this.source = source;
    }

    /**
     * Every share that names no other hangs on the first post.
     *
     * @param micros when each row was posted, ascending
     * @param named row that the record names, or {@link #NOT_NAMED}; of row 0 it is not read
     */
    public static Parents rootOnly(long[] micros, int[] named) {
        return infer(micros, named, ParentSource.ROOT_ONLY, (row, earlier) -> 0);
    }

    /**
     * Parents from who follows whom. A share costs at most min(accounts that its sharer follows, earlier posts) steps, each a
     * look into a hash table or a binary search among the followed.
     *
     * @param micros when each row was posted, ascending
     * @param accounts dense number of each row's account in the graph; −1 where it is in no pair, or not known
     * @param named row that the record names, or {@link #NOT_NAMED}; of row 0 it is not read
     */
    public static Parents fromFollowers(long[] micros, int[] accounts, int[] named, FollowerGraph graph) {
        requireAsMany(micros, accounts.length);
        return infer(micros, named, ParentSource.FOLLOWER_GRAPH, new LatestFollowed(micros, accounts, graph));
    }

    /**
     * Parents guessed from times alone; only where it was asked for. Constant time a share.
     *
     * @param micros when each row was posted, ascending
     * @param accounts number of each row's account from 0; −1 where it is not known, which differs from every other
     * @param named row that the record names, or {@link #NOT_NAMED}; of row 0 it is not read
     * @param windowMicros how much earlier the parent can be, inclusive
     */
    public static Parents byTime(long[] micros, int[] accounts, int[] named, long windowMicros) {
        requireAsMany(micros, accounts.length);
        if (windowMicros <= 0) {
            throw new IllegalArgumentException("The window is " + windowMicros + " µs, expected a time above 0.");
        }
        return infer(micros, named, ParentSource.TIME_INFERRED, new LatestOther(micros, accounts, windowMicros));
    }

    private static Parents infer(long[] micros, int[] named, ParentSource how, Candidates candidates) {
        requireAsMany(micros, named.length);
        int n = micros.length;
        int[] parent = new int[n];
        ParentSource[] source = new ParentSource[n];
        parent[0] = -1;
        source[0] = ParentSource.EXPLICIT;
        int earlier = 1;
        for (int row = 1; row < n; row++) {
            requireOrder(micros, row);
            while (micros[earlier] < micros[row]) {
                earlier++;
            }
            if (named[row] != NOT_NAMED) {
                requireNamed(micros, named, row);
                parent[row] = named[row];
                source[row] = ParentSource.EXPLICIT;
            } else {
                int found = candidates.parentOf(row, earlier);
                parent[row] = Math.max(0, found);
                source[row] = found < 0 ? ParentSource.ROOT_ONLY : how;
            }
        }
        return new Parents(parent, source);
    }

    private static void requireAsMany(long[] micros, int found) {
        if (micros.length == 0 || found != micros.length) {
            throw new IllegalArgumentException("There are " + micros.length + " times and " + found
                    + " rows of another column, expected as many, at least 1.");
        }
    }

    private static void requireOrder(long[] micros, int row) {
        if (micros[row] < micros[row - 1]) {
            throw new IllegalArgumentException("Row " + row + " at " + micros[row] + " µs comes before row " + (row - 1)
                    + " at " + micros[row - 1] + " µs, expected the post that all share, then shares by time.");
        }
    }

    private static void requireNamed(long[] micros, int[] named, int row) {
        int above = named[row];
        if (above < 0 || above >= named.length || above == row || micros[above] > micros[row]) {
            throw new IllegalArgumentException("Row " + row + " names row " + above + " of " + named.length
                    + ", expected another row that is not later. Cut such links first.");
        }
    }

    /** Finds a row to hang on, −1 without one. */
    interface Candidates {
        /**
         * The parent of a row.
         *
         * @param row ascends from call to call
         * @param earlier rows 0 … earlier − 1 can be parents: row 0, and all that are strictly earlier
         */
        int parentOf(int row, int earlier);
    }

    /** Number of rows. */
    public int size() {
        return parent.length;
    }

    /** The row that this row hangs on, −1 for row 0. */
    public int parent(int row) {
        return parent[row];
    }

    /** The column of parents, as {@link CascadeTree#of} takes it. */
    public int[] parents() {
        return parent.clone();
    }

    /** From what the parent of a row from 1 is known. */
    public ParentSource source(int row) {
        return source[row];
    }

    /** How many rows from 1 have their parent from this source. */
    public int count(ParentSource from) {
        int count = 0;
        for (int row = 1; row < source.length; row++) {
            count += source[row] == from ? 1 : 0;
        }
        return count;
    }
}
