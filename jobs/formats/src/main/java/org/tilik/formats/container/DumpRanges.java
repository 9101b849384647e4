// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the ranges of a dump file that can be read side by side: groups of entries of a zip file, groups of members of a
 * tar file. What is compressed as a whole can only be read from its beginning. The ranges depend on the file alone.
 */
public final class DumpRanges {
    /** An archive that is not inside anything else is the first layer of its file. */
    static final int LAYER = 1;

    private final long fileBytes;
    private final long rangeBytes;
    private final List<DumpRange> ranges = new ArrayList<>();
    private long start;

    /** The members of a file that begin in some range of it. */
    record Archive(Container container, Members members) {}

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
                memberAt(members.headerAt());
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
                memberAt(at);
            }
        }
    }

    private void memberAt(long at) {
        if (at - start >= rangeBytes) {
            ranges.add(new DumpRange(start, at, fileBytes));
            start = at;
        }
    }

    /**
     * The members in a range of a file that is an archive itself; empty where the file can only be read from its first
     * byte to its last.
     */
    static Optional<Archive> archive(RawChannel file, DumpRange range, Expansion expansion) throws IOException {
        Container container = container(file);
        Optional<Archive> archive = Optional.empty();
        if (container == Container.ZIP) {
            archive = ZipDirectory.open(file, LAYER, expansion)
                    .map(directory -> new Archive(container, directory.within(range)));
        } else if (container == Container.TAR && !range.coversFile()) {
            long bytes = range.end() == range.fileBytes() ? Long.MAX_VALUE : range.end() - range.start();
            archive = Optional.of(new Archive(container, TarMembers.within(file.from(range.start()), LAYER, bytes)));
        }
        if (archive.isEmpty() && !range.coversFile()) {
            throw new IOException("It is no longer the " + container.title()
                    + " file that it was when its parts were listed; it must not change while it is read.");
        }
        return archive;
    }

    private static Container container(RawChannel file) throws IOException {
        PeekedStream head = new PeekedStream(file.from(0));
        return Container.of(head.head(), head.headLength());
    }
}
