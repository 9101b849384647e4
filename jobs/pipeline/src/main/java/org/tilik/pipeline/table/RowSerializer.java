// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.tilik.pipeline.types.ImmutableSerializer;

/** Writes a row as its length and its Avro bytes; rows are immutable, so copies are the rows themselves. */
final class RowSerializer<R extends Record> extends ImmutableSerializer<R> {
    private static final long serialVersionUID = 1L;

    private final Table<R> table;
    private transient RowCodec<R> codec;

    RowSerializer(Table<R> table) {
        this.table = table;
    }

    Table<R> table() {
        return table;
    }

    private RowCodec<R> codec() {
        if (codec == null) {
            codec = table.codec();
        }
        return codec;
    }

    @Override
    public TypeSerializer<R> duplicate() {
        return new RowSerializer<>(table);
    }

    @Override
    public void serialize(R row, DataOutputView target) throws IOException {
        writeBytes(codec().encode(row), target);
    }

    @Override
    public R deserialize(DataInputView source) throws IOException {
        return codec().decode(readBytes(source));
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        writeBytes(readBytes(source), target);
    }

    @Override
    public TypeSerializerSnapshot<R> snapshotConfiguration() {
        return new RowSerializerSnapshot<>(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RowSerializer<?> serializer && serializer.table.equals(table);
    }

    @Override
    public int hashCode() {
        return table.hashCode();
    }
}
