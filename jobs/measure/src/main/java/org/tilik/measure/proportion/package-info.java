// SPDX-License-Identifier: GPL-3.0-or-later
/** Shares of counted, independent items and how sure they are. */
package org.tilik.measure.proportion;
