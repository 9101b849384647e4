// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import javax.annotation.Nullable;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.enumerate.FileEnumerator;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.IteratorResultIterator;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Reads finished tables in parallel without Hadoop: the files of the manifests, cut into ranges that hold whole row
 * groups, with only the columns asked for.
 */
public final class TableSource {
    private static final long SPLIT_BYTES = 128L << 20;
    private static final int BATCH_ROWS = 512;

    private TableSource() {}

    /**
     * The rows of one table that may be spread over several folders.
     *
     * @param columns columns to read, or empty for all; components of others hold null, 0 or nothing
     */
    public static <R extends Record> DataStream<R> read(
            StreamExecutionEnvironment env, Table<R> table, List<Path> folders, Set<String> columns, String uid) {
        FileSource<R> source = FileSource.forBulkFileFormat(
                        new RowFormat<>(table, Set.copyOf(columns)), folders.toArray(Path[]::new))
                .setFileEnumerator(ManifestEnumerator::new)
                .build();
        return env.fromSource(source, WatermarkStrategy.noWatermarks(), uid, RowType.of(table))
                .uid(uid)
                .name(table.name() + ": read");
    }

    /** Lists what the manifests list, nothing else. */
    private static final class ManifestEnumerator implements FileEnumerator {
        @Override
        public Collection<FileSourceSplit> enumerateSplits(Path[] folders, int minDesiredSplits) throws IOException {
            List<FileSourceSplit> splits = new ArrayList<>();
            for (Path folder : folders) {
                for (TableFile file : TableManifest.read(folder).files()) {
                    Path path = new Path(folder, file.path);
                    long fileSize = path.getFileSystem().getFileStatus(path).getLen();
                    for (long start = 0; start < fileSize; start += SPLIT_BYTES) {
                        long length = Math.min(SPLIT_BYTES, fileSize - start);
                        splits.add(new FileSourceSplit(path + "@" + start, path, start, length, 0, fileSize));
                    }
                }
            }
            return splits;
        }
    }

    private record RowFormat<R extends Record>(Table<R> table, Set<String> columns)
            implements BulkFormat<R, FileSourceSplit> {
        @Override
        public Reader<R> createReader(Configuration config, FileSourceSplit split) throws IOException {
            return new RowReader<>(table, columns, split);
        }

        @Override
        public Reader<R> restoreReader(Configuration config, FileSourceSplit split) throws IOException {
            RowReader<R> reader = new RowReader<>(table, columns, split);
            long done = split.getReaderPosition()
                    .map(CheckpointedPosition::getRecordsAfterOffset)
                    .orElse(0L);
            reader.skip(done);
            return reader;
        }

        @Override
        public boolean isSplittable() {
            return true;
        }

        @Override
        public TypeInformation<R> getProducedType() {
            return RowType.of(table);
        }
    }

    private static final class RowReader<R extends Record> implements BulkFormat.Reader<R> {
        private final ParquetRowReader<R> parquet;
        private long read;

        RowReader(Table<R> table, Set<String> columns, FileSourceSplit split) throws IOException {
            parquet = ParquetRows.reader(table, split.path(), columns, split.offset(), split.offset() + split.length());
        }

        void skip(long rows) throws IOException {
            while (read < rows && parquet.read() != null) {
                read++;
            }
        }

        @Override
        @Nullable
        public BulkFormat.RecordIterator<R> readBatch() throws IOException {
            List<R> rows = new ArrayList<>(BATCH_ROWS);
            long first = read;
            R row = null;
            while (rows.size() < BATCH_ROWS && (row = parquet.read()) != null) {
                rows.add(row);
                read++;
            }
            Iterator<R> iterator = rows.iterator();
            return rows.isEmpty()
                    ? null
                    : new IteratorResultIterator<>(iterator, CheckpointedPosition.NO_OFFSET, first);
        }

        @Override
        public void close() throws IOException {
            parquet.close();
        }
    }
}
