// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.known;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.tilik.formats.RecordBlock;
import org.tilik.formats.RecordCut;
import org.tilik.formats.StrictUtf8;
import org.tilik.formats.StudyInputException;
import org.tilik.formats.container.ReadLimits;
import org.tilik.formats.container.RecordBlockReader;
import org.tilik.formats.csv.CsvColumns;
import org.tilik.formats.csv.CsvRow;
import org.tilik.formats.csv.IsoTime;
import org.tilik.model.Platform;

/**
 * Reads a list that belongs to the study. A dump may have bad records; a list that a person wrote for this study may not,
 * so the first fault stops with its file and row.
 */
final class ListRows {
    private final String file;

    ListRows(String file) {
        this.file = file;
    }

    /** What is done with each row. */
    interface Visitor {
        void row(CsvRow row, long number);
    }

    void read(InputStream in, String[] columns, Visitor visitor) {
        try (RecordBlockReader reader = RecordBlockReader.open(in, file, RecordCut.CSV, ReadLimits.DEFAULT)) {
            for (RecordBlock block = reader.next().orElse(null);
                    block != null;
                    block = reader.next().orElse(null)) {
                readBlock(block, columns, visitor);
            }
            checkHeader(CsvColumns.of(reader.header()), columns);
        } catch (IOException e) {
            throw new StudyInputException(file + " could not be read: " + e.getMessage(), e);
        }
    }

    private void readBlock(RecordBlock block, String[] columns, Visitor visitor) {
        if (!block.problems().isEmpty()) {
            throw new StudyInputException(file + ": " + block.problems().get(0).detail());
        }
        CsvColumns header = CsvColumns.of(block.header());
        checkHeader(header, columns);
        for (int i = 0; i < block.size(); i++) {
            long number = block.firstRecord() + i;
            int start = block.starts()[i];
            String text = StrictUtf8.decode(block.bytes(), start, block.ends()[i] - start)
                    .orElseThrow(() -> fault(number, "is not valid UTF-8; save the list as UTF-8"));
            CsvRow row = header.row(text)
                    .orElseThrow(() ->
                            fault(number, "is no CSV of " + header.size() + " cells; check its quotes and commas"));
            visitor.row(row, number);
        }
    }

    private void checkHeader(CsvColumns header, String... columns) {
        header.complaint(columns).ifPresent(complaint -> {
            throw new StudyInputException(file + ": " + complaint);
        });
    }

    StudyInputException fault(long row, String what) {
        return new StudyInputException(file + ", row " + row + " " + what + ".");
    }

    Platform platform(String cell, long row) {
        return (cell == null ? Optional.<Platform>empty() : Platform.of(cell.toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> fault(
                        row,
                        (cell == null ? "names no platform" : "names the unknown platform \"" + cell + "\"")
                                + "; expected one of " + Platform.names()));
    }

    Instant timeOrNull(String cell, String column, long row) {
        if (cell == null) {
            return null;
        }
        return IsoTime.parse(cell)
                .filter(IsoTime::isPossible)
                .orElseThrow(() -> fault(row, "has no usable time in " + column + "; " + IsoTime.EXPECTED));
    }
}
