// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.core.fs.Path;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/**
 * Reads rows of one Parquet file, row group by row group, straight from its columns.
 *
 * <p>Parquet's convenient reader loads Hadoop classes when it is initialised; its file reader and column readers do not.
 */
final class ParquetRowReader<R extends Record> implements Closeable {
    private final RowColumns columns;
    private final Object[] constants;
    private final ParquetFileReader file;
    private final MessageType requested;
    private final String createdBy;
    private final List<StoredColumn> stored = new ArrayList<>();
    private long left;

    /**
     * A reader of the row groups that the options choose.
     *
     * @param projection columns to read, or empty for all; components of others hold null, 0 or nothing
     */
    ParquetRowReader(Table<R> table, Path path, Set<String> projection, ParquetReadOptions options) throws IOException {
        columns = RowColumns.of(table.schema(), table.rowClass());
        file = new ParquetFileReader(new ParquetFiles.Stored(path), options);
        FileMetaData metadata = file.getFooter().getFileMetaData();
        createdBy = metadata.getCreatedBy();
        Map<String, Type> types = new HashMap<>();
        metadata.getSchema().getFields().forEach(type -> types.put(type.getName(), type));
        Map<String, String> partitions = TableFolder.partitions(path, table.schema());
        List<Type> read = new ArrayList<>();
        constants = new Object[columns.size()];
        for (int i = 0; i < columns.size(); i++) {
            RowColumns.Column column = columns.get(i);
            Type type = types.get(column.name());
            String partition = partitions.get(column.name());
            if (partition != null) {
                constants[i] = partition.equals(TableFolder.HIVE_NULL) ? null : partition;
            } else if (type != null && (projection.isEmpty() || projection.contains(column.name()))) {
                read.add(type);
                stored.add(new StoredColumn(i, column.kind()));
            } else {
                constants[i] = column.absent();
            }
        }
        requested = new MessageType(metadata.getSchema().getName(), read);
        file.setRequestedSchema(requested);
    }

    /** The next row, or null after the last. */
    @SuppressWarnings("unchecked")
    R read() throws IOException {
        while (left == 0) {
            PageReadStore pages = file.readNextRowGroup();
            if (pages == null) {
                return null;
            }
            left = pages.getRowCount();
            ColumnReadStoreImpl group =
                    new ColumnReadStoreImpl(pages, new Unconverted(requested), requested, createdBy);
            for (int i = 0; i < stored.size(); i++) {
                stored.get(i).start(group.getColumnReader(requested.getColumns().get(i)));
            }
        }
        left--;
        Object[] values = constants.clone();
        for (StoredColumn column : stored) {
            values[column.target()] = column.next();
        }
        return (R) columns.row(values);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
