// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * How a spread feeds itself: self-exciting (Hawkes) processes with and without immigration, between platforms, their
 * closed forms, and reproduction numbers by time.
 *
 * <p>A branching ratio says how many later copies go with one copy in the fitted model: an association in time, not
 * what made anybody post. Hours everywhere. What the data cannot say has a named reason in place of a number.
 */
package org.tilik.measure.spread.dynamics;
