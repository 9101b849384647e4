// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.io.IOException;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Writes rows, sorted by bucket and key, to their files and reports each finished file. */
final class WriteSorted<R extends Record> extends AbstractStreamOperator<TableFile>
        implements OneInputStreamOperator<R, TableFile>, BoundedOneInput {
    private static final long serialVersionUID = 1L;

    private final Table<R> table;
    private final TableFolder folder;
    private transient SortedTableWriter<R> writer;

    WriteSorted(Table<R> table, TableFolder folder) {
        this.table = table;
        this.folder = folder;
    }

    @Override
    public void open() throws Exception {
        super.open();
        writer = new SortedTableWriter<>(
                table, folder, ScratchFiles.of(getContainingTask()), file -> output.collect(new StreamRecord<>(file)));
        if (getRuntimeContext().getTaskInfo().getAttemptNumber() > 0) {
            // The table may be finished already and is now written once more: half of it must not look like the whole.
            // The commit comes after all tasks of this step, so it is repeated too and sets the mark again.
            TableManifest.withdraw(folder.root());
        }
    }

    @Override
    public void processElement(StreamRecord<R> element) throws IOException {
        writer.write(element.getValue());
    }

    @Override
    public void endInput() throws IOException {
        writer.finish(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0);
    }

    @Override
    public void close() throws Exception {
        if (writer != null) {
            writer.close();
        }
        super.close();
    }
}
