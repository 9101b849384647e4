// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** How one kind of column is held in a row record and stated in a schema. */
enum ColumnKind {
    STRING(Schema.Type.STRING),
    LONG(Schema.Type.LONG),
    INT(Schema.Type.INT),
    DOUBLE(Schema.Type.DOUBLE),
    BOOLEAN(Schema.Type.BOOLEAN),
    INSTANT(Schema.Type.LONG),
    STRINGS(Schema.Type.ARRAY);

    private static final long MICROS = 1_000_000L;
    private static final int NANOS_PER_MICRO = 1_000;

    private final Schema.Type avro;

    ColumnKind(Schema.Type avro) {
        this.avro = avro;
    }

    Schema.Type avro() {
        return avro;
    }

    static ColumnKind of(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == String.class) {
            return STRING;
        } else if (type == long.class || type == Long.class) {
            return LONG;
        } else if (type == int.class || type == Integer.class) {
            return INT;
        } else if (type == double.class || type == Double.class) {
            return DOUBLE;
        } else if (type == boolean.class || type == Boolean.class) {
            return BOOLEAN;
        } else if (type == Instant.class) {
            return INSTANT;
        } else if (type == List.class
                && ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0] == String.class) {
            return STRINGS;
        }
        throw new IllegalArgumentException("Row component " + component + " has a type no column can hold; use String,"
                + " long, int, double, boolean, Instant or List<String>.");
    }

    /** The kind of a column of this schema, nullable or not. */
    static ColumnKind of(Schema column) {
        Schema value = column.getType() == Schema.Type.UNION ? column.getTypes().get(1) : column;
        if (value.getLogicalType() instanceof LogicalTypes.TimestampMicros) {
            return INSTANT;
        }
        for (ColumnKind kind : values()) {
            if (kind.avro == value.getType()) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No column can hold " + column + ".");
    }

    /** What a component of this type holds where its column was not read. */
    Object absent(Class<?> type, boolean nullable) {
        if (this == STRINGS) {
            return List.of();
        } else if (this == STRING && !nullable) {
            return "";
        }
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }

    static long toMicros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), MICROS), instant.getNano() / NANOS_PER_MICRO);
    }

    static Instant fromMicros(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * NANOS_PER_MICRO);
    }
}
