// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.util.Set;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.tilik.model.table.CaptureRow;
import org.tilik.model.table.ItemRow;
import org.tilik.model.table.ObservationRow;
import org.tilik.pipeline.study.Study;
import org.tilik.pipeline.table.RowType;
import org.tilik.pipeline.table.Table;

/** Merges sorted captures; items on the main output, observations and the task's tally beside it. */
final class MergeItems extends AbstractStreamOperator<ItemRow>
        implements OneInputStreamOperator<CaptureRow, ItemRow>, BoundedOneInput {
    private static final long serialVersionUID = 1L;

    static final OutputTag<ObservationRow> OBSERVATIONS =
            new OutputTag<>("observations", RowType.of(Table.OBSERVATIONS));
    static final OutputTag<MergeTally> TALLY = new OutputTag<>("tally", MessageType.of(MergeTally.class));

    private final Study.Window window;
    private final boolean dropText;
    private final Set<String> suppressed;
    private final String runId;
    private transient ItemMerge merge;

    MergeItems(Study.Window window, boolean dropText, Set<String> suppressed, String runId) {
        this.window = window;
        this.dropText = dropText;
        this.suppressed = suppressed;
        this.runId = runId;
    }

    @Override
    public void open() throws Exception {
        super.open();
        merge = new ItemMerge(
                window,
                dropText,
                runId,
                item -> output.collect(new StreamRecord<>(item)),
                observation -> output.collect(OBSERVATIONS, new StreamRecord<>(observation)));
    }

    @Override
    public void processElement(StreamRecord<CaptureRow> element) {
        CaptureRow row = element.getValue();
        merge.accept(row, isSuppressed(row, suppressed));
    }

    @Override
    public void endInput() {
        output.collect(TALLY, new StreamRecord<>(merge.finish()));
    }

    /** Whether the item or its author asked to be forgotten; the set holds pseudonyms of both. */
    static boolean isSuppressed(CaptureRow row, Set<String> suppressed) {
        return suppressed.contains(row.itemKey())
                || (row.accountKey() != null && suppressed.contains(row.accountKey()));
    }
}
