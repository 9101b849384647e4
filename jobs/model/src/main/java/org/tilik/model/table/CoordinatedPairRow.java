// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model.table;

/**
 * A row of the coordinated_pairs table: one row per pair of accounts that shared the same content within a window of seconds, and window.
 *
 * <p>Components are the columns of {@code datasets/schemas/coordinated_pairs.avsc}, which says what each holds and in which unit.
 */
public record CoordinatedPairRow(
        double windowSeconds,
        String accountKey,
        String otherAccountKey,
        long weight,
        double meanDeltaSeconds,
        long nItems,
        long nItemsOther,
        double symmetryScore,
        boolean overThreshold,
        Long component,
        String runId) {}
