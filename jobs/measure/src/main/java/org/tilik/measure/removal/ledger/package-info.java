// SPDX-License-Identifier: GPL-3.0-or-later
/** Shares that only a platform's own ledger of its actions can give. */
package org.tilik.measure.removal.ledger;
