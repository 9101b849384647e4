// SPDX-License-Identifier: GPL-3.0-or-later
/** Shares of counted things and their intervals. */
package org.tilik.measure.proportion;
