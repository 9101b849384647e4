// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

/**
 * What stands on the list of known items.
 *
 * @param share share of supportive items listed by id
 * @param delayMeanHours mean time from posting to listing, hours
 * @param undated share of listed items whose time of listing is unknown
 * @param urls how many of the shared addresses are listed
 */
public record KnownPlan(double share, double delayMeanHours, double undated, int urls) {}
