// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.csv;

import java.util.Optional;
import org.tilik.formats.Decoded;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.RawRecord;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.StrictUtf8;
import org.tilik.model.RejectReason;
import org.tilik.model.SourcePosition;

/** Decodes the rows of CSV dumps whose columns are the platform's or the collector's own. */
public abstract class TableDecoder implements RecordDecoder {
    private final CsvColumns columns;
    private final String complaint;

    /** A decoder for rows under this header, which must have these columns, named in lower case. */
    protected TableDecoder(DecoderSettings settings, String... needed) {
        this.columns = CsvColumns.of(settings.header());
        this.complaint = columns.complaint(needed).orElse(null);
    }

    /** The outcome for this row. */
    protected abstract Decoded decode(CsvRow row, SourcePosition source);

    @Override
    public final Decoded decode(RawRecord record) {
        if (complaint != null) {
            return new Decoded.Rejected(RejectReason.MALFORMED_CSV, complaint);
        }
        Optional<String> text = StrictUtf8.decode(record.bytes(), record.start(), record.length());
        if (text.isEmpty()) {
            return new Decoded.Rejected(RejectReason.ENCODING, "The row is not valid UTF-8.");
        }
        return columns.row(text.get())
                .map(row -> decode(row, record.source()))
                .orElseGet(() -> new Decoded.Rejected(
                        RejectReason.MALFORMED_CSV,
                        "The row is no CSV of " + columns.size()
                                + " cells, as many as the header has; check its quotes and commas."));
    }
}
