// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.csv;

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
import org.tilik.model.Platform;

/**
 * Reads a list that belongs to the study. A dump may have bad records; a list that a person wrote for this study may not,
 * so the first fault stops with its file and row.
 */
public final class ListRows {
    private final String file;

    /**
     * A reader of one list.
     *
     * @param file its path, for messages
     */
    public ListRows(String file) {
        this.file = file;
    }

    /** What is done with each row. */
    @FunctionalInterface
    public interface Visitor {
        /** The row of this number; the first row behind the header has number 1. */
        void row(CsvRow row, long number);
    }

    /**
     * Reads a list to its end.
     *
     * @param columns names that the header must have
     * @throws StudyInputException naming file, row and what was expected
     */
    public void read(InputStream in, String[] columns, Visitor visitor) {
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

    /** The error that this row has this fault. */
    public StudyInputException fault(long row, String what) {
        return new StudyInputException(file + ", row " + row + " " + what + ".");
    }

    /** The platform that this cell names. */
    public Platform platform(String cell, long row) {
        return (cell == null ? Optional.<Platform>empty() : Platform.of(cell.toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> fault(
                        row,
                        (cell == null ? "names no platform" : "names the unknown platform \"" + cell + "\"")
                                + "; expected one of " + Platform.names()));
    }

    /** The time in this cell of a column; null for an empty cell. */
    public Instant timeOrNull(String cell, String column, long row) {
        if (cell == null) {
            return null;
        }
        return IsoTime.parse(cell)
                .filter(IsoTime::isPossible)
                .orElseThrow(() -> fault(row, "has no usable time in " + column + "; " + IsoTime.EXPECTED));
    }
}
