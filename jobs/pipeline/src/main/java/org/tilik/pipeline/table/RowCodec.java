// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * Moves rows between their record class, Avro's generic model (for Parquet) and Avro's binary form (between operators).
 *
 * <p>The record's components must be the columns of the table's schema, in order, in camel case; the constructor checks
 * this, so that class and schema cannot drift apart. Not thread-safe.
 */
final class RowCodec<R extends Record> {
    /** Sorts before every character that keys contain, so that shorter values come first. */
    private static final char SEPARATOR = '\u0001';

    private static final HexFormat HEX = HexFormat.of();
    private static final String HIVE_NULL = "__HIVE_DEFAULT_PARTITION__";

    private final TableSchema schema;
    private final Column[] columns;
    private final Map<String, Column> byName = new HashMap<>();
    private final MethodHandle constructor;
    private final RowView fileView;
    private final RowView fullView;
    private final GenericDatumWriter<IndexedRecord> fileWriter;
    private final GenericDatumWriter<IndexedRecord> fullWriter;
    private final GenericDatumReader<GenericRecord> reader;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    private BinaryEncoder encoder;
    private BinaryDecoder decoder;

    /** One column; {@code absent} is what a row holds where a projection leaves the column out. */
    private record Column(String name, ColumnKind kind, MethodHandle getter, Object absent) {
        Object get(Object row) {
            try {
                return getter.invokeExact(row);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException("Accessor of column " + name + " failed.", e);
            }
        }
    }

    RowCodec(TableSchema schema, Class<R> rowClass) {
        this.schema = schema;
        RecordComponent[] components = rowClass.getRecordComponents();
        List<Schema.Field> fields = schema.full().getFields();
        if (components.length != fields.size()) {
            throw mismatch(rowClass, components.length + " components for " + fields.size() + " columns");
        }
        columns = new Column[components.length];
        Class<?>[] types = new Class<?>[components.length];
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        try {
            for (int i = 0; i < components.length; i++) {
                columns[i] = column(lookup, rowClass, components[i], fields.get(i));
                byName.put(columns[i].name(), columns[i]);
                types[i] = components[i].getType();
            }
            constructor = lookup.findConstructor(rowClass, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, components.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Row class " + rowClass.getName() + " must be public.", e);
        }
        fileView = new RowView(schema.file());
        fullView = new RowView(schema.full());
        fileWriter = new GenericDatumWriter<>(schema.file());
        fullWriter = new GenericDatumWriter<>(schema.full());
        reader = new GenericDatumReader<>(schema.full());
    }

    private static Column column(
            MethodHandles.Lookup lookup, Class<?> rowClass, RecordComponent component, Schema.Field field)
            throws IllegalAccessException {
        ColumnKind kind = ColumnKind.of(component);
        if (!component.getName().equals(camelCase(field.name()))) {
            throw mismatch(
                    rowClass, "component " + component.getName() + " stands where column " + field.name() + " is");
        }
        Schema type = field.schema();
        boolean nullable = type.getType() == Schema.Type.UNION;
        Schema value = nullable ? type.getTypes().get(1) : type;
        if (value.getType() != kind.avro() || (nullable && component.getType().isPrimitive())) {
            throw mismatch(rowClass, "component " + component + " cannot hold column type " + type);
        }
        MethodHandle getter =
                lookup.unreflect(component.getAccessor()).asType(MethodType.methodType(Object.class, Object.class));
        return new Column(field.name(), kind, getter, kind.absent(component.getType(), nullable));
    }

    private static IllegalStateException mismatch(Class<?> rowClass, String what) {
        return new IllegalStateException("Row class " + rowClass.getSimpleName() + " and its schema differ: " + what
                + ". Make the record's components equal to the columns in datasets/schemas.");
    }

    private static String camelCase(String column) {
        StringBuilder name = new StringBuilder();
        for (String part : column.split("_", -1)) {
            name.append(name.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return name.toString();
    }

    /** The row as a generic record of the file's columns; valid until the next call. */
    RowView fileView(R row) {
        fileView.row = row;
        return fileView;
    }

    /** The row in Avro's binary form, all columns. */
    byte[] encode(R row) {
        fullView.row = row;
        return encode(fullWriter, fullView);
    }

    /** The row in Avro's binary form, only the columns that its file stores. */
    byte[] encodeForFile(R row) {
        return encode(fileWriter, fileView(row));
    }

    private byte[] encode(GenericDatumWriter<IndexedRecord> writer, RowView view) {
        buffer.reset();
        encoder = EncoderFactory.get().directBinaryEncoder(buffer, encoder);
        try {
            writer.write(view, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed.", e);
        }
        return buffer.toByteArray();
    }

    /** The row of these bytes. */
    R decode(byte[] bytes) {
        decoder = DecoderFactory.get().binaryDecoder(bytes, decoder);
        try {
            GenericRecord generic = reader.read(null, decoder);
            Object[] values = new Object[columns.length];
            for (int i = 0; i < columns.length; i++) {
                values[i] = columns[i].kind().fromAvro(generic.get(i));
            }
            return construct(values);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Row bytes of table " + schema.name() + " cannot be read; they were written"
                            + " by a program with another schema.",
                    e);
        }
    }

    /** The row of a record read from a file whose path holds these partition values. */
    R fromFile(GenericRecord generic, Map<String, String> partitions) {
        Object[] values = new Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            Column column = columns[i];
            String partition = partitions.get(column.name());
            if (partition != null) {
                values[i] = partition.equals(HIVE_NULL) ? null : partition;
            } else if (generic.hasField(column.name())) {
                values[i] = column.kind().fromAvro(generic.get(column.name()));
            } else {
                values[i] = column.absent();
            }
        }
        return construct(values);
    }

    @SuppressWarnings("unchecked")
    private R construct(Object[] values) {
        try {
            Object row = constructor.invokeExact(values);
            return (R) row;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("A row of table " + schema.name() + " could not be built.", e);
        }
    }

    /** The folder of the row's file below the attempt: {@code platform=…/month=…}, or empty. */
    String partitionPath(R row) {
        StringBuilder path = new StringBuilder();
        for (String name : schema.partitions()) {
            Object value = byName.get(name).get(row);
            path.append(path.isEmpty() ? "" : "/").append(name).append('=').append(value == null ? HIVE_NULL : value);
        }
        return path.toString();
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

    /** One row seen through Avro's generic interface; columns not in the schema are left out. */
    final class RowView implements IndexedRecord {
        private final Schema view;
        private final Column[] visible;
        private Object row;

        RowView(Schema view) {
            this.view = view;
            this.visible = view.getFields().stream()
                    .map(field -> byName.get(field.name()))
                    .toArray(Column[]::new);
        }

        @Override
        public Schema getSchema() {
            return view;
        }

        /** The value of column {@code i} as the row holds it. */
        Object value(int i) {
            return visible[i].get(row);
        }

        @Override
        public Object get(int i) {
            return visible[i].kind().toAvro(value(i));
        }

        @Override
        public void put(int i, Object value) {
            throw new IllegalStateException("A row view is read only.");
        }
    }
}
