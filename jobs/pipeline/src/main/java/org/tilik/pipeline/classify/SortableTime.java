// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/** Times as texts of one width that sort as the times do, unknown ones last. */
final class SortableTime {
    private static final String UNKNOWN = "~".repeat(Long.BYTES * 2);

    private SortableTime() {}

    static String of(Instant time) {
        return time == null
                ? UNKNOWN
                : HexFormat.of().toHexDigits(ChronoUnit.MICROS.between(Instant.EPOCH, time) ^ Long.MIN_VALUE);
    }
}
