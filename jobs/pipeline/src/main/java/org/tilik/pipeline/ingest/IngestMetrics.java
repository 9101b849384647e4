// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.tilik.formats.container.LongWindows;
import org.tilik.formats.container.ReadSummary;

/**
 * What a decoding task tells Flink's metrics, under the group {@code tilik}: records read, bytes of finished inputs as
 * stored, rejects by reason ({@code rejects.<reason>}), the file it decodes, and long zstd windows open in its JVM.
 */
final class IngestMetrics {
    private static final String GROUP = "tilik";
    private static final String RECORDS = "recordsRead";
    private static final String BYTES = "bytesOfFinishedInputs";
    private static final String REJECTS = "rejects";
    private static final String FILE = "currentFile";
    private static final String WINDOWS = "openLongWindows";

    private final MetricGroup rejects;
    private final Counter records;
    private final Counter bytes;
    private String file = "";

    IngestMetrics(MetricGroup operator) {
        MetricGroup group = operator.addGroup(GROUP);
        records = group.counter(RECORDS);
        bytes = group.counter(BYTES);
        rejects = group.addGroup(REJECTS);
        group.gauge(FILE, (Gauge<String>) () -> file);
        group.gauge(WINDOWS, (Gauge<Integer>) LongWindows::open);
    }

    void decodes(DumpChunk chunk) {
        file = chunk.block().file();
        records.inc((long) chunk.block().size() + chunk.block().problems().size());
    }

    void finished(CapturePart part, ReadSummary end) {
        part.tally()
                .rejects()
                .values()
                .forEach(group -> rejects.counter(group.reason()).inc(group.count()));
        if (end != null) {
            bytes.inc(end.rawBytes());
        }
    }
}
