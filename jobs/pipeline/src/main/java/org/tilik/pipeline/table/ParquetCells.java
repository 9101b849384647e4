// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.fs.Path;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Chosen columns of any Parquet file, row by row, as text or numbers; for files that Tilik did not write.
 *
 * <p>Columns that stand in the path as {@code name=value} count as columns of text. Numbers, booleans and texts can be
 * asked for, not lists, structures, times or decimals.
 */
public final class ParquetCells implements Closeable {
    private final ParquetFileReader file;
    private final MessageType schema;
    private final Map<String, String> fromPath;
    private final List<Cell> cells = new ArrayList<>();
    private MessageType requested;
    private long left;

    /** What the current row holds of one column. */
    private static final class Cell {
        private final String name;
        private final String constant;
        private ColumnReader reader;
        private Object value;

        Cell(String name, String constant) {
            this.name = name;
            this.constant = constant;
            this.value = constant;
        }

        void next() {
            if (constant == null) {
                boolean present = reader.getCurrentDefinitionLevel()
                        == reader.getDescriptor().getMaxDefinitionLevel();
                value = present ? current() : null;
                reader.consume();
            }
        }

        private Object current() {
            return switch (reader.getDescriptor().getPrimitiveType().getPrimitiveTypeName()) {
                case DOUBLE -> reader.getDouble();
                case FLOAT -> (double) reader.getFloat();
                case INT64 -> reader.getLong();
                case INT32 -> (long) reader.getInteger();
                case BOOLEAN -> String.valueOf(reader.getBoolean());
                case BINARY -> reader.getBinary().toStringUsingUTF8();
                case INT96, FIXED_LEN_BYTE_ARRAY -> throw new IllegalStateException("Refused when chosen.");
            };
        }
    }

    /** Opens a file; choose columns before reading. */
    public ParquetCells(Path path) throws IOException {
        file = ParquetRows.open(path);
        schema = file.getFooter().getFileMetaData().getSchema();
        fromPath = fromPath(path);
    }

    private static Map<String, String> fromPath(Path path) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Path folder = path.getParent(); folder != null; folder = folder.getParent()) {
            int equals = folder.getName().indexOf('=');
            if (equals > 0) {
                values.putIfAbsent(
                        folder.getName().substring(0, equals), folder.getName().substring(equals + 1));
            }
        }
        return values;
    }

    /** Names of all columns. */
    public List<String> columns() {
        List<String> names = new ArrayList<>();
        schema.getFields().forEach(type -> names.add(type.getName()));
        fromPath.keySet().stream().filter(name -> !schema.containsField(name)).forEach(names::add);
        return names;
    }

    /**
     * Chooses the columns to read, to be asked for by their place in this list.
     *
     * @throws IOException when a column holds neither text nor plain numbers
     */
    public void choose(List<String> names) throws IOException {
        List<Type> read = new ArrayList<>();
        for (String name : names) {
            boolean stored = schema.containsField(name);
            if (stored) {
                requirePlain(schema.getType(name));
                if (!read.contains(schema.getType(name))) {
                    read.add(schema.getType(name));
                }
            }
            cells.add(new Cell(name, stored ? null : fromPath.get(name)));
        }
        requested = new MessageType(schema.getName(), read);
        file.setRequestedSchema(requested);
    }

    private static void requirePlain(Type type) throws IOException {
        LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
        boolean plain = meaning == null
                || meaning instanceof LogicalTypeAnnotation.StringLogicalTypeAnnotation
                || meaning instanceof LogicalTypeAnnotation.EnumLogicalTypeAnnotation
                || meaning instanceof LogicalTypeAnnotation.IntLogicalTypeAnnotation;
        boolean readable = type.isPrimitive()
                && !type.isRepetition(Type.Repetition.REPEATED)
                && switch (type.asPrimitiveType().getPrimitiveTypeName()) {
                    case DOUBLE, FLOAT, INT64, INT32, BOOLEAN, BINARY -> true;
                    case INT96, FIXED_LEN_BYTE_ARRAY -> false;
                };
        if (!plain || !readable) {
            throw new IOException(
                    "its column " + type.getName() + " holds " + type + ", expected plain numbers or text");
        }
    }

    /** Goes to the next row; false after the last. */
    public boolean next() throws IOException {
        while (left == 0) {
            PageReadStore pages = file.readNextRowGroup();
            if (pages == null) {
                return false;
            }
            left = pages.getRowCount();
            ColumnReadStoreImpl group = new ColumnReadStoreImpl(
                    pages,
                    new Unconverted(requested),
                    requested,
                    file.getFooter().getFileMetaData().getCreatedBy());
            for (Cell cell : cells) {
                if (cell.constant == null) {
                    cell.reader = group.getColumnReader(requested.getColumnDescription(new String[] {cell.name}));
                }
            }
        }
        left--;
        cells.forEach(Cell::next);
        return true;
    }

    /** What the current row holds in the column chosen at this place: a String, Long or Double; null for nothing. */
    public Object value(int column) {
        return cells.get(column).value;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
