// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.fourchan;

import java.time.Instant;
import org.tilik.formats.Decoded;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.csv.CsvRow;
import org.tilik.formats.csv.TableDecoder;
import org.tilik.model.SourcePosition;

/** Decodes rows of tables whose columns are those of 4chan's interface. */
public final class FourchanTable extends TableDecoder {
    private final BoardOfFile boards = new BoardOfFile();
    private final Instant capturedAt;

    /** A decoder for rows under this header. */
    public FourchanTable(DecoderSettings settings) {
        super(settings);
        this.capturedAt = settings.capturedAt();
    }

    @Override
    protected Decoded decode(CsvRow row, SourcePosition source) {
        return FourchanDecoder.decoded(
                PostFields.of(row), new ChanPost.Surroundings(boards.of(source), null, capturedAt, true), source);
    }
}
