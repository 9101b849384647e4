// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.cascade;

import java.util.Arrays;

/**
 * The root of every post that others share, quote or answer, when each post names at most one other; posts are keys of 128
 * bits. Posts on which nothing hangs need not come here: their root is that of the post they name, see {@link
 * ParentOutcome#of}.
 *
 * <p>The result does not depend on the order in which posts are added. Links are cut, in this order, where
 *
 * <ol>
 *   <li>a post names itself;
 *   <li>it names a post that is not in the data;
 *   <li>it names a post that came later (in a cycle, this cuts the link of its earliest post);
 *   <li>the links that are left, all between posts of one time, close a cycle: the link of the post with the smallest key is
 *       cut, keys read as unsigned numbers.
 * </ol>
 *
 * <p>Arrays of numbers and open addressing: 41 bytes a post and 8 to 12 in the table that finds it; while the arrays grow,
 * up to 115. A post that is named and never added takes as much. Nothing is done by recursion, and all takes linear time.
 */
public final class RootFinder {
    private static final int UNRESOLVED = -1;
    private static final int ON_THE_WAY = -2;
    /** Of a post that was named and not added itself. */
    private static final byte NAMED = -1;

    private final int limit;
    private final NodeKeys keys = new NodeKeys();
    private long[] micros = new long[keys.capacity()];
    private int[] parent = new int[keys.capacity()];
    private int[] depth = new int[0];
    private int[] root = new int[0];
    /** How each post hangs on the one that it names. */
    private byte[] kind = new byte[keys.capacity()];

    private ParentOutcome[] outcome = new ParentOutcome[0];

    private int added;
    private boolean resolved;

    /** An empty one for at most so many posts, named ones included. */
    public RootFinder(int limit) {
        this.limit = limit;
        Arrays.fill(kind, NAMED);
    }

    /** Whether a post and one that it names may not fit any more; adding them throws. */
    public boolean isFull() {
        return keys.size() > limit - 2;
    }

    /** Number of posts added. */
    public int size() {
        return added;
    }

    /** Adds a post that names no other. */
    public void addRoot(long keyHigh, long keyLow, long timeMicros) {
        fill(node(keyHigh, keyLow), -1, timeMicros, EdgeKind.ROOT);
    }

    /** Adds a post that shares, quotes or answers another one, which may be added later or never. */
    public void add(long keyHigh, long keyLow, long parentHigh, long parentLow, EdgeKind edge, long timeMicros) {
        if (edge == EdgeKind.ROOT) {
            throw new IllegalArgumentException("Post " + NodeKeys.hex(keyHigh, keyLow)
                    + " names another one as ROOT, expected REPLY, QUOTE or SHARE.");
        }
        int own = node(keyHigh, keyLow);
        fill(own, node(parentHigh, parentLow), timeMicros, edge);
    }

    private int node(long keyHigh, long keyLow) {
        if (resolved) {
            throw new IllegalStateException("Roots are found already, expected all posts before that.");
        }
        int known = keys.find(keyHigh, keyLow);
        if (known >= 0) {
            return known;
        }
        if (keys.size() == limit) {
            throw new IllegalStateException("More than " + limit + " posts on which others hang, which is the limit of"
                    + " the one task that finds their roots. Raise it, with about 115 bytes of heap a post, or measure a"
                    + " shorter window.");
        }
        int node = keys.add(keyHigh, keyLow);
        if (node == parent.length) {
            int capacity = Math.min(limit, keys.capacity());
            micros = Arrays.copyOf(micros, capacity);
            parent = Arrays.copyOf(parent, capacity);
            kind = Arrays.copyOf(kind, capacity);
            Arrays.fill(kind, node, capacity, NAMED);
        }
        return node;
    }

    private void fill(int node, int above, long timeMicros, EdgeKind edge) {
        if (kind[node] != NAMED) {
            throw new IllegalArgumentException("Post " + NodeKeys.hex(keys.high(node), keys.low(node))
                    + " was added before, expected each post once.");
        }
        parent[node] = above;
        micros[node] = timeMicros;
        kind[node] = edge.code();
        added++;
    }

    /** Cuts links and finds every root; afterwards no post can be added. */
    public void resolve() {
        if (resolved) {
            return;
        }
        resolved = true;
        int n = keys.size();
        depth = new int[n];
        root = new int[n];
        outcome = new ParentOutcome[n];
        Arrays.fill(depth, UNRESOLVED);
        cutLinks(n);
        for (int node = 0; node < n; node++) {
            if (depth[node] == UNRESOLVED && isAdded(node)) {
                cutCycleAbove(node);
                settle(node);
            }
        }
    }

    private void cutLinks(int n) {
        for (int node = 0; node < n; node++) {
            if (isAdded(node)) {
                outcome[node] = linkOutcome(node);
                if (!outcome[node].isAttached()) {
                    parent[node] = -1;
                }
            }
        }
    }

    private ParentOutcome linkOutcome(int node) {
        EdgeKind edge = EdgeKind.of(kind[node]);
        int above = parent[node];
        return above >= 0 && above != node && kind[above] == NAMED
                ? ParentOutcome.orphan(edge)
                : ParentOutcome.of(edge, above == node, micros[node], above < 0 ? 0 : micros[above]);
    }

    /** Goes up until a root, a post whose root is known, or a post of this way, which closes a cycle to be cut. */
    private void cutCycleAbove(int node) {
        int at = node;
        while (at >= 0 && depth[at] == UNRESOLVED) {
            depth[at] = ON_THE_WAY;
            at = parent[at];
        }
        if (at >= 0 && depth[at] == ON_THE_WAY) {
            int first = at;
            for (int other = parent[at]; other != at; other = parent[other]) {
                first = keys.isBefore(other, first) ? other : first;
            }
            int below = parent[first];
            parent[first] = -1;
            outcome[first] = ParentOutcome.CYCLE_CUT;
            // From here the way up goes through all posts of what was the cycle.
            settle(below);
        }
    }

    /** Writes root and depth along the way up. */
    private void settle(int node) {
        int links = 0;
        int top = node;
        while (parent[top] >= 0 && depth[top] < 0) {
            links++;
            top = parent[top];
        }
        int ofTop = parent[top] < 0 ? 0 : depth[top];
        int found = parent[top] < 0 ? top : root[top];
        int at = node;
        for (int above = links; above >= 0 && depth[at] < 0; above--) {
            depth[at] = ofTop + above;
            root[at] = found;
            at = parent[at] < 0 ? at : parent[at];
        }
    }

    /** How many numbers posts have; those that were named and never added have one, too. */
    public int nodes() {
        return keys.size();
    }

    /** Whether the post of this number was added, not only named. */
    public boolean isAdded(int node) {
        return kind[node] != NAMED;
    }

    /** The number of a post that was added, from 0 below {@link #nodes()}; −1 for any other. */
    public int find(long keyHigh, long keyLow) {
        int node = keys.find(keyHigh, keyLow);
        return node >= 0 && isAdded(node) ? node : -1;
    }

    /** The first 64 bits of a post's key. */
    public long keyHigh(int node) {
        return keys.high(node);
    }

    /** The last 64 bits of a post's key. */
    public long keyLow(int node) {
        return keys.low(node);
    }

    /** When the post was made. */
    public long micros(int node) {
        return micros[node];
    }

    /** The number of the root of an added post, its own for a root. */
    public int rootOf(int node) {
        return root[resolvedNode(node)];
    }

    /** Links between an added post and its root. */
    public int depth(int node) {
        return depth[resolvedNode(node)];
    }

    /** The number of the post that an added post hangs on, after cuts; −1 for a root. */
    public int parentOf(int node) {
        return parent[resolvedNode(node)];
    }

    /** What became of the link of an added post. */
    public ParentOutcome outcome(int node) {
        return outcome[resolvedNode(node)];
    }

    private int resolvedNode(int node) {
        if (!resolved || !isAdded(node)) {
            throw new IllegalStateException("Post " + NodeKeys.hex(keys.high(node), keys.low(node))
                    + (resolved ? " was named and never added." : " has no root yet, expected resolve() before."));
        }
        return node;
    }
}
