// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.time.Instant;
import java.util.Comparator;
import org.tilik.model.EventKind;
import org.tilik.model.table.CaptureRow;
import org.tilik.pipeline.sorted.SortKey;

/**
 * The order in which the events of one item are merged, the same whatever order the files were read in.
 *
 * <p>First what decides over the item: the records that deliver it itself, then sightings inside other records, then
 * observations; inside each by time of capture, time of the event and place in the dumps. Equal events stand next to each
 * other.
 */
final class MergeOrder {
    /** The order of captures: earliest first, unknown times last, ties by place in the dumps. */
    static final Comparator<CaptureRow> CAPTURES = Comparator.<CaptureRow>comparingLong(
                    row -> micros(row.capturedAtUtc()))
            .thenComparing(CaptureRow::sourceFile)
            .thenComparing(CaptureRow::sourceMember, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingLong(CaptureRow::sourceRecord);

    private static final long MICROS = 1_000_000L;
    private static final int NANOS_PER_MICRO = 1_000;

    private MergeOrder() {}

    /** Fills the key whose order is the order of merging: item, rank, times, place. */
    static SortKey of(CaptureRow row, SortKey key) {
        return key.clear()
                .text(row.itemKey())
                .small(rank(row))
                .number(micros(row.capturedAtUtc()))
                .number(micros(row.timeHiUtc()))
                .number(micros(row.timeLoUtc()))
                .text(row.sourceFile())
                .text(row.sourceMember())
                .number(row.sourceRecord())
                .small(row.isPrimary() ? 0 : 1)
                .text(row.kind());
    }

    private static int rank(CaptureRow row) {
        if (isExistence(row)) {
            return row.isPrimary() ? 1 : 2;
        }
        return 3;
    }

    static boolean isExistence(CaptureRow row) {
        return EventKind.valueOf(row.kind()).isExistence();
    }

    /** Unknown times last. */
    static long micros(Instant time) {
        return time == null ? Long.MAX_VALUE : time.getEpochSecond() * MICROS + time.getNano() / NANOS_PER_MICRO;
    }
}
