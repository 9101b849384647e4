// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.io.IOException;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Writes sorted rows to their files, one open file at a time, and reports each finished file. */
final class WriteBuckets<R extends Record> extends AbstractStreamOperator<TableFile>
        implements OneInputStreamOperator<StoredRow, TableFile>, BoundedOneInput {
    private static final long serialVersionUID = 1L;

    private final Table<R> table;
    private final TableFolder folder;
    private transient GenericDatumReader<GenericRecord> reader;
    private transient BinaryDecoder decoder;
    private transient GenericRecord record;
    private transient TableFileWriter<R> writer;
    private transient int bucket;
    private transient String partition;
    private transient boolean partitioned;

    WriteBuckets(Table<R> table, TableFolder folder) {
        this.table = table;
        this.folder = folder;
    }

    @Override
    public void open() throws Exception {
        super.open();
        TableSchema schema = table.schema();
        partitioned = !schema.partitions().isEmpty();
        reader = new GenericDatumReader<>(schema.file());
        if (getRuntimeContext().getTaskInfo().getAttemptNumber() > 0) {
            // The table may be finished already and is now written once more: half of it must not look like the whole.
            // The commit comes after all tasks of this step, so it is repeated too and sets the mark again.
            TableManifest.withdraw(folder.root());
        }
    }

    @Override
    public void processElement(StreamRecord<StoredRow> element) throws IOException {
        StoredRow row = element.getValue();
        if (partition == null || bucket != row.bucket || !partition.equals(row.folder)) {
            finishFile();
            start(row.folder, row.bucket);
        }
        decoder = DecoderFactory.get().binaryDecoder(row.body, decoder);
        record = reader.read(record, decoder);
        writer.writeRecord(record);
    }

    private void start(String folderOfFile, int bucketOfFile) throws IOException {
        writer = new TableFileWriter<>(table, folder.root(), folder.relativePath(folderOfFile, bucketOfFile));
        partition = folderOfFile;
        bucket = bucketOfFile;
    }

    private void finishFile() throws IOException {
        if (writer != null) {
            TableFile file = writer.finish();
            writer = null;
            output.collect(new StreamRecord<>(file));
        }
    }

    @Override
    public void endInput() throws IOException {
        // A table without rows is still a file, so that every tool can read its columns.
        boolean firstTask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0;
        if (partition == null && firstTask && !partitioned) {
            start("", 0);
        }
        finishFile();
    }

    @Override
    public void close() throws Exception {
        if (writer != null) {
            writer.close();
        }
        super.close();
    }
}
