// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.RecordCut;

/**
 * Finds the ranges of a dump file that can be read side by side: groups of entries of a zip file, of members of a tar
 * file, of frames of a zstd file of lines that says where its frames begin. What is compressed as a whole can only be read
 * from its beginning. The ranges depend on the file alone.
 */
public final class DumpRanges {
    /** An archive that is not inside anything else is the first layer of its file. */
    static final int LAYER = 1;

    private static final Packing ZSTD = new Packing(List.of(Container.ZSTD));

    private final long fileBytes;
    private final long rangeBytes;
    private final List<DumpRange> ranges = new ArrayList<>();
    private long start;

    private DumpRanges(long fileBytes, long rangeBytes) {
        this.fileBytes = fileBytes;
        this.rangeBytes = rangeBytes;
    }

    /** The ranges of this file, in order and without gaps; a single one where it cannot be divided or is small. */
    public static List<DumpRange> of(SeekableByteChannel channel, ReadLimits limits) throws IOException {
        RawChannel file = new RawChannel(channel);
        DumpRanges found = new DumpRanges(file.size(), limits.rangeBytes());
        if (file.size() >= 2 * limits.rangeBytes()) {
            switch (container(file)) {
                case TAR -> found.divideTar(file);
                case ZIP -> found.divideZip(file, limits);
                case ZSTD -> found.divideZstd(file);
                default -> {}
            }
        }
        found.ranges.add(new DumpRange(found.start, found.fileBytes, found.fileBytes));
        return List.copyOf(found.ranges);
    }

    private void divideTar(RawChannel file) throws IOException {
        TarMembers members = TarMembers.within(file.from(0), LAYER, Long.MAX_VALUE);
        try {
            while (members.next() != null) {
                partAt(members.headerAt());
            }
        } catch (Damage damage) {
            // Whoever reads the last range comes to the damaged place and tells of it.
            return;
        }
    }

    private void divideZip(RawChannel file, ReadLimits limits) throws IOException {
        Optional<ZipDirectory> directory = ZipDirectory.open(file, LAYER, new Expansion(file::count, limits));
        if (directory.isPresent()) {
            for (long at : directory.get().starts()) {
                partAt(at);
            }
        }
    }

    /** Only lines can be found again behind the beginning of any frame. */
    private void divideZstd(RawChannel file) throws IOException {
        DumpHead head = DumpHead.read(file.from(0), DumpHead.USUAL_BYTES);
        boolean lines = head.packing().equals(ZSTD)
                && DumpFormat.sniff(head.bytes())
                        .filter(known -> known.cut() == RecordCut.NDJSON)
                        .isPresent();
        if (lines) {
            ZstdFrames.find(file, this::partAt);
        }
    }

    private void partAt(long at) {
        if (at < fileBytes && at - start >= rangeBytes) {
            ranges.add(new DumpRange(start, at, fileBytes));
            start = at;
        }
    }

    /**
     * A walk through what begins in a range; empty where the file can only be read from its first byte to its last.
     *
     * @param name path relative to the study, for messages
     */
    static Optional<DumpWalk> walk(
            RawChannel file, DumpRange range, String name, Expansion expansion, ReadLimits limits) throws IOException {
        Container container = container(file);
        if (container == Container.ZIP) {
            Optional<ZipDirectory> directory = ZipDirectory.open(file, LAYER, expansion);
            if (directory.isPresent()) {
                return Optional.of(DumpWalk.through(container, directory.get().within(range), name, expansion, limits));
            }
        }
        if (range.coversFile()) {
            return Optional.empty();
        }
        if (container == Container.TAR) {
            long bytes = range.end() == range.fileBytes() ? Long.MAX_VALUE : range.end() - range.start();
            Members members = TarMembers.within(file.from(range.start()), LAYER, bytes);
            return Optional.of(DumpWalk.through(container, members, name, expansion, limits));
        }
        if (container == Container.ZSTD) {
            FrameLines lines = new FrameLines(
                    file,
                    range,
                    compressed ->
                            Unpacked.open(new PeekedStream(compressed), container, LAYER, expansion, name, limits));
            return Optional.of(DumpWalk.through(ZSTD, lines, range.start() == 0 ? "" : "@" + range.start()));
        }
        throw new FileChanged(name + " is no longer the file that it was when its parts were listed; it must not change"
                + " while it is read.");
    }

    private static Container container(RawChannel file) throws IOException {
        PeekedStream head = new PeekedStream(file.from(0));
        return Container.of(head.head(), head.headLength());
    }
}
