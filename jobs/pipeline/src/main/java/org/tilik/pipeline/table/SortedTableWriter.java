// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Writes rows that come bucket after bucket, in the order of their keys, to one file per bucket and partition.
 *
 * <p>The files of a bucket's partitions are open together, but no more than a fixed number: rows of further partitions
 * are laid aside in a scratch file and written when those are closed. So memory depends neither on the number of rows
 * nor on that of partitions, and the files depend on the rows alone.
 */
final class SortedTableWriter<R extends Record> implements Closeable {
    /** A year of one platform. */
    private static final int MOST_OPEN = 12;

    private final Table<R> table;
    private final TableFolder folder;
    private final int buckets;
    private final int mostOpen;
    private final Supplier<File> scratch;
    private final Consumer<TableFile> finished;
    private final RowCodec<R> codec;
    private final RowBytes<R> rowBytes;
    private final Map<String, TableFileWriter<R>> open = new TreeMap<>();
    private File asideFile;
    private DataOutputStream aside;
    private long asideRows;
    private int bucket = -1;

    /**
     * A writer of a table, or of some of its buckets.
     *
     * @param scratch names a new local file whenever one is needed
     * @param finished takes each finished file
     */
    SortedTableWriter(Table<R> table, TableFolder folder, Supplier<File> scratch, Consumer<TableFile> finished) {
        this(table, folder, MOST_OPEN, scratch, finished);
    }

    SortedTableWriter(
            Table<R> table, TableFolder folder, int mostOpen, Supplier<File> scratch, Consumer<TableFile> finished) {
        this.table = table;
        this.folder = folder;
        this.buckets = TableSink.buckets(table, folder);
        this.mostOpen = mostOpen;
        this.scratch = scratch;
        this.finished = finished;
        this.codec = table.codec();
        this.rowBytes = table.bytes();
    }

    void write(R row) throws IOException {
        int bucketOfRow = codec.bucket(row, buckets);
        if (bucketOfRow != bucket) {
            finishBucket();
            bucket = bucketOfRow;
        }
        place(row);
    }

    private void place(R row) throws IOException {
        String partition = codec.partitionPath(row);
        TableFileWriter<R> file = open.get(partition);
        if (file == null && open.size() < mostOpen) {
            file = new TableFileWriter<>(table, folder.root(), folder.relativePath(partition, bucket));
            open.put(partition, file);
        }
        if (file == null) {
            layAside(row);
        } else {
            file.write(row);
        }
    }

    private void layAside(R row) throws IOException {
        if (aside == null) {
            asideFile = scratch.get();
            aside = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(asideFile.toPath())));
        }
        int length = rowBytes.encode(row);
        aside.writeInt(length);
        aside.write(rowBytes.buffer(), 0, length);
        asideRows++;
    }

    private void finishBucket() throws IOException {
        finishFiles();
        while (aside != null) {
            File file = asideFile;
            long rows = asideRows;
            aside.close();
            aside = null;
            asideRows = 0;
            try (DataInputStream in =
                    new DataInputStream(new BufferedInputStream(Files.newInputStream(file.toPath())))) {
                for (long left = rows; left > 0; left--) {
                    place(rowBytes.decode(in.readNBytes(in.readInt()), 0));
                }
            }
            Files.delete(file.toPath());
            finishFiles();
        }
    }

    private void finishFiles() throws IOException {
        List<TableFileWriter<R>> files = new ArrayList<>(open.values());
        for (TableFileWriter<R> file : files) {
            finished.accept(file.finish());
        }
        open.clear();
    }

    /** Writes what is left; a table without partitions and rows is still a file, so that every tool can read it. */
    void finish(boolean writesEmptyTable) throws IOException {
        if (bucket < 0 && writesEmptyTable && table.schema().partitions().isEmpty()) {
            finished.accept(new TableFileWriter<>(table, folder.root(), folder.relativePath("", 0)).finish());
        }
        finishBucket();
    }

    @Override
    public void close() throws IOException {
        for (TableFileWriter<R> file : open.values()) {
            file.close();
        }
        open.clear();
        if (aside != null) {
            aside.close();
            Files.deleteIfExists(asideFile.toPath());
        }
    }
}
