// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.tilik.pipeline.types.ImmutableType;

/** Tells Flink how rows of one table travel between operators: in their binary form. */
public final class RowType<R extends Record> extends ImmutableType<R> {
    private static final long serialVersionUID = 1L;

    private final Table<R> table;

    private RowType(Table<R> table) {
        super(table.rowClass());
        this.table = table;
    }

    /** The type of this table's rows. */
    public static <R extends Record> RowType<R> of(Table<R> table) {
        return new RowType<>(table);
    }

    @Override
    public TypeSerializer<R> createSerializer(SerializerConfig config) {
        return new RowSerializer<>(table);
    }
}
