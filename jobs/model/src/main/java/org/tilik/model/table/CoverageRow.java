// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model.table;

import java.time.Instant;

/**
 * A row of the coverage table: one row per span in which a platform's push stream was watched without a gap.
 *
 * <p>Components are the columns of {@code datasets/schemas/coverage.avsc}, which says what each holds and in which unit.
 */
public record CoverageRow(String platform, Instant fromUtc, Instant untilUtc, String runId) {}
