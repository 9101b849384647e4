// SPDX-License-Identifier: GPL-3.0-or-later
/** How far people who code the same units agree. */
package org.tilik.measure.agreement;
