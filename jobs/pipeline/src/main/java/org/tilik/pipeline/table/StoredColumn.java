// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.io.api.Binary;

/** One column of the row group being read, as the values that rows hold. */
final class StoredColumn {
    private final int target;
    private final ColumnKind kind;
    private ColumnReader reader;
    private int present;
    private Binary lastBytes;
    private String lastText;

    /** A column whose values are the row's component of this number. */
    StoredColumn(int target, ColumnKind kind) {
        this.target = target;
        this.kind = kind;
    }

    int target() {
        return target;
    }

    /** Begins with the column's values of another row group. */
    void start(ColumnReader next) {
        reader = next;
        present = next.getDescriptor().getMaxDefinitionLevel();
    }

    /** The next row's value. */
    Object next() {
        if (kind == ColumnKind.STRINGS) {
            return nextList();
        }
        Object value = isPresent() ? value() : null;
        reader.consume();
        return value;
    }

    private boolean isPresent() {
        return reader.getCurrentDefinitionLevel() == present;
    }

    private List<String> nextList() {
        List<String> texts = List.of();
        do {
            if (isPresent()) {
                if (texts.isEmpty()) {
                    texts = new ArrayList<>();
                }
                texts.add(text());
            }
            reader.consume();
        } while (reader.getCurrentRepetitionLevel() > 0);
        return texts;
    }

    private Object value() {
        return switch (kind) {
            case STRING, STRINGS -> text();
            case LONG -> reader.getLong();
            case INT -> reader.getInteger();
            case DOUBLE -> reader.getDouble();
            case BOOLEAN -> reader.getBoolean();
            case INSTANT -> ColumnKind.fromMicros(reader.getLong());
        };
    }

    /** A dictionary gives the same bytes again for the same text. */
    @SuppressWarnings("ReferenceEquality") // the same object is what spares the text; equal bytes need not
    private String text() {
        Binary bytes = reader.getBinary();
        if (bytes != lastBytes) {
            lastBytes = bytes;
            lastText = bytes.toStringUsingUTF8();
        }
        return lastText;
    }
}
