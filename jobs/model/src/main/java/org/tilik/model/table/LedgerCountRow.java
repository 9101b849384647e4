// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model.table;

/**
 * A row of the ledger_counts table: how many entries of a ledger are alike in stratum, action and delay.
 *
 * <p>Components are the columns of {@code datasets/schemas/ledger_counts.avsc}, which says what each holds and in which unit.
 */
public record LedgerCountRow(
        String ledger,
        String platform,
        String category,
        String subject,
        String sourceType,
        String automated,
        String automatedDetection,
        String action,
        String delay,
        Double delayLoHours,
        Double delayHiHours,
        long nEntries,
        String runId) {}
