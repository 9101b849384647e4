// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.tilik.model.table.EpisodeRow;
import org.tilik.model.table.RejectRow;

class RowSerializerTest {
    private static final RejectRow REJECT =
            new RejectRow("RC.zst", null, 7, "malformed_json", 2, 4_000_000_000L, "what was found", "run");

    @Test
    void everyRowClassHasTheColumnsOfItsSchema() {
        assertThat(Table.all()).allSatisfy(table -> assertThat(table.codec()).isNotNull());
    }

    @Test
    void aRowTravelsUnchanged() throws IOException {
        assertThat(copy(Table.REJECTS, REJECT)).isEqualTo(REJECT);
    }

    @Test
    void theBinaryFormStaysWhileItsVersionIsTwo() {
        RowBytes<RejectRow> bytes = Table.REJECTS.bytes();
        int length = bytes.encode(REJECT);

        assertThat(RowType.of(Table.REJECTS)
                        .createSerializer(null)
                        .snapshotConfiguration()
                        .getCurrentVersion())
                .isEqualTo(2);
        assertThat(HexFormat.of().formatHex(bytes.buffer(), 0, length))
                .isEqualTo("fd0652432e7a73740e0e6d616c666f726d65645f6a736f6e0480a0d9e61d"
                        + "0e776861742077617320666f756e640372756e");
    }

    @Test
    void numbersTimesListsAndMissingValuesTravelUnchanged() throws IOException {
        EpisodeRow episode = new EpisodeRow(
                "reddit",
                "2024-06",
                "00ff",
                null,
                1,
                "posted",
                Instant.parse("1969-12-31T23:59:59.999999Z"),
                Instant.parse("2024-06-01T00:00:00.000001Z"),
                0.0,
                1.5,
                null,
                "right",
                "measured",
                null,
                null,
                null,
                true,
                "POST",
                "und",
                "all",
                null,
                List.of("all", "ünï|كود"),
                Long.MIN_VALUE,
                null,
                "run");

        assertThat(copy(Table.EPISODES, episode)).isEqualTo(episode);
    }

    @Test
    void stateOfTheSameSchemaIsReadAndStateOfAnotherIsRefused() throws IOException {
        TypeSerializerSnapshot<RejectRow> written =
                RowType.of(Table.REJECTS).createSerializer(null).snapshotConfiguration();
        DataOutputSerializer out = new DataOutputSerializer(64);
        written.writeSnapshot(out);
        RowSerializerSnapshot<RejectRow> read = new RowSerializerSnapshot<>();
        read.readSnapshot(
                written.getCurrentVersion(),
                new DataInputDeserializer(out.getCopyOfBuffer()),
                getClass().getClassLoader());

        assertThat(written.resolveSchemaCompatibility(read).isCompatibleAsIs()).isTrue();
        assertThat(written.resolveSchemaCompatibility(new RowSerializerSnapshot<>())
                        .isIncompatible())
                .isTrue();
        assertThat(read.restoreSerializer()).isEqualTo(RowType.of(Table.REJECTS).createSerializer(null));
    }

    private static <R extends Record> R copy(Table<R> table, R row) throws IOException {
        TypeSerializer<R> serializer = RowType.of(table).createSerializer(null);
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(row, out);
        DataOutputSerializer relayed = new DataOutputSerializer(64);
        serializer.copy(new DataInputDeserializer(out.getCopyOfBuffer()), relayed);
        return serializer.duplicate().deserialize(new DataInputDeserializer(relayed.getCopyOfBuffer()));
    }
}
