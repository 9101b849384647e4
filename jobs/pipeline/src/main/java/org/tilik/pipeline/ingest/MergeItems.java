// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.flink.core.fs.Path;
import org.apache.flink.runtime.execution.CancelTaskException;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.tilik.model.table.CaptureRow;
import org.tilik.model.table.ItemRow;
import org.tilik.model.table.ObservationRow;
import org.tilik.model.table.PlaceLookRow;
import org.tilik.pipeline.sorted.SortedRows;
import org.tilik.pipeline.study.Study;
import org.tilik.pipeline.table.RowBytes;
import org.tilik.pipeline.table.RowType;
import org.tilik.pipeline.table.ScratchFiles;
import org.tilik.pipeline.table.Table;

/**
 * Merges the events of this task's share of the buckets, out of all files of captures; items on the main output,
 * observations and the task's tally beside it, all in the order of item keys.
 */
final class MergeItems extends AbstractStreamOperator<ItemRow>
        implements OneInputStreamOperator<String, ItemRow>, BoundedOneInput {
    private static final long serialVersionUID = 1L;

    static final OutputTag<ObservationRow> OBSERVATIONS =
            new OutputTag<>("observations", RowType.of(Table.OBSERVATIONS));
    /** Items with their words, where the table of items has none. */
    static final OutputTag<ItemRow> WITH_TEXT = new OutputTag<>("items-with-text", RowType.of(Table.ITEMS));

    static final OutputTag<MergeTally> TALLY = new OutputTag<>("tally", MessageType.of(MergeTally.class));

    private final Study.Window window;
    private final boolean dropText;
    private final Set<String> suppressed;
    private final String runId;
    private final int buckets;
    private transient Set<String> files;

    MergeItems(Study.Window window, boolean dropText, Set<String> suppressed, String runId, int buckets) {
        this.window = window;
        this.dropText = dropText;
        this.suppressed = suppressed;
        this.runId = runId;
        this.buckets = buckets;
    }

    @Override
    public void open() throws Exception {
        super.open();
        files = new TreeSet<>();
    }

    @Override
    public void processElement(StreamRecord<String> file) {
        files.add(file.getValue());
    }

    @Override
    public void endInput() throws IOException {
        PlaceLooks looks = looks();
        ForgottenItems forgotten = new ForgottenItems(suppressed);
        if (!forgotten.isEmpty()) {
            forEachEvent(forgotten::lookAt);
        }
        ItemMerge merge = new ItemMerge(
                window,
                dropText,
                runId,
                looks,
                item -> output.collect(new StreamRecord<>(item)),
                item -> output.collect(WITH_TEXT, new StreamRecord<>(item)),
                observation -> output.collect(OBSERVATIONS, new StreamRecord<>(observation)));
        forEachEvent(event -> merge.accept(event, forgotten.contains(event)));
        MergeTally tally = merge.finish();
        boolean isFirst = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0;
        output.collect(TALLY, new StreamRecord<>(isFirst ? tally.plus(looks.counts()) : tally));
    }

    /** All of them, since the items of a channel or thread are spread over all tasks. */
    private PlaceLooks looks() throws IOException {
        RowBytes<PlaceLookRow> bytes = Table.PLACE_LOOKS.bytes();
        PlaceLooks.Builder builder = new PlaceLooks.Builder();
        List<Path> paths = files.stream()
                .filter(CaptureFiles.Kind.LOOKS::holds)
                .map(Path::new)
                .toList();
        try (SortedRows rows = SortedRows.open(paths, new byte[0], null, ScratchFiles.of(getContainingTask()))) {
            while (rows.next()) {
                builder.add(bytes.decode(rows.bytes(), rows.body()));
            }
        }
        return builder.build();
    }

    private void forEachEvent(Consumer<CaptureRow> consumer) throws IOException {
        RowBytes<CaptureRow> bytes = Table.CAPTURES.bytes();
        BucketRange range = BucketRange.of(getRuntimeContext().getTaskInfo(), buckets);
        List<String> events = files.stream()
                .filter(file -> !CaptureFiles.Kind.LOOKS.holds(file))
                .toList();
        try (SortedRows rows = range.open(events, ScratchFiles.of(getContainingTask()))) {
            while (rows.next()) {
                if (getContainingTask().isCanceled()) {
                    throw new CancelTaskException();
                }
                consumer.accept(bytes.decode(rows.bytes(), rows.body()));
            }
        }
    }
}
