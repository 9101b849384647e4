// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Whether a weekly series changed at a date: interrupted time series with errors that allow for autocorrelation, held
 * against control series, against dates at which nothing was decided, and between platforms that joined and others.
 *
 * <p>A change at a date is an association in time: whatever else changed in those weeks is in it. Weeks everywhere. What
 * the data cannot say has a named reason in place of a number.
 */
package org.tilik.measure.policy.series;
