// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.io.IOException;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/**
 * Where a table of one run lies and how it is laid out.
 *
 * @param path folder of the table, for instance {@code out/restricted/items}
 * @param runId run that writes it
 * @param buckets number of sorted files per partition, from the study and not from the parallelism
 */
public record TableFolder(String path, String runId, int buckets) implements Serializable {
    /** Stands in a path for a value that is absent. */
    static final String HIVE_NULL = "__HIVE_DEFAULT_PARTITION__";

    private static final String ATTEMPT = "_attempt";

    /** The folder as Flink's path. */
    public Path root() {
        return new Path(path);
    }

    /** The folder that holds the files of this run, partitions included. */
    public Path attempt() {
        return new Path(root(), ATTEMPT + "/" + runId);
    }

    /** Path of a file relative to the manifest. */
    String relativePath(String folder, int bucket) {
        String name = String.format("part-%05d.parquet", bucket);
        return ATTEMPT + "/" + runId + "/" + (folder.isEmpty() ? "" : folder + "/") + name;
    }

    /** The columns of this table that a file's path holds, for instance platform and month, with their values there. */
    static Map<String, String> partitions(Path file, TableSchema schema) {
        Map<String, String> values = new HashMap<>();
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            int equals = folder.getName().indexOf('=');
            if (equals > 0 && schema.partitions().contains(folder.getName().substring(0, equals))) {
                values.putIfAbsent(
                        folder.getName().substring(0, equals), folder.getName().substring(equals + 1));
            }
        }
        return values;
    }

    /** Deletes the files of other runs once this run's table is finished. */
    public void deleteOtherAttempts() throws IOException {
        Path attempts = new Path(root(), ATTEMPT);
        FileSystem files = attempts.getFileSystem();
        if (files.exists(attempts)) {
            for (FileStatus attempt : files.listStatus(attempts)) {
                if (!attempt.getPath().getName().equals(runId)) {
                    files.delete(attempt.getPath(), true);
                }
            }
        }
    }
}
