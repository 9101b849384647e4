// SPDX-License-Identifier: GPL-3.0-or-later
/** Ledgers of moderation: entries as rows, how many are alike, and what may be published of them. */
package org.tilik.pipeline.ledger;
