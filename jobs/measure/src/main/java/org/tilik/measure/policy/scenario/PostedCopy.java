// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.scenario;

/**
 * One item of a family; times in microseconds since one origin.
 *
 * @param platform number of its platform from 0
 * @param variant number of its variant in the family from 0: items of one variant have an equal hash
 * @param isShare whether it only repeats an item that is there by the platform's own means; anything else is an upload
 * @param postedAt when it was posted
 * @param known when it was flagged or removed
 * @param goneBy when it was first seen gone, whoever took it away; {@link Known#NEVER} where it never was
 * @param viewsLower views that it had at least; {@link #UNKNOWN_VIEWS} = not known
 * @param viewsUpper views that it had at most; {@link #UNKNOWN_VIEWS} = not known
 * @param standing what it is to the rule
 * @param bar whether its account was barred under one strike; see {@link AccountStrikes}
 */
public record PostedCopy(
        int platform,
        int variant,
        boolean isShare,
        long postedAt,
        Known known,
        long goneBy,
        long viewsLower,
        long viewsUpper,
        Standing standing,
        Bar bar) {

    /** Nobody knows how often it was seen. */
    public static final long UNKNOWN_VIEWS = -1;

    /** Platforms are numbered below this. */
    public static final int PLATFORMS = 1 << 7;

    private static final long TIMES = 1L << 61;

    /** Refuses numbers below 0, times that overflow, and views whose bounds are the wrong way round. */
    public PostedCopy {
        if (platform < 0 || platform >= PLATFORMS || variant < 0) {
            throw new IllegalArgumentException("Platform and variant are " + platform + " and " + variant
                    + ", expected numbers from 0, platforms below " + PLATFORMS + ".");
        }
        if (Math.abs(postedAt) > TIMES) {
            throw new IllegalArgumentException(
                    "A copy was posted at " + postedAt + " microseconds, expected at most 2^61 from the origin.");
        }
        if (viewsLower < UNKNOWN_VIEWS || viewsUpper < UNKNOWN_VIEWS || (viewsUpper >= 0 && viewsUpper < viewsLower)) {
            throw new IllegalArgumentException("Views lie in [" + viewsLower + ", " + viewsUpper
                    + "], expected the lower bound first, from 0 or " + UNKNOWN_VIEWS + " for unknown.");
        }
    }

    /** The same copy with what its account's strikes say. */
    public PostedCopy withBar(Bar of) {
        return new PostedCopy(
                platform, variant, isShare, postedAt, known, goneBy, viewsLower, viewsUpper, standing, of);
    }
}
