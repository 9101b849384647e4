// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster.twotables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.java.tuple.Tuple3;

/** Writes each row to a file named after its bucket, so that a second execution writes over the first. */
final class BucketWriter extends RichMapFunction<Tuple3<Long, Long, Long>, Long> {
    private static final long serialVersionUID = 1L;

    /** Accumulator: the numbers counted into the rows that this job wrote. */
    static final String ROWS = "rows";

    private final String folder;
    private transient LongCounter rows;

    BucketWriter(String folder) {
        this.folder = folder;
    }

    @Override
    public void open(OpenContext context) {
        rows = new LongCounter();
        getRuntimeContext().addAccumulator(ROWS, rows);
    }

    @Override
    public Long map(Tuple3<Long, Long, Long> row) throws IOException {
        Files.writeString(Path.of(folder, "part-" + row.f0 + ".txt"), row.f1 + " " + row.f2);
        rows.add(row.f1);
        return row.f0;
    }
}
