// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * How far and how fast one content was passed on: trees of shares, quotes and replies, how their links are found, and
 * which links are cut.
 *
 * <p>Times are microseconds since one origin, accounts are numbers that the caller gives. Nothing here goes down a tree by
 * recursion: a path of millions of posts is an ordinary tree.
 */
package org.tilik.measure.spread.cascade;
