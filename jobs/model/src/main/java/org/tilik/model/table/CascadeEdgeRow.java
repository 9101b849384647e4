// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model.table;

import java.time.Instant;

/**
 * A row of the cascade_edges table: one row per link from an item to the item that it shares, quotes or answers, in cascades that hold tracked items.
 *
 * <p>Components are the columns of {@code datasets/schemas/cascade_edges.avsc}, which says what each holds and in which unit.
 */
public record CascadeEdgeRow(
        String cascadeId,
        String childKey,
        String parentKey,
        String edgeKind,
        String parentSource,
        Instant atUtc,
        String runId) {}
