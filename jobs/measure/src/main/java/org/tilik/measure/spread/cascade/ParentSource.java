// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.cascade;

/** From what it is known, or guessed, which post another one passed on. */
public enum ParentSource {
    /** The record names it. */
    EXPLICIT,
    /** The record names only the first post of the tree; who passed it on in between is not known. */
    ROOT_ONLY,
    /** The most recent earlier post by an account that the sharer follows. */
    FOLLOWER_GRAPH,
    /** The most recent earlier post by any other account: a guess from times alone. */
    TIME_INFERRED;

    /**
     * Whether a tree built so says something of breadth and virality. Times alone do not: where nobody knows who saw
     * whose share, the latest one before makes a chain of what may have been a star.
     */
    public boolean showsShape() {
        return this == EXPLICIT || this == FOLLOWER_GRAPH;
    }
}
