// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.core.fs.Path;
import org.tilik.formats.Decoded;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.RecordBlock;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.container.Container;
import org.tilik.formats.container.DumpHead;
import org.tilik.formats.container.LongWindows;
import org.tilik.formats.container.ReadLimits;
import org.tilik.formats.container.RecordBlockReader;
import org.tilik.model.Event;
import org.tilik.pipeline.study.InputFile;

/** Reads the beginning of one input and reckons from it what the whole holds. */
final class InputSample {
    private final InputFile input;
    private final long mostBytes;

    private Container container;
    private boolean whole;
    private boolean longWindow;
    private long rawBytes;
    private long contentBytes;
    private long records;
    private long rejects;
    private Instant first;
    private Instant last;
    private Instant previous;
    private boolean inOrder = true;

    private InputSample(InputFile input, long mostBytes) {
        this.input = input;
        this.mostBytes = mostBytes;
    }

    /** What a sample of so many stored bytes says about this input. */
    static InputPlan plan(InputFile input, long mostBytes) throws IOException {
        InputSample sample = new InputSample(input, mostBytes);
        Path path = new Path(input.uri());
        try (InputStream raw = path.getFileSystem().open(path)) {
            if (input.format() == null) {
                sample.container = DumpHead.read(raw, 1).container();
            } else {
                sample.read(raw);
            }
        }
        return sample.plan();
    }

    private void read(InputStream raw) throws IOException {
        int openBefore = LongWindows.open();
        try (RecordBlockReader reader =
                RecordBlockReader.open(raw, input.name(), input.format().cut(), ReadLimits.configured())) {
            container = reader.container();
            longWindow = LongWindows.open() > openBefore;
            Optional<RecordBlock> block = reader.next();
            RecordDecoder decoder = null;
            while (block.isPresent()) {
                if (decoder == null) {
                    decoder = input.format()
                            .decoder(new DecoderSettings(
                                    input.platform(),
                                    input.capturedAt(),
                                    block.get().header(),
                                    input.samplingShare()));
                }
                take(block.get(), decoder);
                rawBytes = reader.rawBytes();
                if (rawBytes >= mostBytes) {
                    return;
                }
                block = reader.next();
            }
            whole = true;
        }
    }

    private void take(RecordBlock block, RecordDecoder decoder) {
        contentBytes = block.baseOffset() + block.bytes().length;
        records += block.size() + block.problems().size();
        rejects += block.problems().size();
        for (int i = 0; i < block.size(); i++) {
            Decoded decoded = decoder.decode(block.record(i));
            if (decoded instanceof Decoded.Events events) {
                takeTime(events.events().get(0));
            } else if (decoded instanceof Decoded.Rejected) {
                rejects++;
            }
        }
    }

    private void takeTime(Event event) {
        Instant at = event.timeHi() == null ? event.timeLo() : event.timeHi();
        if (at == null) {
            return;
        }
        inOrder &= previous == null || !at.isBefore(previous);
        previous = at;
        first = first == null || at.isBefore(first) ? at : first;
        last = last == null || at.isAfter(last) ? at : last;
    }

    private InputPlan plan() {
        if (input.format() == null) {
            return new InputPlan(
                    input.name(), null, container.title(), input.bytes(), null, null, null, null, null, null, false);
        }
        double share = whole || rawBytes == 0 ? 1 : Math.min(1, rawBytes / (double) input.bytes());
        InputPlan.Basis basis =
                whole ? InputPlan.Basis.EXACT : inOrder ? InputPlan.Basis.EXTRAPOLATED : InputPlan.Basis.SAMPLE_ONLY;
        return new InputPlan(
                input.name(),
                input.format().id(),
                container.title(),
                input.bytes(),
                Math.round(contentBytes / share),
                Math.round(records / share),
                records == 0 ? null : rejects / (double) records,
                first,
                last(basis, share),
                basis,
                longWindow);
    }

    /** Dumps in order of time go on at the rate of the sample; of others only the sample's own range is known. */
    private Instant last(InputPlan.Basis basis, double share) {
        if (first == null || basis != InputPlan.Basis.EXTRAPOLATED) {
            return last;
        }
        double seconds = Duration.between(first, last).toSeconds() / share;
        return first.plusSeconds(Math.round(seconds));
    }
}
