// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.misclassification;

/**
 * The share gone until one time, as observed and adjusted.
 *
 * @param hours since the origin of the clock
 * @param observed share gone of all labelled items
 * @param adjusted share gone of the rightly labelled ones
 */
public record AdjustedPoint(double hours, double observed, AdjustedShare adjusted) {}
