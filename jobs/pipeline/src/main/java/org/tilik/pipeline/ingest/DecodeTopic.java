// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.formats.RecordBlock;
import org.tilik.formats.container.ReadLimits;
import org.tilik.model.Pseudonymiser;
import org.tilik.pipeline.study.InputFile;

/**
 * Decodes the messages of a topic into one part for each checkpoint, which ends before the checkpoint is taken, so that
 * there is nothing to remember.
 */
final class DecodeTopic extends AbstractStreamOperator<CapturePart>
        implements OneInputStreamOperator<TopicRecord, CapturePart> {
    private static final long serialVersionUID = 1L;

    private final InputFile topic;
    private final int mostBytes;
    private final String captures;
    private final KeyOnTask key;
    private transient Pseudonymiser pseudonymiser;
    private transient IngestMetrics progress;
    private transient DecodePart part;
    private transient long bytes;

    DecodeTopic(InputFile topic, ReadLimits limits, String captures, KeyOnTask key) {
        this.topic = topic;
        this.mostBytes = limits.maxRecordBytes();
        this.captures = captures;
        this.key = key;
    }

    @Override
    public void open() throws Exception {
        super.open();
        pseudonymiser = key.open();
        progress = new IngestMetrics(getMetricGroup());
    }

    @Override
    public void processElement(StreamRecord<TopicRecord> element) throws IOException {
        TopicRecord message = element.getValue();
        if (part == null) {
            part = start();
        }
        bytes += message.value.length;
        Optional<RecordBlock> block = TopicBlock.of(topic, message, mostBytes);
        if (block.isPresent()) {
            progress.decodes(block.get());
            part.decode(block.get());
        }
    }

    /** A name that no other attempt takes: what a checkpoint knows of must not be written over by what comes after it. */
    private DecodePart start() throws IOException {
        Path folder = TopicCaptures.folder(captures, topic.digest());
        String name = TopicCaptures.fileName(UUID.randomUUID());
        return new DecodePart(
                topic,
                pseudonymiser,
                new CaptureFileWriter(folder, name),
                AsideFileWriter.ofLedger(folder, name),
                AsideFileWriter.ofLooks(folder, name));
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws IOException {
        if (part != null) {
            CapturePart finished = part.finish(bytes, checkpointId);
            part = null;
            bytes = 0;
            progress.finished(finished);
            output.collect(new StreamRecord<>(finished));
        }
    }

    @Override
    public void close() throws Exception {
        if (part != null) {
            part.close();
        }
        super.close();
    }
}
