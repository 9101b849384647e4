// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.features;

import java.util.Arrays;

/** Hashes of the features of one text, group after group in the order of {@link FeatureGroup}. */
public final class FeatureList {
    private final int[] ends = new int[FeatureGroup.values().length];
    private int[] hashes;
    private int size;

    /** An empty list with room for this many features. */
    public FeatureList(int room) {
        hashes = new int[Math.max(16, room)];
    }

    /** Adds a feature to the open group. */
    void add(int hash) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        hashes[size++] = hash;
    }

    /** Ends a group; groups are ended in their order. */
    void close(FeatureGroup group) {
        ends[group.ordinal()] = size;
    }

    /** Number of features. */
    public int size() {
        return size;
    }

    /** The hashes; the first {@link #size()} count. */
    public int[] hashes() {
        return hashes;
    }

    /** Where the group begins. */
    public int start(FeatureGroup group) {
        return group.ordinal() == 0 ? 0 : ends[group.ordinal() - 1];
    }

    /** Where the group ends. */
    public int end(FeatureGroup group) {
        return ends[group.ordinal()];
    }
}
