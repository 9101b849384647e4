// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * What writing a table needs to know of its rows: the columns that files store, and folder, bucket and order of a row.
 */
final class RowCodec<R extends Record> {
    /** Sorts before every character that keys contain, so that shorter values come first. */
    private static final char SEPARATOR = '\u0001';

    private static final HexFormat HEX = HexFormat.of();

    private final TableSchema schema;
    private final RowColumns columns;
    private final Map<String, RowColumns.Column> byName = new HashMap<>();
    private final List<RowColumns.Column> fileColumns;
    private final RowColumns.Column leading;

    RowCodec(TableSchema schema, Class<R> rowClass) {
        this.schema = schema;
        columns = RowColumns.of(schema, rowClass);
        for (int i = 0; i < columns.size(); i++) {
            byName.put(columns.get(i).name(), columns.get(i));
        }
        fileColumns = schema.file().getFields().stream()
                .map(field -> byName.get(field.name()))
                .toList();
        leading = schema.key().stream()
                .filter(name -> !schema.partitions().contains(name))
                .map(byName::get)
                .findFirst()
                .orElseThrow();
    }

    /** The columns that a file stores, in order. */
    List<RowColumns.Column> fileColumns() {
        return fileColumns;
    }

    /** The folder of the row's file below the attempt: {@code platform=…/month=…}, or empty. */
    String partitionPath(R row) {
        StringBuilder path = new StringBuilder();
        for (String name : schema.partitions()) {
            Object value = byName.get(name).get(row);
            path.append(path.isEmpty() ? "" : "/")
                    .append(name)
                    .append('=')
                    .append(value == null ? TableFolder.HIVE_NULL : value);
        }
        return path.toString();
    }

    /** The bucket of the row, by the first of the key columns that are not in the path. */
    int bucket(R row, int buckets) {
        return buckets == 1 ? 0 : TableBuckets.of((String) leading.get(row), buckets);
    }

    /** Text by which rows are sorted inside a file: the key columns without those in the path. */
    String sortKey(R row) {
        StringBuilder key = new StringBuilder();
        for (String name : schema.key()) {
            if (!schema.partitions().contains(name)) {
                append(key, byName.get(name).get(row));
                key.append(SEPARATOR);
            }
        }
        return key.toString();
    }

    /** Numbers and times become text of one width, so that text order is their order. */
    private static void append(StringBuilder key, Object value) {
        if (value instanceof Double number) {
            long bits = Double.doubleToLongBits(number);
            key.append(HEX.toHexDigits(bits >= 0 ? bits ^ Long.MIN_VALUE : ~bits));
        } else if (value instanceof Long || value instanceof Integer) {
            key.append(HEX.toHexDigits(((Number) value).longValue() ^ Long.MIN_VALUE));
        } else if (value instanceof Instant instant) {
            key.append(HEX.toHexDigits(ColumnKind.toMicros(instant) ^ Long.MIN_VALUE));
        } else if (value != null) {
            key.append(value);
        }
    }
}
