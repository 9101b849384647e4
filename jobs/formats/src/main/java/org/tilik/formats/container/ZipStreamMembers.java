// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.tilik.model.RejectReason;

/**
 * The entries of a zip archive in the order in which they lie, read without its directory: for archives inside archives,
 * and for those whose directory is missing because they were cut.
 */
final class ZipStreamMembers implements Members {
    private final int layer;
    private final Expansion expansion;
    private final Tail tail;
    private final ZipArchiveInputStream zip;

    ZipStreamMembers(InputStream in, int layer, Expansion expansion) {
        this.layer = layer;
        this.expansion = expansion;
        tail = new Tail(in);
        zip = new ZipArchiveInputStream(tail, StandardCharsets.UTF_8.name(), true, false);
    }

    @Override
    public Member next() throws IOException {
        try {
            ZipArchiveEntry entry = zip.getNextEntry();
            while (entry != null && entry.isDirectory()) {
                entry = zip.getNextEntry();
            }
            return entry == null ? end() : member(entry);
        } catch (RawFailure | Damage e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw ZipEntryStream.damage(layer, e, "The entries of the zip archive", expansion);
        }
    }

    private Member member(ZipArchiveEntry entry) {
        boolean stored = entry.getMethod() == ZipArchiveEntry.STORED;
        if (entry.isUnixSymlink()) {
            return Member.special(entry.getName());
        }
        if (stored && entry.getGeneralPurposeBit().usesDataDescriptor()) {
            return Member.unreadable(entry.getName(), "its size is not stated before its data");
        }
        if (!zip.canReadEntryData(entry)) {
            return Member.unreadable(entry.getName(), ZipDirectory.obstacle(entry));
        }
        return Member.file(entry.getName(), new ZipEntryStream(() -> new Entry(zip), layer, entry.getCrc(), expansion));
    }

    /** The library does not tell a cut archive from a whole one: only the latter ends with a directory. */
    private Member end() throws IOException {
        tail.drain();
        if (!tail.isEndOfArchive()) {
            throw new Damage(
                    layer,
                    RejectReason.TRUNCATED_ARCHIVE,
                    "The zip archive does not end with a directory, so it was cut, near byte " + expansion.rawBytes()
                            + " of the file; the entries before were read. Fetch the file again and compare sizes.");
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** The bytes of the current entry; the library's stream goes on with the next one. */
    private static final class Entry extends FilterInputStream {
        Entry(InputStream zip) {
            super(zip);
        }

        @Override
        public void close() {}
    }

    /** Remembers the last bytes that passed. */
    private static final class Tail extends FilterInputStream {
        private static final int END_BYTES = 22;

        /** Room for the record that ends an archive, with the longest comment. */
        private final byte[] ring = new byte[1 << 17];

        private long count;

        Tail(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int n = super.read(target, offset, length);
            for (int i = Math.max(0, n - ring.length); i < n; ) {
                int at = (int) ((count + i) % ring.length);
                int step = Math.min(n - i, ring.length - at);
                System.arraycopy(target, offset + i, ring, at, step);
                i += step;
            }
            count += Math.max(n, 0);
            return n;
        }

        @Override
        public long skip(long bytes) throws IOException {
            byte[] passed = new byte[(int) Math.min(bytes, 1 << 12)];
            return Math.max(0, read(passed, 0, passed.length));
        }

        void drain() throws IOException {
            byte[] passed = new byte[1 << 15];
            while (read(passed, 0, passed.length) >= 0) {
                // Only what is last matters.
            }
        }

        /** Whether the last bytes are the record that ends an archive, with its comment. */
        boolean isEndOfArchive() {
            int held = (int) Math.min(count, ring.length);
            for (long at = count - END_BYTES; at >= count - held; at--) {
                int comment = (byteAt(at + 20) & 0xFF) | (byteAt(at + 21) & 0xFF) << 8;
                if (byteAt(at) == 'P'
                        && byteAt(at + 1) == 'K'
                        && byteAt(at + 2) == 5
                        && byteAt(at + 3) == 6
                        && at + END_BYTES + comment == count) {
                    return true;
                }
            }
            return false;
        }

        private byte byteAt(long at) {
            return ring[(int) (at % ring.length)];
        }

        /** The bytes belong to the layer outside. */
        @Override
        public void close() {}
    }
}
