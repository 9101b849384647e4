// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Remembers under which schema rows were written into state, so that a program with another schema refuses them
 * instead of reading wrong columns.
 */
public final class RowSerializerSnapshot<R extends Record> implements TypeSerializerSnapshot<R> {
    /** Of the binary form of rows: raise it when {@link RowBytes} changes. */
    private static final int VERSION = 2;

    private String table;
    private String rowClass;
    private String schema;
    private int version = VERSION;

    /** For Flink, which fills it by {@link #readSnapshot}. */
    public RowSerializerSnapshot() {}

    RowSerializerSnapshot(RowSerializer<R> serializer) {
        table = serializer.table().name();
        rowClass = serializer.table().rowClass().getName();
        schema = serializer.table().schema().full().toString();
    }

    @Override
    public int getCurrentVersion() {
        return VERSION;
    }

    @Override
    public void writeSnapshot(DataOutputView out) throws IOException {
        out.writeUTF(table);
        out.writeUTF(rowClass);
        byte[] bytes = schema.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Override
    public void readSnapshot(int readVersion, DataInputView in, ClassLoader classLoader) throws IOException {
        version = readVersion;
        table = in.readUTF();
        rowClass = in.readUTF();
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        schema = new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    @SuppressWarnings("unchecked")
    public TypeSerializer<R> restoreSerializer() {
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            Class<?> type = Class.forName(rowClass, false, loader);
            return new RowSerializer<>(new Table<>(table, (Class<R>) type.asSubclass(Record.class)));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(
                    "State holds rows of class " + rowClass + ", which this version does not have.", e);
        }
    }

    @Override
    public TypeSerializerSchemaCompatibility<R> resolveSchemaCompatibility(TypeSerializerSnapshot<R> oldSnapshot) {
        boolean same = oldSnapshot instanceof RowSerializerSnapshot<R> old
                && old.version == version
                && Objects.equals(old.table, table)
                && Objects.equals(old.schema, schema);
        return same
                ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                : TypeSerializerSchemaCompatibility.incompatible();
    }
}
