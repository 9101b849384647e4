// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;
import org.tilik.formats.RecordBlock;
import org.tilik.formats.container.LongWindows;

/**
 * What a decoding task tells Flink's metrics, under the group {@code tilik}: records read, bytes of finished inputs as
 * stored, rejects by reason ({@code rejects.<reason>}), the file and member it decodes, and long zstd windows open in its JVM.
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

    void decodes(RecordBlock block) {
        file = block.member().isEmpty() ? block.file() : block.file() + "!/" + block.member();
        records.inc(block.size() + block.problems().size() + block.nonDumpMembers());
    }

    void finished(CapturePart part) {
        part.tally()
                .rejects()
                .values()
                .forEach(group -> rejects.counter(group.reason()).inc(group.count()));
        if (part.last()) {
            bytes.inc(part.range().end() - part.range().start());
        }
    }
}
