// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.cascade;

/**
 * Whether depth, breadth and structural virality of a tree say something of how it spread. Sizes and times need no
 * structure.
 */
public enum Structure {
    /** Every link is the record's own. */
    KNOWN,
    /** Some links are inferred from who follows whom, the others are the record's own: publish the source beside. */
    FROM_FOLLOWERS,
    /** NONE: some links are guessed from times alone. */
    NONE_GUESSED,
    /** NONE: records name only the first post, so that every tree would have depth 1. */
    NONE_ROOT_ONLY,
    /** NONE: only a share of the posts was collected, and a missing post breaks the tree below it. */
    NONE_SAMPLED;

    /**
     * The structure of a tree.
     *
     * @param links links by where they are from
     * @param followerGraph whether a graph was there to infer from; a share then stays at the first post because the sharer
     *     follows nobody who shared
     * @param sampledShare share of all posts that was collected, in (0, 1]
     */
    public static Structure of(LinkCounts links, boolean followerGraph, double sampledShare) {
        if (!(sampledShare > 0 && sampledShare <= 1)) {
            throw new IllegalArgumentException(
                    "The share of posts that was collected is " + sampledShare + ", expected above 0 and at most 1.");
        }
        if (sampledShare < 1) {
            return NONE_SAMPLED;
        }
        if (links.timeInferred() > 0) {
            return NONE_GUESSED;
        }
        if (links.rootOnly() > 0 && !followerGraph) {
            return NONE_ROOT_ONLY;
        }
        return links.rootOnly() + links.fromFollowers() > 0 ? FROM_FOLLOWERS : KNOWN;
    }

    /** Whether depth, breadth and virality may be printed. */
    public boolean isDefined() {
        return this == KNOWN || this == FROM_FOLLOWERS;
    }

    /** How many links of a tree are from where. */
    public record LinkCounts(long explicit, long rootOnly, long fromFollowers, long timeInferred) {
        /** The links of one inference. */
        public static LinkCounts of(Parents parents) {
            return new LinkCounts(
                    parents.count(ParentSource.EXPLICIT),
                    parents.count(ParentSource.ROOT_ONLY),
                    parents.count(ParentSource.FOLLOWER_GRAPH),
                    parents.count(ParentSource.TIME_INFERRED));
        }
    }
}
