// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model.table;

/**
 * A row of the platform_jumps table: one row per family and ordered pair of platforms of which the first had it earlier, among what the archives hold.
 *
 * <p>Components are the columns of {@code datasets/schemas/platform_jumps.avsc}, which says what each holds and in which unit.
 */
public record PlatformJumpRow(
        String familyId,
        String platformFrom,
        String platformTo,
        long nCopiesFrom,
        long nCopiesTo,
        Double lagLoHours,
        Double lagHiHours,
        Double removalLagLoHours,
        Double removalLagHiHours,
        String runId) {}
