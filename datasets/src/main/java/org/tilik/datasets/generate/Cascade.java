// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.util.Arrays;

/**
 * One tree of answers, quotes and shares on one platform, from what none of those is.
 *
 * <p>Open as long as one of its items can still be answered; holds eight bytes for each item until then.
 */
final class Cascade {
    /** A cascade that has grown this large takes nothing more, so that none outgrows the memory. */
    private static final int LARGEST = 1 << 20;

    private final Item root;
    private final String family;
    private int[] parents = {-1};
    private int[] depths = {0};
    private int size = 1;
    private long gone;
    private long lastPostedAt;
    private int open;

    Cascade(Item root, String family, Fate fate) {
        this.root = root.alone();
        this.family = family;
        this.lastPostedAt = root.postedAt();
        this.gone = fate.goes() ? 1 : 0;
    }

    String id() {
        return root.key();
    }

    int size() {
        return size;
    }

    boolean isFull() {
        return size == LARGEST;
    }

    /** Adds an item below item {@code parent} of this tree; returns its own place in the tree. */
    int add(int parent, Item item, Fate fate) {
        if (size == parents.length) {
            parents = Arrays.copyOf(parents, 2 * size);
            depths = Arrays.copyOf(depths, 2 * size);
        }
        parents[size] = parent;
        depths[size] = depths[parent] + 1;
        lastPostedAt = item.postedAt();
        gone += fate.goes() ? 1 : 0;
        return size++;
    }

    void open() {
        open++;
    }

    /** Whether this was the last of its items that could still be answered. */
    boolean closeOne() {
        return --open == 0;
    }

    TruthCascade truth() {
        int deepest = Arrays.stream(depths, 0, size).max().orElse(0);
        long[] breadths = new long[deepest + 1];
        for (int i = 0; i < size; i++) {
            breadths[depths[i]]++;
        }
        return new TruthCascade(
                id(),
                family,
                root.form().site().id(),
                Times.instant(root.postedAt()),
                Times.instant(lastPostedAt),
                size,
                deepest,
                Arrays.stream(breadths).max().orElse(1),
                virality(),
                gone);
    }

    /** Structural virality (Goel, Anderson, Hofman, Watts 2016): mean distance between two items of the tree. */
    private double virality() {
        long[] below = new long[size];
        double sum = 0;
        for (int i = size - 1; i > 0; i--) {
            below[i]++;
            below[parents[i]] += below[i];
            sum += (double) below[i] * (size - below[i]);
        }
        return 2 * sum / ((double) size * (size - 1));
    }
}
