// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model.table;

/**
 * A row of the family_members table: one row per item of a family of two or more.
 *
 * <p>Components are the columns of {@code datasets/schemas/family_members.avsc}, which says what each holds and in which unit.
 */
public record FamilyMemberRow(
        String platform,
        String month,
        String familyId,
        String itemKey,
        String joinedBy,
        String variantKey,
        String runId) {}
