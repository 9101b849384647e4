// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

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
 *   rows ─encode→ StoredRow ─by bucket→ sort ─→ files ─(one task)→ _manifest.json, _SUCCESS
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
        TableSchema schema = table.schema();
        int buckets = schema.partitions().isEmpty() ? 1 : folder.buckets();
        rows.map(new EncodeRow<>(table, buckets))
                .returns(StoredRow.TYPE)
                .uid(uid + "-encode")
                .name(uid + ": encode")
                .partitionCustom((bucket, tasks) -> bucket % tasks, row -> row.bucket)
                .fullWindowPartition()
                .sortPartition((KeySelector<StoredRow, String>) StoredRow::order, Order.ASCENDING)
                .uid(uid + "-sort")
                .name(uid + ": sort")
                .transform(uid + ": write", TableFile.TYPE, new WriteBuckets<>(table, folder))
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

    /** Encodes a row once and says where it goes. */
    private static final class EncodeRow<R extends Record> extends RichMapFunction<R, StoredRow> {
        private static final long serialVersionUID = 1L;

        private final Table<R> table;
        private final int buckets;
        private transient RowCodec<R> codec;

        EncodeRow(Table<R> table, int buckets) {
            this.table = table;
            this.buckets = buckets;
        }

        @Override
        public void open(OpenContext context) {
            codec = table.codec();
        }

        @Override
        public StoredRow map(R row) {
            String key = codec.sortKey(row);
            int bucket = buckets == 1 ? 0 : TableBuckets.of(key, buckets);
            return new StoredRow(bucket, codec.partitionPath(row), key, codec.encodeForFile(row));
        }
    }
}
