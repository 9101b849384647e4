// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.compare;

import org.tilik.measure.removal.Identifiability;

/** What is measured, and whether a sample of the posts still says it. */
public enum SampledMeasure {
    /** Number of posts, and sums over posts: see {@link SampledTotal}. */
    TOTAL,
    /** NONE under sampling: a tree is cut wherever a post is missing. */
    DEPTH,
    /** NONE under sampling: posts at a depth are known only with all posts above them. */
    BREADTH,
    /** NONE under sampling: pairs are as far apart as the posts between them. */
    STRUCTURAL_VIRALITY,
    /** NONE under sampling: the k-th copy seen comes later than the k-th copy. */
    TIME_TO_SIZE,
    /** NONE under sampling: copies that excite others are missing. */
    SELF_EXCITATION,
    /** NONE under sampling: the last copy may not be in the sample. */
    LAST_COPY_GONE;

    /**
     * What posts drawn with one probability say of the measure.
     *
     * @param sampledShare probability of each post to be in the data, in (0, 1]
     */
    public Identifiability under(double sampledShare) {
        if (!(sampledShare > 0 && sampledShare <= 1)) {
            throw new IllegalArgumentException(
                    "The share of posts in the sample is " + sampledShare + ", expected above 0 and at most 1.");
        }
        return sampledShare == 1 || this == TOTAL ? Identifiability.POINT : Identifiability.NONE;
    }
}
