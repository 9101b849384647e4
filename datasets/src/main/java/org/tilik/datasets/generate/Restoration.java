// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

/**
 * How often and when removed items come back; authors' deletions and copyright cases never do.
 *
 * @param share share of items removed by moderators or platform that are restored
 * @param filterShare the same for items that a filter took within ten seconds: moderators often release those
 * @param meanHours mean time from removal to restoration, hours
 */
public record Restoration(double share, double filterShare, double meanHours) {}
