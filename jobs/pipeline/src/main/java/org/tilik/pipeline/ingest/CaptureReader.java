// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.apache.flink.core.fs.Path;
import org.tilik.model.table.CaptureRow;
import org.tilik.model.table.ItemRow;
import org.tilik.pipeline.sorted.SortedRows;
import org.tilik.pipeline.table.RowBytes;
import org.tilik.pipeline.table.Table;

/** Reads the events of one part of a decoded input, in the order of items. */
public final class CaptureReader {
    private final String captures;
    private final Supplier<File> scratch;
    private final RowBytes<CaptureRow> bytes = Table.CAPTURES.bytes();

    /** What takes the events. */
    @FunctionalInterface
    public interface Taker {
        /** Takes the next event. */
        void take(CaptureRow event) throws IOException;
    }

    /**
     * Reads parts below this folder of decoded events.
     *
     * @param scratch names a new local file whenever one is needed
     */
    public CaptureReader(String captures, Supplier<File> scratch) {
        this.captures = captures;
        this.scratch = scratch;
    }

    /** Hands over every event of this part. */
    public void read(CapturePart part, Taker taker) throws IOException {
        Path folder = InputParts.folder(captures, part.input().digest());
        read(List.of(new Path(folder, part.file().path)), taker);
    }

    /** Hands over every event of these files. */
    void read(List<Path> files, Taker taker) throws IOException {
        try (SortedRows rows = SortedRows.open(files, new byte[0], null, scratch)) {
            while (rows.next()) {
                taker.take(bytes.decode(rows.bytes(), rows.body()));
            }
        }
    }

    /** The item as this event alone delivers it. */
    public static ItemRow item(CaptureRow event) {
        return new ItemDraft(event).toRow(null, false, "");
    }
}
