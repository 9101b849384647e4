// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.cascade;

import org.tilik.formats.followers.FollowerList;
import org.tilik.measure.spread.cascade.FollowerGraph;

/**
 * Who follows whom, and what the lists held.
 *
 * @param graph accounts by the first 64 bits of their pseudonyms: among a hundred million accounts two are the same with a
 *     chance of three in ten thousand
 * @param counts what was read
 */
record Followers(FollowerGraph graph, FollowerList.Counts counts) {}
