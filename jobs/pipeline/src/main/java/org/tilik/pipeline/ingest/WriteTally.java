// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.IOException;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Adds up the tallies of all merging tasks and writes them to a file for the command to read; runs as one task. */
final class WriteTally extends AbstractStreamOperator<MergeTally>
        implements OneInputStreamOperator<MergeTally, MergeTally>, BoundedOneInput {
    private static final long serialVersionUID = 1L;

    private final String file;
    private transient MergeTally total;

    WriteTally(String file) {
        this.file = file;
    }

    @Override
    public void open() throws Exception {
        super.open();
        total = MergeTally.empty();
    }

    @Override
    public void processElement(StreamRecord<MergeTally> element) {
        total = total.plus(element.getValue());
    }

    @Override
    public void endInput() throws IOException {
        Path path = new Path(file);
        try (FSDataOutputStream out = path.getFileSystem().create(path, FileSystem.WriteMode.OVERWRITE)) {
            out.write(MessageType.JSON.writeValueAsBytes(total));
        }
    }

    static MergeTally read(String file) throws IOException {
        Path path = new Path(file);
        try (FSDataInputStream in = path.getFileSystem().open(path)) {
            return MessageType.JSON.readValue(in, MergeTally.class);
        }
    }
}
