// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.estimate;

import java.io.IOException;
import org.tilik.pipeline.table.ParquetCells;

/** Rows of a Parquet file. */
final class StoredCells implements Cells {
    private final ParquetCells file;
    private long row;

    StoredCells(ParquetCells file) {
        this.file = file;
    }

    @Override
    public boolean next() throws IOException {
        row++;
        return file.next();
    }

    @Override
    public String text(int column) {
        Object value = file.value(column);
        return value == null || value.toString().isEmpty() ? null : value.toString();
    }

    @Override
    public double number(int column) {
        Object value = file.value(column);
        if (value == null) {
            return Double.NaN;
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw new NumberFormatException(value.toString());
    }

    @Override
    public String row() {
        return "row " + row;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
