// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.tilik.pipeline.types.ImmutableSerializer;
import org.tilik.pipeline.types.ImmutableType;

/**
 * Tells Flink to send a small immutable record as JSON; for the few messages about files and counts that flow to a
 * single committing task, never for rows.
 */
public final class MessageType<T> extends ImmutableType<T> {
    private static final long serialVersionUID = 1L;
    static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Class<T> type;

    private MessageType(Class<T> type) {
        super(type);
        this.type = type;
    }

    /** The type of messages of this record class. */
    public static <T> MessageType<T> of(Class<T> type) {
        return new MessageType<>(type);
    }

    @Override
    public TypeSerializer<T> createSerializer(SerializerConfig config) {
        return new Serializer<>(type);
    }

    private static final class Serializer<T> extends ImmutableSerializer<T> {
        private static final long serialVersionUID = 1L;
        private final Class<T> type;

        Serializer(Class<T> type) {
            this.type = type;
        }

        @Override
        public TypeSerializer<T> duplicate() {
            return this;
        }

        @Override
        public void serialize(T message, DataOutputView out) throws IOException {
            writeBytes(JSON.writeValueAsBytes(message), out);
        }

        @Override
        public T deserialize(DataInputView in) throws IOException {
            return JSON.readValue(readBytes(in), type);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Serializer<?> serializer && serializer.type == type;
        }

        @Override
        public int hashCode() {
            return type.hashCode();
        }

        @Override
        public TypeSerializerSnapshot<T> snapshotConfiguration() {
            return new Snapshot<>(type);
        }
    }

    /** Remembers the class of the messages; JSON with other fields of the same class is read field by field. */
    public static final class Snapshot<T> implements TypeSerializerSnapshot<T> {
        private Class<T> type;

        /** For Flink, which fills it by {@link #readSnapshot}. */
        public Snapshot() {}

        private Snapshot(Class<T> type) {
            this.type = type;
        }

        @Override
        public int getCurrentVersion() {
            return 1;
        }

        @Override
        public void writeSnapshot(DataOutputView out) throws IOException {
            out.writeUTF(type.getName());
        }

        @Override
        @SuppressWarnings("unchecked")
        public void readSnapshot(int version, DataInputView in, ClassLoader loader) throws IOException {
            String name = in.readUTF();
            try {
                type = (Class<T>) Class.forName(name, false, loader);
            } catch (ClassNotFoundException e) {
                throw new IOException("State holds messages of class " + name + ", which this version lacks.", e);
            }
        }

        @Override
        public TypeSerializer<T> restoreSerializer() {
            return new Serializer<>(type);
        }

        @Override
        public TypeSerializerSchemaCompatibility<T> resolveSchemaCompatibility(TypeSerializerSnapshot<T> old) {
            return old instanceof Snapshot<T> snapshot && snapshot.type == type
                    ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                    : TypeSerializerSchemaCompatibility.incompatible();
        }
    }
}
