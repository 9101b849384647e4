// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.assigners.FileSplitAssigner;

/**
 * Gives splits out in the order in which they were found, which is that of the names of their files. Names of dumps mostly
 * sort by time, and whoever watches wants what is older first; Flink's own assigners begin anywhere or at the end.
 */
final class InOrder implements FileSplitAssigner {
    private final Deque<FileSourceSplit> splits;

    InOrder(Collection<FileSourceSplit> found) {
        splits = new ArrayDeque<>(found);
    }

    @Override
    public Optional<FileSourceSplit> getNext(String hostname) {
        return Optional.ofNullable(splits.poll());
    }

    @Override
    public void addSplits(Collection<FileSourceSplit> more) {
        splits.addAll(more);
    }

    @Override
    public Collection<FileSourceSplit> remainingSplits() {
        return List.copyOf(splits);
    }
}
