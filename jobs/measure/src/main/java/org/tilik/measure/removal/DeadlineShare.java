// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

/**
 * The share of items gone within a deadline of {@code deadlineHours} (inclusive).
 *
 * <p>Where too few items were watched from the start, the data speak only of items still visible at
 * {@code conditionalOnHours} (e*): {@code givenCaptured} is their share, and {@code share}, of all items, has only
 * bounds. With e* = 0 the two are equal.
 */
public record DeadlineShare(double deadlineHours, Share share, double conditionalOnHours, Share givenCaptured) {}
