// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.model.Pseudonymiser;
import org.tilik.pipeline.study.InputFile;
import org.tilik.pipeline.table.TableManifest;

/** Decodes blocks part by part; at most one part per range being read is open at a time. */
final class DecodeChunks extends AbstractStreamOperator<CapturePart>
        implements OneInputStreamOperator<DumpChunk, CapturePart> {
    private static final long serialVersionUID = 1L;

    private final String captures;
    private final KeyOnTask key;
    private transient Pseudonymiser pseudonymiser;
    private transient Map<Place, DecodePart> open;
    private transient IngestMetrics progress;

    private record Place(String digest, long start) {}

    DecodeChunks(String captures, KeyOnTask key) {
        this.captures = captures;
        this.key = key;
    }

    @Override
    public void open() throws Exception {
        super.open();
        pseudonymiser = key.open();
        open = new HashMap<>();
        progress = new IngestMetrics(getMetricGroup());
    }

    @Override
    public void processElement(StreamRecord<DumpChunk> element) throws IOException {
        DumpChunk chunk = element.getValue();
        Place place = new Place(chunk.input().digest(), chunk.range().start());
        DecodePart part = open.get(place);
        if (part == null) {
            part = start(chunk.input(), chunk);
            open.put(place, part);
        }
        progress.decodes(chunk.block());
        part.decode(chunk.block());
        if (chunk.endsPart()) {
            open.remove(place);
            CapturePart finished = part.finish(chunk);
            progress.finished(finished);
            output.collect(new StreamRecord<>(finished));
        }
    }

    private DecodePart start(InputFile input, DumpChunk first) throws IOException {
        Path folder = InputParts.folder(captures, input.digest());
        // An earlier attempt, or somebody before, may have finished this input; not in open(): others are finished in
        // this.
        TableManifest.withdraw(folder);
        String name = String.format("part-%d-%05d.sorted", first.range().start(), first.part());
        return new DecodePart(
                input,
                pseudonymiser,
                new CaptureFileWriter(folder, name),
                AsideFileWriter.ofLedger(folder, name),
                AsideFileWriter.ofLooks(folder, name));
    }

    @Override
    public void close() throws Exception {
        if (open != null) {
            for (DecodePart part : open.values()) {
                part.close();
            }
        }
        super.close();
    }
}
