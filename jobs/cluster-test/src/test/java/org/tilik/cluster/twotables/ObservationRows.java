// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster.twotables;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.tilik.model.table.ObservationRow;

/** Made-up observations, each told apart by its number. */
public final class ObservationRows {
    static final String RUN = "0123456789abcdef";

    private static final Instant START = Instant.parse("2024-06-01T00:00:00Z");

    private ObservationRows() {}

    /** The observation of this number; the first eight digits of its key spread it over buckets. */
    public static ObservationRow of(long number) {
        Instant time = START.plusSeconds(number);
        String spread = HexFormat.of().toHexDigits(new SplittableRandom(number).nextInt());
        return new ObservationRow(
                "reddit",
                number % 2 == 0 ? "2024-06" : "unknown",
                spread + String.format("%024x", number),
                "ITEM",
                "REMOVAL",
                time,
                time.plusSeconds(60),
                null,
                number / 3.0,
                null,
                number % 5 == 0,
                number % 7 == 0,
                "PLATFORM",
                "ITEM",
                List.of("FR", "ID"),
                null,
                number % 3 == 0 ? null : "reason " + number,
                1L,
                null,
                null,
                null,
                Long.MAX_VALUE,
                "RC.zst",
                null,
                number,
                RUN);
    }
}
