// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Writes manifest and success mark when all files of a table are finished; runs as one task, fed with descriptions of
 * files only, and writes the same again when it is repeated.
 */
final class CommitTable extends AbstractStreamOperator<TableFile>
        implements OneInputStreamOperator<TableFile, TableFile>, BoundedOneInput {
    private static final long serialVersionUID = 1L;

    private final String table;
    private final TableFolder folder;
    private transient List<TableFile> files;

    CommitTable(String table, TableFolder folder) {
        this.table = table;
        this.folder = folder;
    }

    @Override
    public void open() throws Exception {
        super.open();
        files = new ArrayList<>();
    }

    @Override
    public void processElement(StreamRecord<TableFile> element) {
        files.add(element.getValue());
        output.collect(element);
    }

    @Override
    public void endInput() throws IOException {
        new TableManifest(table, folder.runId(), files).write(folder.root());
    }
}
