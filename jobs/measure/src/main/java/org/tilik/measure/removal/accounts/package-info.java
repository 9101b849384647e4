// SPDX-License-Identifier: GPL-3.0-or-later
/** How fast accounts were gone, and what they had posted with them. */
package org.tilik.measure.removal.accounts;
