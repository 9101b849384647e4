// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.cascade;

import java.util.Arrays;

/** Collects the posts of one tree, in any order, whose links are keys of 128 bits. */
public final class CascadeBuilder {
    /** Of a post that was named as a parent and not added itself (yet). */
    private static final byte NAMED = -1;

    private final NodeKeys keys = new NodeKeys();
    private int[] parent = new int[keys.capacity()];
    private long[] micros = new long[keys.capacity()];
    private int[] account = new int[keys.capacity()];
    private byte[] kind = new byte[keys.capacity()];
    private int added;

    /** An empty builder. */
    public CascadeBuilder() {
        Arrays.fill(kind, NAMED);
    }

    /** Number of posts added. */
    public int size() {
        return added;
    }

    /** Adds the root. */
    public CascadeBuilder addRoot(long keyHigh, long keyLow, long timeMicros, int accountId) {
        fill(node(keyHigh, keyLow), -1, timeMicros, accountId, EdgeKind.ROOT);
        return this;
    }

    /**
     * Adds a post that hangs on another one, which may be added later.
     *
     * @param accountId a number from 0, or {@link CascadeTree#UNKNOWN_ACCOUNT}
     */
    public CascadeBuilder add(
            long keyHigh, long keyLow, long parentHigh, long parentLow, EdgeKind edge, long timeMicros, int accountId) {
        if (edge == EdgeKind.ROOT) {
            throw new IllegalArgumentException("Post " + NodeKeys.hex(keyHigh, keyLow)
                    + " hangs on another one as ROOT, expected REPLY, QUOTE or SHARE.");
        }
        int above = node(parentHigh, parentLow);
        fill(node(keyHigh, keyLow), above, timeMicros, accountId, edge);
        return this;
    }

    private int node(long keyHigh, long keyLow) {
        int node = keys.add(keyHigh, keyLow);
        if (node == parent.length) {
            int capacity = keys.capacity();
            parent = Arrays.copyOf(parent, capacity);
            micros = Arrays.copyOf(micros, capacity);
            account = Arrays.copyOf(account, capacity);
            kind = Arrays.copyOf(kind, capacity);
            Arrays.fill(kind, node, capacity, NAMED);
        }
        return node;
    }

    private void fill(int node, int above, long timeMicros, int accountId, EdgeKind edge) {
        if (kind[node] != NAMED) {
            throw new IllegalArgumentException("Post " + NodeKeys.hex(keys.high(node), keys.low(node))
                    + " was added before, expected each post once.");
        }
        parent[node] = above;
        micros[node] = timeMicros;
        account[node] = accountId;
        kind[node] = edge.code();
        added++;
    }

    /**
     * The tree.
     *
     * @throws IllegalArgumentException when the posts are no tree; see {@link CascadeTree#of}
     */
    public CascadeTree build() {
        int n = keys.size();
        for (int i = 0; i < n; i++) {
            if (kind[i] == NAMED) {
                throw new IllegalArgumentException("Some post hangs on post " + NodeKeys.hex(keys.high(i), keys.low(i))
                        + ", which is not among the " + added + " posts of the tree.");
            }
        }
        return CascadeTree.of(
                Arrays.copyOf(parent, n), Arrays.copyOf(micros, n), Arrays.copyOf(account, n), Arrays.copyOf(kind, n));
    }
}
