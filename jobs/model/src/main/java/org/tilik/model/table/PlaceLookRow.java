// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model.table;

import java.time.Instant;
import java.util.List;

/**
 * A row of the place_looks table: one capture of a channel or thread in a part of an input; internal to work/.
 *
 * <p>Components are the columns of {@code datasets/schemas/place_looks.avsc}, which says what each holds and in which unit.
 */
public record PlaceLookRow(
        String platform,
        String placeKey,
        Instant capturedAtUtc,
        Instant fromUtc,
        Instant untilUtc,
        long lowest,
        long highest,
        long filled,
        Long stated,
        long undated,
        long untold,
        List<String> unclear,
        boolean isDeclared,
        String sourceFile,
        String sourceMember,
        long sourceRecord) {}
