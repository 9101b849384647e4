// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.util.Arrays;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.operators.Order;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * Writes a bounded stream of rows as one table: rows to buckets, each bucket sorted as a whole, one file per bucket and
 * partition, then manifest and success mark.
 *
 * <pre>
 *   rows ─encode→ StoredRow ─by bucket→ sort ─decode→ files ─(one task)→ _manifest.json, _SUCCESS
 * </pre>
 *
 * <p>File names and contents depend on the rows alone, so a repeated task writes the same files again and a killed
 * TaskManager changes nothing. Flink's own file sink is not used because a restarted region can commit its files twice.
 */
public final class TableSink {
    private TableSink() {}

    /** Adds the writing of this table to the topology. */
    public static <R extends Record> void write(DataStream<R> rows, Table<R> table, TableFolder folder) {
        write(rows, table, folder, table.name());
    }

    /** The same for a table that one job writes to several folders: operators are named by {@code uid} instead. */
    public static <R extends Record> void write(DataStream<R> rows, Table<R> table, TableFolder folder, String uid) {
        DataStream<R> sorted = rows.map(new EncodeRow<>(table, folder))
                .returns(StoredRow.TYPE)
                .uid(uid + "-encode")
                .name(uid + ": encode")
                .partitionCustom((bucket, tasks) -> bucket % tasks, row -> row.bucket)
                .fullWindowPartition()
                .sortPartition((KeySelector<StoredRow, String>) StoredRow::order, Order.ASCENDING)
                .uid(uid + "-sort")
                .name(uid + ": sort")
                .map(new DecodeRow<>(table))
                .returns(RowType.of(table))
                .uid(uid + "-decode")
                .name(uid + ": decode");
        writeFiles(sorted, table, folder, uid);
    }

    /**
     * Adds the writing of rows that each task already hands over in the order of buckets and keys, whole buckets each;
     * rows of equal bucket and leading key column stay in their order. Operators are named by {@code uid}.
     */
    public static <R extends Record> void writeSorted(
            DataStream<R> rows, Table<R> table, TableFolder folder, String uid) {
        writeFiles(rows.forward(), table, folder, uid);
    }

    private static <R extends Record> void writeFiles(
            DataStream<R> sorted, Table<R> table, TableFolder folder, String uid) {
        sorted.transform(uid + ": write", TableFile.TYPE, new WriteSorted<>(table, folder))
                .uid(uid + "-write")
                .global()
                .transform(uid + ": commit", TableFile.TYPE, new CommitTable(table.name(), folder))
                .uid(uid + "-commit")
                .setParallelism(1)
                .sinkTo(new DiscardingSink<>())
                .uid(uid + "-end")
                .name(uid + ": end")
                .setParallelism(1);
    }

    static int buckets(Table<?> table, TableFolder folder) {
        return table.schema().partitions().isEmpty() ? 1 : folder.buckets();
    }

    /** Encodes a row once and says where it goes. */
    private static final class EncodeRow<R extends Record> extends RichMapFunction<R, StoredRow> {
        private static final long serialVersionUID = 1L;

        private final Table<R> table;
        private final int buckets;
        private transient RowCodec<R> codec;
        private transient RowBytes<R> bytes;

        EncodeRow(Table<R> table, TableFolder folder) {
            this.table = table;
            this.buckets = buckets(table, folder);
        }

        @Override
        public void open(OpenContext context) {
            codec = table.codec();
            bytes = table.bytes();
        }

        @Override
        public StoredRow map(R row) {
            int length = bytes.encode(row);
            byte[] body = Arrays.copyOf(bytes.buffer(), length);
            return new StoredRow(codec.bucket(row, buckets), codec.sortKey(row), body);
        }
    }

    /** The row again, behind the sort. */
    private static final class DecodeRow<R extends Record> extends RichMapFunction<StoredRow, R> {
        private static final long serialVersionUID = 1L;

        private final Table<R> table;
        private transient RowBytes<R> bytes;

        DecodeRow(Table<R> table) {
            this.table = table;
        }

        @Override
        public void open(OpenContext context) {
            bytes = table.bytes();
        }

        @Override
        public R map(StoredRow row) {
            return bytes.decode(row.body, 0);
        }
    }
}
