// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.core.fs.Path;
import org.tilik.pipeline.sorted.SortedRows;
import org.tilik.pipeline.table.TableBuckets;

/**
 * The neighbouring buckets of one task. Buckets are ranges of keys, so that the rows of a task are a range of every file.
 *
 * @param from first bucket
 * @param to the bucket behind the last
 * @param buckets number of all buckets
 */
record BucketRange(int from, int to, int buckets) {
    static BucketRange of(TaskInfo task, int buckets) {
        int tasks = task.getNumberOfParallelSubtasks();
        return new BucketRange(
                first(task.getIndexOfThisSubtask(), tasks, buckets),
                first(task.getIndexOfThisSubtask() + 1, tasks, buckets),
                buckets);
    }

    private static int first(int task, int tasks, int buckets) {
        return (int) ((long) task * buckets / tasks);
    }

    /** The rows of these buckets in all files, in the order of their keys. */
    SortedRows open(Collection<String> files, Supplier<File> scratch) throws IOException {
        List<Path> paths =
                from == to ? List.of() : files.stream().map(Path::new).toList();
        return SortedRows.open(paths, key(from), key(to), scratch);
    }

    private byte[] key(int bucket) {
        return bucket == buckets
                ? null
                : TableBuckets.firstDigits(bucket, buckets).getBytes(StandardCharsets.UTF_8);
    }
}
