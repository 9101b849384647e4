// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.cascade;

import java.util.Arrays;

/**
 * One tree of posts with the time and account of each: its shape now and at any earlier time, and the hours it took to grow.
 *
 * <p>The root counts as the first copy. No post comes before the one it hangs on, so that what was there at a time is
 * always a tree, too. Hours count from the root, a time itself included ({@code ≤}). All is linear in the number of posts;
 * nothing depends on the order of rows. A post takes 21 bytes, and about 60 more while the tree is made.
 *
 * <p>Removal ends trees early, so compare trees at one number of hours ({@link #shapeWithin}), and shapes only between trees
 * of one size. Measures of {@link CascadeShape}; hours to sizes and depths as in Vosoughi, Roy and Aral, 2018,
 * doi:10.1126/science.aap9559.
 */
public final class CascadeTree {
    /** Account of a post whose author is not known. */
    public static final int UNKNOWN_ACCOUNT = -1;

    private static final double MICROS_PER_HOUR = 3_600_000_000.0;
    private static final long HOUR = 3_600_000_000L;

    /** Above this the whole-number sum moves into the floating one; a single term is below 2^60. */
    private static final long FULL = 1L << 62;

    /** All columns by time; what hangs on a post of the same time stands after it. */
    private final int[] parent;

    private final long[] micros;
    /** Dense numbers; −1 = not known. */
    private final int[] account;

    private final byte[] kind;
    private final int[] depth;
    private final int accounts;
    private final int deepest;

    private CascadeTree(int[] order, int[] parents, long[] timesMicros, int[] accountIds, byte[] kinds) {
        int n = order.length;
        int[] place = new int[n];
        for (int i = 0; i < n; i++) {
            place[order[i]] = i;
        }
        this.parent = new int[n];
        this.micros = new long[n];
        this.account = new int[n];
        this.kind = new byte[n];
        this.depth = new int[n];
        IntNumbering numbering = new IntNumbering(n);
        int most = 0;
        for (int i = 0; i < n; i++) {
            int row = order[i];
            parent[i] = parents[row] < 0 ? -1 : place[parents[row]];
            micros[i] = timesMicros[row];
            account[i] = accountIds[row] < 0 ? UNKNOWN_ACCOUNT : numbering.add(accountIds[row]);
            kind[i] = kinds[row];
            depth[i] = i == 0 ? 0 : depth[parent[i]] + 1;
            most = Math.max(most, depth[i]);
        }
        this.accounts = numbering.size();
        this.deepest = most;
    }

    /**
     * The tree of these rows, in any order.
     *
     * @param parents row that each post hangs on; −1 for the root, exactly one
     * @param timesMicros when each was posted
     * @param accounts who posted each, numbers from 0; {@link #UNKNOWN_ACCOUNT} where not known
     * @param kinds {@link EdgeKind#code()} of each
     * @throws IllegalArgumentException when the rows are no tree, or a post comes before the one that it hangs on
     */
    public static CascadeTree of(int[] parents, long[] timesMicros, int[] accounts, byte[] kinds) {
        requireColumns(parents, timesMicros, accounts, kinds);
        int[] order = TreeOrder.byDepth(parents);
        requireTimes(parents, timesMicros, order[0]);
        for (int i = 0; i < kinds.length; i++) {
            if ((EdgeKind.of(kinds[i]) == EdgeKind.ROOT) != (i == order[0])) {
                throw new IllegalArgumentException("Post " + i + " is of kind " + EdgeKind.of(kinds[i])
                        + ", expected ROOT for the root and only for it, which is post " + order[0] + ".");
            }
        }
        // From this order, sorting by time keeps every post behind the one that it hangs on.
        TimeOrder.sort(order, timesMicros, timesMicros[order[0]], last(timesMicros));
        return new CascadeTree(order, parents, timesMicros, accounts, kinds);
    }

    /** The tree of these rows, all of which but the root are shares; see {@link #of(int[], long[], int[], byte[])}. */
    public static CascadeTree ofShares(int[] parents, long[] timesMicros, int[] accounts) {
        byte[] kinds = new byte[parents.length];
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = (parents[i] == -1 ? EdgeKind.ROOT : EdgeKind.SHARE).code();
        }
        return of(parents, timesMicros, accounts, kinds);
    }

    private static void requireColumns(int[] parents, long[] times, int[] accounts, byte[] kinds) {
        int n = parents.length;
        if (n == 0 || times.length != n || accounts.length != n || kinds.length != n) {
            throw new IllegalArgumentException(
                    "A tree of " + n + " parents, " + times.length + " times, " + accounts.length + " accounts and "
                            + kinds.length + " kinds, expected as many of each, at least 1.");
        }
        for (int i = 0; i < n; i++) {
            if (accounts[i] < UNKNOWN_ACCOUNT) {
                throw new IllegalArgumentException("Post " + i + " is by account " + accounts[i]
                        + ", expected a number from 0, or -1 where it is not known.");
            }
        }
    }

    private static void requireTimes(int[] parents, long[] times, int root) {
        for (int i = 0; i < parents.length; i++) {
            if (i == root) {
                continue;
            }
            if (times[i] < times[parents[i]]) {
                throw new IllegalArgumentException("Post " + i + " at " + times[i] + " µs hangs on post " + parents[i]
                        + " at " + times[parents[i]] + " µs, expected a time not before it. Cut such links first.");
            }
            if (times[i] - times[root] < 0) {
                throw new IllegalArgumentException("Post " + i + " at " + times[i] + " µs is further than 2^63 µs from"
                        + " the root at " + times[root] + " µs, expected times of one clock.");
            }
        }
    }

    private static long last(long[] times) {
        return Arrays.stream(times).max().orElseThrow();
    }

    /** Number of posts, root included. */
    public int size() {
        return parent.length;
    }

    /** Links from the root to the post furthest from it. */
    public int depth() {
        return deepest;
    }

    /** Number of different known accounts. */
    public int accounts() {
        return accounts;
    }

    /** Number of posts tied to the one above in this way. */
    public int count(EdgeKind edge) {
        int count = 0;
        for (byte k : kind) {
            count += k == edge.code() ? 1 : 0;
        }
        return count;
    }

    /** When the root was posted, microseconds. */
    public long rootMicros() {
        return micros[0];
    }

    /** When post i in the order of time was posted, microseconds; 0 is the root. */
    public long micros(int i) {
        return micros[i];
    }

    /** Posts at each depth from 0. */
    public int[] breadths() {
        return breadths(size());
    }

    private int[] breadths(int count) {
        int most = 0;
        for (int i = 0; i < count; i++) {
            most = Math.max(most, depth[i]);
        }
        int[] breadths = new int[most + 1];
        for (int i = 0; i < count; i++) {
            breadths[depth[i]]++;
        }
        return breadths;
    }

    /** Different known accounts at each depth from 0. */
    public int[] breadthsInAccounts() {
        return breadthsInAccounts(size(), breadths());
    }

    private int[] breadthsInAccounts(int count, int[] breadths) {
        int[] next = new int[breadths.length];
        for (int d = 1; d < next.length; d++) {
            next[d] = next[d - 1] + breadths[d - 1];
        }
        int[] byDepth = new int[count];
        for (int i = 0; i < count; i++) {
            byDepth[next[depth[i]]++] = i;
        }
        int[] depthSeen = new int[accounts];
        Arrays.fill(depthSeen, -1);
        int[] different = new int[breadths.length];
        for (int i : byDepth) {
            if (account[i] >= 0 && depthSeen[account[i]] != depth[i]) {
                depthSeen[account[i]] = depth[i];
                different[depth[i]]++;
            }
        }
        return different;
    }

    /** The shape of the whole tree. */
    public CascadeShape shape() {
        return shapeOf(size());
    }

    /** The shape of what was posted within so many hours of the root, the end included; the root is always there. */
    public CascadeShape shapeWithin(double hours) {
        if (!(hours >= 0)) {
            throw new IllegalArgumentException("The horizon is " + hours + " hours, expected a number from 0.");
        }
        return shapeOf(countWithin(hours));
    }

    /** The shape of what was posted up to a time, the time included; not before the root. */
    public CascadeShape shapeUntil(long untilMicros) {
        if (untilMicros < micros[0]) {
            throw new IllegalArgumentException(
                    "The shape is asked for at " + untilMicros + " µs, before the root at " + micros[0] + " µs.");
        }
        return shapeOf(firstAfter(untilMicros));
    }

    /** Number of posts within so many hours of the root, the end included. */
    public int countWithin(double hours) {
        // Found in hours and not in microseconds: the same quotient that the hours of a post are.
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hoursOf(middle) <= hours) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int firstAfter(long untilMicros) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (micros[middle] <= untilMicros) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private CascadeShape shapeOf(int count) {
        int[] breadths = breadths(count);
        boolean[] seen = new boolean[accounts];
        int different = 0;
        int unknown = 0;
        long depths = 0;
        for (int i = 0; i < count; i++) {
            depths += depth[i];
            if (account[i] < 0) {
                unknown++;
            } else if (!seen[account[i]]) {
                seen[account[i]] = true;
                different++;
            }
        }
        return new CascadeShape(
                count,
                breadths.length - 1,
                max(breadths),
                max(breadthsInAccounts(count, breadths)),
                different,
                unknown,
                (double) depths / count,
                virality(count));
    }

    private double virality(int count) {
        if (count == 1) {
            return Double.NaN;
        }
        int[] below = new int[count];
        long sum = 0;
        double moved = 0;
        for (int i = count - 1; i > 0; i--) {
            // Whatever hangs on i stands behind it and is added already.
            long s = below[i] + 1L;
            below[parent[i]] += (int) s;
            sum += s * (count - s);
            if (sum >= FULL) {
                moved += sum;
                sum = 0;
            }
        }
        return 2 * (moved + sum) / ((double) count * (count - 1.0));
    }

    private static int max(int[] numbers) {
        return Arrays.stream(numbers).max().orElseThrow();
    }

    private double hoursOf(int i) {
        return (micros[i] - micros[0]) / MICROS_PER_HOUR;
    }

    /** Hours from the root to the last post. */
    public double durationHours() {
        return hoursOf(size() - 1);
    }

    /** Hours until the tree had k posts, root included; NaN while it never had. */
    public double hoursToSize(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("The size asked for is " + k + ", expected at least 1.");
        }
        return k > size() ? Double.NaN : hoursOf(k - 1);
    }

    /** Hours until a post was d links away from the root; NaN while none was. */
    public double hoursToDepth(int d) {
        if (d < 0) {
            throw new IllegalArgumentException("The depth asked for is " + d + ", expected at least 0.");
        }
        if (d > deepest) {
            return Double.NaN;
        }
        int i = 0;
        while (depth[i] != d) {
            i++;
        }
        return hoursOf(i);
    }

    /** Hours until the first post of any kind below the root; NaN without one. */
    public double hoursToFirstCopy() {
        return hoursToSize(2);
    }

    /** Hours until the first post tied to the one above in this way; NaN without one. */
    public double hoursToFirst(EdgeKind edge) {
        for (int i = 0; i < size(); i++) {
            if (kind[i] == edge.code()) {
                return hoursOf(i);
            }
        }
        return Double.NaN;
    }

    /**
     * The most posts, root included, within one hour, wherever that hour lies: windows (t − 1 h, t] that end with a post.
     * Clock hours would split a burst at the full hour.
     */
    public PeakHour peakHour() {
        int most = 0;
        int end = 0;
        int begin = 0;
        for (int i = 0; i < size(); i++) {
            while (micros[i] - micros[begin] >= HOUR) {
                begin++;
            }
            if (i + 1 - begin > most) {
                most = i + 1 - begin;
                end = i;
            }
        }
        return new PeakHour(most, hoursOf(end));
    }

    /**
     * The busiest hour of a tree.
     *
     * @param copies posts in it, root included
     * @param endHours hours from the root to the end of the first window (t − 1 h, t] with so many
     */
    public record PeakHour(int copies, double endHours) {}
}
