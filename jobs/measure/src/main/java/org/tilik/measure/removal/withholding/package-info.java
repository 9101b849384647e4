// SPDX-License-Identifier: GPL-3.0-or-later
/** How fast items were withheld in some countries without being gone. */
package org.tilik.measure.removal.withholding;
