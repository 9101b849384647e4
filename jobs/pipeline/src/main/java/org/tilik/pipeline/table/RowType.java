// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** Tells Flink how rows of one table travel between operators: in Avro's binary form of the table's schema. */
public final class RowType<R extends Record> extends TypeInformation<R> {
    private static final long serialVersionUID = 1L;

    private final Table<R> table;

    private RowType(Table<R> table) {
        this.table = table;
    }

    /** The type of this table's rows. */
    public static <R extends Record> RowType<R> of(Table<R> table) {
        return new RowType<>(table);
    }

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public Class<R> getTypeClass() {
        return table.rowClass();
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public TypeSerializer<R> createSerializer(SerializerConfig config) {
        return new RowSerializer<>(table);
    }

    @Override
    public String toString() {
        return "RowType(" + table.name() + ")";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowType<?> type && type.table.equals(table);
    }

    @Override
    public int hashCode() {
        return table.hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof RowType;
    }
}
