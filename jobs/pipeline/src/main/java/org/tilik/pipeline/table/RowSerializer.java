// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.tilik.pipeline.types.ImmutableSerializer;

/** Writes a row as the length of its bytes and the bytes; rows are immutable, so copies are the rows themselves. */
final class RowSerializer<R extends Record> extends ImmutableSerializer<R> {
    private static final long serialVersionUID = 1L;

    private final Table<R> table;
    private transient RowBytes<R> bytes;

    RowSerializer(Table<R> table) {
        this.table = table;
    }

    Table<R> table() {
        return table;
    }

    private RowBytes<R> bytes() {
        if (bytes == null) {
            bytes = table.bytes();
        }
        return bytes;
    }

    @Override
    public TypeSerializer<R> duplicate() {
        return new RowSerializer<>(table);
    }

    @Override
    public void serialize(R row, DataOutputView target) throws IOException {
        int length = bytes().encode(row);
        target.writeInt(length);
        target.write(bytes.buffer(), 0, length);
    }

    @Override
    public R deserialize(DataInputView source) throws IOException {
        return bytes().decode(readBytes(source), 0);
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
