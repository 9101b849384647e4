// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Accounts that share the same content within seconds of each other, after CooRTweet (Righetti and Balluff, CooRTweet:
 * Coordinated Networks Detection on Social Media, 2023, R package, version 2.1.3) and CooRnet (Giglietto et al., It
 * takes a village to manipulate the media, 2020, doi:10.1080/1369118X.2020.1739732).
 *
 * <p>What is particular about CooRTweet's definitions, and holds here too:
 *
 * <ul>
 *   <li>every pair of shares counts, not every content: two accounts that share one content twice each can be linked by
 *       four pairs;
 *   <li>accounts must take part often enough twice: in all shares before pairs are looked for, and in shares that are in
 *       a pair afterwards; the second time a pair stays if either of its shares is of such an account;
 *   <li>without loops a pair is of two accounts and two items, neither of which is the content itself;
 *   <li>accounts of a link are put in order by name, but "content_id" stays the earlier item of a pair and
 *       "content_id_y" the later one: its symmetry score compares earlier with later items, not the two accounts. Both
 *       that score and one by accounts are given here;
 *   <li>the threshold is strict: a link must weigh more than the quantile (R's type 7) of all weights.
 * </ul>
 *
 * <p>Differences: of two shares at one time the one with the smaller id counts as earlier (there: the one that comes
 * first in the input); several windows are searched in one pass; and a content that is shared so fast that pairs would
 * grow beyond a limit is {@link Crowding named}.
 *
 * <p>Sharing together within seconds has many innocent reasons: a schedule, a news alert, a share button.
 */
package org.tilik.measure.spread.coordination;
