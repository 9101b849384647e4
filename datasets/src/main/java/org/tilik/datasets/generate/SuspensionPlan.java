// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

/**
 * Suspensions of accounts, each of which takes away everything that the account has posted.
 *
 * @param share share of accounts that the platform suspends at some time
 * @param reactivated share of those that come back, and with them what went with the account
 * @param meanHours mean time from suspension to reactivation, hours
 */
public record SuspensionPlan(double share, double reactivated, double meanHours) {}
