// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.core.fs.Path;
import org.tilik.formats.Decoded;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.RecordBlock;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.container.DumpRange;
import org.tilik.formats.container.LongWindows;
import org.tilik.formats.container.Packing;
import org.tilik.formats.container.ReadLimits;
import org.tilik.formats.container.RecordBlockReader;
import org.tilik.model.Event;
import org.tilik.pipeline.ingest.DumpFileChannel;
import org.tilik.pipeline.study.InputFile;

/** Reads the beginning of one input and reckons from it what the whole holds. */
final class InputSample {
    private final InputFile input;
    private final long mostBytes;

    private final Set<DumpFormat> formats = EnumSet.noneOf(DumpFormat.class);
    private Packing packing;
    private DumpFormat decodes;
    private byte[] header;
    private RecordDecoder decoder;
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
        sample.read();
        return sample.plan();
    }

    private void read() throws IOException {
        int openBefore = LongWindows.open();
        try (RecordBlockReader reader = RecordBlockReader.open(
                DumpFileChannel.open(new Path(input.uri()), input.bytes()),
                DumpRange.whole(input.bytes()),
                input.name(),
                input.format(),
                ReadLimits.configured())) {
            packing = reader.packing();
            longWindow = LongWindows.open() > openBefore;
            Optional<RecordBlock> block = reader.next();
            while (block.isPresent()) {
                take(block.get());
                rawBytes = reader.rawBytes();
                if (rawBytes >= mostBytes) {
                    return;
                }
                block = reader.next();
            }
            whole = true;
        }
    }

    private void take(RecordBlock block) {
        contentBytes += block.bytes().length;
        records += block.size() + block.problems().size() + block.nonDumpMembers();
        rejects += block.problems().size();
        if (block.format() != null) {
            formats.add(block.format());
        }
        for (int i = 0; i < block.size(); i++) {
            Decoded decoded = decoder(block).decode(block.record(i));
            if (decoded instanceof Decoded.Events events) {
                Event event = events.events().get(0);
                takeTime(event.timeHi() == null ? event.timeLo() : event.timeHi());
            } else if (decoded instanceof Decoded.Ledger found) {
                takeTime(found.entry().filedAt());
            } else if (decoded instanceof Decoded.Rejected) {
                rejects++;
            }
        }
    }

    private RecordDecoder decoder(RecordBlock block) {
        if (decodes != block.format() || !Arrays.equals(header, block.header())) {
            decodes = block.format();
            header = block.header();
            decoder = decodes.decoder(input.settings(decodes, header));
        }
        return decoder;
    }

    private void takeTime(Instant at) {
        if (at == null) {
            return;
        }
        inOrder &= previous == null || !at.isBefore(previous);
        previous = at;
        first = first == null || at.isBefore(first) ? at : first;
        last = last == null || at.isAfter(last) ? at : last;
    }

    private InputPlan plan() {
        if (format() == null && !packing.holdsMembers()) {
            return new InputPlan(
                    input.name(), null, packing.title(), input.bytes(), null, null, null, null, null, null, false);
        }
        double share = whole || rawBytes == 0 ? 1 : Math.min(1, rawBytes / (double) input.bytes());
        InputPlan.Basis basis =
                whole ? InputPlan.Basis.EXACT : inOrder ? InputPlan.Basis.EXTRAPOLATED : InputPlan.Basis.SAMPLE_ONLY;
        return new InputPlan(
                input.name(),
                format(),
                packing.title(),
                input.bytes(),
                Math.round(contentBytes / share),
                Math.round(records / share),
                records == 0 ? null : rejects / (double) records,
                first,
                last(basis, share),
                basis,
                longWindow);
    }

    /** The formats seen, or the one that the study names for a file of which nothing was seen, or null. */
    private String format() {
        if (formats.isEmpty()) {
            return input.format() == null ? null : input.format().id();
        }
        return formats.stream().map(DumpFormat::id).collect(Collectors.joining(", "));
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
