// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model.table;

import java.time.Instant;
import java.util.List;

/**
 * A row of the ledger_entries table: one entry of a ledger in one input; internal to work/.
 *
 * <p>Components are the columns of {@code datasets/schemas/ledger_entries.avsc}, which says what each holds and in which unit.
 */
public record LedgerEntryRow(
        String ledger,
        String entryKey,
        String platform,
        String category,
        List<String> keywords,
        String sourceType,
        Boolean automatedDetection,
        String automated,
        String action,
        String territories,
        Instant clockLoUtc,
        Instant clockHiUtc,
        Instant actedLoUtc,
        Instant actedHiUtc,
        Instant filedAtUtc,
        Instant endsLoUtc,
        Instant endsHiUtc,
        String sourceFile,
        String sourceMember,
        long sourceRecord) {}
