// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.cascade;

/**
 * How large, deep and wide a tree of posts is, and how much it looks like many generations rather than one broadcast.
 *
 * <p>Depth counts links from the root, which has depth 0. Size, depth and greatest breadth as in Vosoughi, Roy and Aral, The
 * spread of true and false news online, 2018, doi:10.1126/science.aap9559.
 *
 * <p>Structural virality is the mean number of links between two different posts, over all pairs: Goel, Anderson, Hofman
 * and Watts, The structural virality of online diffusion, 2016, doi:10.1287/mnsc.2015.2158. It is computed from the posts
 * below each link, and is the same number:
 *
 * <pre>
 * ν = 1 / (n (n − 1)) Σ_{i ≠ j} d_ij = 2 / (n (n − 1)) Σ_{links e} s_e (n − s_e)        s_e posts at and below e
 * star of n posts    2 (n − 1) / n
 * path of n posts    (n + 1) / 3
 * </pre>
 *
 * <p>A single post has no pair, so that its virality is NaN; some tables write 0 there.
 *
 * @param size posts, root included
 * @param depth links from the root to the post furthest from it
 * @param maxBreadth most posts at one depth
 * @param maxBreadthAccounts most different known accounts at one depth; an account counts at every depth where it posted
 * @param accounts different known accounts
 * @param postsWithoutAccount posts whose account is not known, which are in no number of accounts
 * @param meanDepth mean depth of all posts, root included
 * @param structuralVirality ν, links; NaN for a single post
 */
public record CascadeShape(
        int size,
        int depth,
        int maxBreadth,
        int maxBreadthAccounts,
        int accounts,
        int postsWithoutAccount,
        double meanDepth,
        double structuralVirality) {}
