// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.cascade;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.tilik.measure.spread.cascade.CascadeTree;
import org.tilik.measure.spread.cascade.EdgeKind;
import org.tilik.measure.spread.cascade.NodeKeys;
import org.tilik.measure.spread.compare.Reach;

/**
 * The items of one cascade as they come, the root first, the others by time and key; 66 bytes an item, and about 60 more
 * while trees are made of them.
 */
final class Members {
    private static final int FIRST_ITEMS = 16;
    /** Arrays longer than this are given back behind the cascade that needed them. */
    private static final int MOST_KEPT = 1 << 16;

    private static final byte HAS_ACCOUNT = 1;
    private static final byte ROOT_ONLY = 2;

    private long[] keyHigh = new long[FIRST_ITEMS];
    private long[] keyLow = new long[FIRST_ITEMS];
    private long[] parentHigh = new long[FIRST_ITEMS];
    private long[] parentLow = new long[FIRST_ITEMS];
    private long[] micros = new long[FIRST_ITEMS];
    private long[] accountHigh = new long[FIRST_ITEMS];
    private long[] accountLow = new long[FIRST_ITEMS];
    private long[] followers = new long[FIRST_ITEMS];
    private byte[] edge = new byte[FIRST_ITEMS];
    private byte[] flags = new byte[FIRST_ITEMS];
    private int size;
    private CascadeNode root;
    private int tracked;
    private int gone;
    private int rootOnly;

    /** Empties it for the next cascade. */
    void clear() {
        if (edge.length > MOST_KEPT) {
            size = FIRST_ITEMS;
            resize(FIRST_ITEMS);
        }
        size = 0;
        root = null;
        tracked = 0;
        gone = 0;
        rootOnly = 0;
    }

    void add(CascadeNode node) {
        if (size == edge.length) {
            resize(Math.toIntExact(Math.min(Integer.MAX_VALUE - 8L, size * 3L / 2)));
        }
        if (node.isLinked() == (size == 0)) {
            throw new IllegalStateException("Item " + CascadeNode.key(node.keyHigh, node.keyLow) + " stands at place "
                    + size + " of its cascade, expected the root and only the root at place 0.");
        }
        if (size == 0) {
            root = node;
        }
        keyHigh[size] = node.keyHigh;
        keyLow[size] = node.keyLow;
        parentHigh[size] = node.parentHigh;
        parentLow[size] = node.parentLow;
        micros[size] = node.micros;
        accountHigh[size] = node.accountHigh;
        accountLow[size] = node.accountLow;
        followers[size] = node.followers;
        edge[size] = node.edge;
        flags[size] = (byte) ((node.hasAccount ? HAS_ACCOUNT : 0) | (node.rootOnly ? ROOT_ONLY : 0));
        tracked += node.isTracked() ? 1 : 0;
        gone += node.gone ? 1 : 0;
        rootOnly += node.rootOnly ? 1 : 0;
        size++;
    }

    private void resize(int length) {
        keyHigh = Arrays.copyOf(keyHigh, length);
        keyLow = Arrays.copyOf(keyLow, length);
        parentHigh = Arrays.copyOf(parentHigh, length);
        parentLow = Arrays.copyOf(parentLow, length);
        micros = Arrays.copyOf(micros, length);
        accountHigh = Arrays.copyOf(accountHigh, length);
        accountLow = Arrays.copyOf(accountLow, length);
        followers = Arrays.copyOf(followers, length);
        edge = Arrays.copyOf(edge, length);
        flags = Arrays.copyOf(flags, length);
    }

    int size() {
        return size;
    }

    /** The first item. */
    CascadeNode root() {
        return root;
    }

    int tracked() {
        return tracked;
    }

    int gone() {
        return gone;
    }

    /** Number of shares whose records name the original. */
    int rootOnly() {
        return rootOnly;
    }

    int count(EdgeKind kind) {
        int count = 0;
        for (int i = 0; i < size; i++) {
            count += edge[i] == kind.code() ? 1 : 0;
        }
        return count;
    }

    String key(int row) {
        return CascadeNode.key(keyHigh[row], keyLow[row]);
    }

    long keyHigh(int row) {
        return keyHigh[row];
    }

    long keyLow(int row) {
        return keyLow[row];
    }

    /** Rows in the order of their keys. */
    int[] byKey() {
        return IntStream.range(0, size)
                .boxed()
                .sorted((one, other) -> keyHigh[one] == keyHigh[other]
                        ? Long.compareUnsigned(keyLow[one], keyLow[other])
                        : Long.compareUnsigned(keyHigh[one], keyHigh[other]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    long micros(int row) {
        return micros[row];
    }

    EdgeKind edge(int row) {
        return EdgeKind.of(edge[row]);
    }

    boolean isRootOnly(int row) {
        return (flags[row] & ROOT_ONLY) != 0;
    }

    boolean hasAccount(int row) {
        return (flags[row] & HAS_ACCOUNT) != 0;
    }

    /** The first 64 bits of the pseudonym of an account. */
    long accountHigh(int row) {
        return accountHigh[row];
    }

    /** The row on which each hangs, as the records say; −1 for the root. */
    int[] parents() {
        NodeKeys rows = new NodeKeys();
        for (int i = 0; i < size; i++) {
            if (rows.add(keyHigh[i], keyLow[i]) != i) {
                throw new IllegalStateException("Item " + key(i) + " is in its cascade twice.");
            }
        }
        int[] parents = new int[size];
        parents[0] = -1;
        for (int i = 1; i < size; i++) {
            parents[i] = rows.find(parentHigh[i], parentLow[i]);
        }
        return parents;
    }

    /** A number for the account of each item, {@link CascadeTree#UNKNOWN_ACCOUNT} where it is not known. */
    int[] accounts(NodeKeys numbers) {
        int[] accounts = new int[size];
        for (int i = 0; i < size; i++) {
            accounts[i] = hasAccount(i) ? numbers.add(accountHigh[i], accountLow[i]) : CascadeTree.UNKNOWN_ACCOUNT;
        }
        return accounts;
    }

    /** How many followed the account of each item, {@link Reach#NOT_STATED} where nobody says. */
    long[] followers() {
        return Arrays.copyOf(followers, size);
    }

    long[] micros() {
        return Arrays.copyOf(micros, size);
    }

    byte[] edges() {
        return Arrays.copyOf(edge, size);
    }
}
