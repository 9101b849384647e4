// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.formats.container.Packing;
import org.tilik.model.RejectReason;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableManifest;

/** Marks the captures of an input as finished as soon as all parts of all its ranges are there; runs as one task. */
final class CommitCaptures extends AbstractStreamOperator<CapturePart>
        implements OneInputStreamOperator<CapturePart, CapturePart> {
    private static final long serialVersionUID = 1L;

    private final String captures;
    private transient Map<String, NavigableMap<Long, Range>> inputs;

    /** The parts of one range that are there. */
    private static final class Range {
        private final NavigableMap<Long, CapturePart> parts = new TreeMap<>();

        /** The last part where all are there, else null. */
        CapturePart last() {
            CapturePart highest = parts.lastEntry().getValue();
            return highest.last() && parts.size() == highest.part() + 1 ? highest : null;
        }
    }

    CommitCaptures(String captures) {
        this.captures = captures;
    }

    @Override
    public void open() throws Exception {
        super.open();
        inputs = new HashMap<>();
    }

    @Override
    public void processElement(StreamRecord<CapturePart> element) throws IOException {
        CapturePart part = element.getValue();
        NavigableMap<Long, Range> ranges = inputs.computeIfAbsent(part.digest(), digest -> new TreeMap<>());
        ranges.computeIfAbsent(part.range().start(), start -> new Range()).parts.put(part.part(), part);
        if (isWhole(ranges.values(), part.range().fileBytes())) {
            commit(part.digest(), ranges.values());
            inputs.remove(part.digest());
        }
        output.collect(element);
    }

    /** Whether finished ranges follow one another from the first byte of the file to its last. */
    private static boolean isWhole(Iterable<Range> ranges, long fileBytes) {
        long reached = 0;
        for (Range range : ranges) {
            CapturePart last = range.last();
            if (last == null || last.range().start() != reached) {
                return false;
            }
            reached = last.range().end();
        }
        return reached == fileBytes;
    }

    private void commit(String digest, Collection<Range> ranges) throws IOException {
        Path folder = new Path(captures, "input=" + digest);
        List<CapturePart> parts =
                ranges.stream().flatMap(range -> range.parts.values().stream()).toList();
        CapturePart first = ranges.iterator().next().last();
        CaptureTally tally = parts.stream().map(CapturePart::tally).reduce(CaptureTally.empty(), CaptureTally::plus);
        if (first.packing().holdsMembers() && tally.holdsNoDump()) {
            tally = tally.plus(noDump(first.packing()));
        }
        new DecodedInput(
                        first.sha256(),
                        first.range().fileBytes(),
                        first.packing().title(),
                        tally)
                .write(folder);
        new TableManifest(
                        Table.LEDGER_ENTRIES.name(),
                        digest,
                        parts.stream()
                                .map(CapturePart::ledger)
                                .filter(Objects::nonNull)
                                .toList())
                .write(CaptureFiles.ledger(folder));
        // Last, since the input is taken as decoded as soon as this one is there.
        new TableManifest(
                        Table.CAPTURES.name(),
                        digest,
                        parts.stream().map(CapturePart::file).toList())
                .write(folder);
    }

    private static CaptureTally noDump(Packing packing) {
        CaptureTally.Builder tally = new CaptureTally.Builder();
        tally.read();
        tally.reject(
                "",
                RejectReason.UNSUPPORTED_RECORD,
                1,
                0,
                "No member of this file (" + packing.title() + ") is a dump that Tilik reads, or of the format that the"
                        + " study names. Take the file out, or correct the study.");
        return tally.build();
    }
}
