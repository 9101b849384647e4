// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.time.Instant;

/**
 * One fictional statement of reasons and what truly happened.
 *
 * @param uuid the ledger's id of it
 * @param platform name of the platform
 * @param category the ground
 * @param keyword a finer word for it; null for none
 * @param source what made the platform look
 * @param detection {@code Yes} or {@code No}: whether a machine found it
 * @param automation how much of the decision a machine made
 * @param visibility what was decided
 * @param contentAt when the content was posted; of which the ledger states the day
 * @param actedAt when it was acted on; of which the ledger states the day
 * @param filedAt when the statement was filed
 */
public record Statement(
        String uuid,
        String platform,
        String category,
        String keyword,
        String source,
        String detection,
        String automation,
        String visibility,
        Instant contentAt,
        Instant actedAt,
        Instant filedAt) {}
