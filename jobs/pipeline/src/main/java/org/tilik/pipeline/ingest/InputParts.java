// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.IOException;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.flink.core.fs.Path;
import org.tilik.formats.container.Packing;
import org.tilik.model.RejectReason;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableFile;
import org.tilik.pipeline.table.TableManifest;

/** The parts of one input that are there; a part that comes again takes its own place. */
final class InputParts {
    private final NavigableMap<Long, Range> ranges = new TreeMap<>();
    private long fileBytes;

    /** The parts of one range that are there. */
    private static final class Range {
        private final NavigableMap<Long, CapturePart> parts = new TreeMap<>();

        /** The last part where all are there, else null. */
        CapturePart last() {
            CapturePart highest = parts.lastEntry().getValue();
            return highest.last() && parts.size() == highest.part() + 1 ? highest : null;
        }
    }

    /** Where the events of the input with this digest lie. */
    static Path folder(String captures, String digest) {
        return new Path(captures, "input=" + digest);
    }

    void add(CapturePart part) {
        fileBytes = part.range().fileBytes();
        ranges.computeIfAbsent(part.range().start(), start -> new Range()).parts.put(part.part(), part);
    }

    List<CapturePart> parts() {
        return ranges.values().stream()
                .flatMap(range -> range.parts.values().stream())
                .toList();
    }

    /** Whether finished ranges follow one another from the first byte of the file to its last. */
    boolean isWhole() {
        long reached = 0;
        for (Range range : ranges.values()) {
            CapturePart last = range.last();
            if (last == null || last.range().start() != reached) {
                return false;
            }
            reached = last.range().end();
        }
        return reached == fileBytes;
    }

    /** Writes what became of the input, then the manifest of its captures. */
    void commit(String captures) throws IOException {
        CapturePart first = ranges.firstEntry().getValue().last();
        String digest = first.input().digest();
        Path folder = folder(captures, digest);
        List<CapturePart> parts = parts();
        CaptureTally tally = parts.stream().map(CapturePart::tally).reduce(CaptureTally.empty(), CaptureTally::plus);
        if (first.packing().holdsMembers() && tally.holdsNoDump()) {
            tally = tally.plus(noDump(first.packing()));
        }
        new DecodedInput(
                        first.input(),
                        first.sha256(),
                        first.range().fileBytes(),
                        first.packing().title(),
                        tally)
                .write(folder);
        writeAside(
                folder,
                digest,
                Table.LEDGER_ENTRIES,
                parts.stream().map(CapturePart::ledger),
                CaptureFiles.Kind.LEDGER);
        writeAside(folder, digest, Table.PLACE_LOOKS, parts.stream().map(CapturePart::looks), CaptureFiles.Kind.LOOKS);
        // Last, since the input is taken as decoded as soon as this one is there.
        new TableManifest(
                        Table.CAPTURES.name(),
                        digest,
                        parts.stream().map(CapturePart::file).toList())
                .write(folder);
    }

    private static void writeAside(
            Path folder, String digest, Table<?> table, Stream<TableFile> files, CaptureFiles.Kind kind)
            throws IOException {
        new TableManifest(table.name(), digest, files.filter(Objects::nonNull).toList()).write(kind.in(folder));
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
