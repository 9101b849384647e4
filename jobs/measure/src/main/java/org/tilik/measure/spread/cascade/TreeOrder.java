// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.cascade;

/** The rows of a tree from the root outwards, by depth; refuses what is no tree. */
final class TreeOrder {

    private TreeOrder() {}

    /** All rows by depth, in each depth by the row above and their own number. */
    static int[] byDepth(int[] parents) {
        int root = root(parents);
        int n = parents.length;
        int[] begin = new int[n + 1];
        for (int i = 0; i < n; i++) {
            if (i != root) {
                begin[parents[i] + 1]++;
            }
        }
        for (int i = 0; i < n; i++) {
            begin[i + 1] += begin[i];
        }
        int[] children = new int[n - 1];
        int[] next = begin.clone();
        for (int i = 0; i < n; i++) {
            if (i != root) {
                children[next[parents[i]]++] = i;
            }
        }
        return outwards(root, begin, children);
    }

    private static int[] outwards(int root, int[] begin, int[] children) {
        int[] order = new int[children.length + 1];
        order[0] = root;
        int size = 1;
        for (int at = 0; at < size; at++) {
            int row = order[at];
            int count = begin[row + 1] - begin[row];
            System.arraycopy(children, begin[row], order, size, count);
            size += count;
        }
        if (size < order.length) {
            throw new IllegalArgumentException(
                    "Only " + size + " of " + order.length
                            + " posts hang on the root, expected all: the others form a cycle. Cut cycles first, see RootFinder.");
        }
        return order;
    }

    private static int root(int[] parents) {
        int root = -1;
        for (int i = 0; i < parents.length; i++) {
            if (parents[i] < -1 || parents[i] >= parents.length) {
                throw new IllegalArgumentException("Post " + i + " hangs on post " + parents[i]
                        + ", expected a row from 0 to " + (parents.length - 1) + ", or -1 for the root.");
            }
            if (parents[i] == -1) {
                if (root >= 0) {
                    throw new IllegalArgumentException(
                            "Posts " + root + " and " + i + " are both roots, expected one root in a tree.");
                }
                root = i;
            }
        }
        if (root < 0) {
            throw new IllegalArgumentException(
                    "None of " + parents.length + " posts is a root, expected one whose parent is -1.");
        }
        return root;
    }
}
