// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.runtime.execution.CancelTaskException;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.model.table.LedgerCountRow;
import org.tilik.model.table.LedgerEntryRow;
import org.tilik.pipeline.ledger.LedgerTally;
import org.tilik.pipeline.sorted.SortedRows;
import org.tilik.pipeline.table.RowBytes;
import org.tilik.pipeline.table.ScratchFiles;
import org.tilik.pipeline.table.Table;

/** Counts the entries of ledgers in this task's share of the keys, out of all files; parts of counts on the main output. */
final class MergeLedgers extends AbstractStreamOperator<LedgerCountRow>
        implements OneInputStreamOperator<String, LedgerCountRow>, BoundedOneInput {
    private static final long serialVersionUID = 1L;

    private final String runId;
    private final int buckets;
    private transient Set<String> files;

    MergeLedgers(String runId, int buckets) {
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
        LedgerTally tally = new LedgerTally(runId, count -> output.collect(new StreamRecord<>(count)));
        RowBytes<LedgerEntryRow> bytes = Table.LEDGER_ENTRIES.bytes();
        BucketRange range = BucketRange.of(getRuntimeContext().getTaskInfo(), buckets);
        try (SortedRows rows = range.open(files, ScratchFiles.of(getContainingTask()))) {
            while (rows.next()) {
                if (getContainingTask().isCanceled()) {
                    throw new CancelTaskException();
                }
                tally.accept(bytes.decode(rows.bytes(), rows.body()));
            }
        }
        tally.finish();
        output.collect(MergeItems.TALLY, new StreamRecord<>(MergeTally.ofLedgers(tally.entries(), tally.duplicates())));
    }
}
