// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model.table;

/**
 * A row of the rejects table: one row per group of rejected records of one file and reason; never any of their text.
 *
 * <p>Components are the columns of {@code datasets/schemas/rejects.avsc}, which says what each holds and in which unit.
 */
public record RejectRow(
        String sourceFile,
        String member,
        long record,
        String reason,
        long count,
        long exampleOffset,
        String detail,
        String runId) {}
