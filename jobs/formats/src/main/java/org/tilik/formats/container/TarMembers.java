// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.tilik.model.RejectReason;

/**
 * Walks a tar archive (ustar, GNU and POSIX.1-2001 extensions, several archives one after the other).
 *
 * <p>Written here because the library holds names of any length in memory, takes a cut archive for a whole one, and does
 * not say where a member begins, which is needed to read a large archive in parts.
 */
final class TarMembers implements Members {
    private static final int MOST_EXTENSION_BYTES = 1 << 20;

    private static final int SKIP_BYTES = 1 << 16;

    private final InputStream in;
    private final int layer;
    private final long end;
    private final boolean seeks;
    private final byte[] block = new byte[TarHeader.BYTES];
    private final TarHeader header = new TarHeader(block);
    private long position;
    private boolean closed;

    /** Where the headers of the current member begin. */
    private long headerAt;
    /** What stands between the current member's last byte that was read and the next header. */
    private long left;

    private long padding;
    private byte[] passedOver;

    /** What the headers before a member say about it. */
    private String statedName;

    private long statedSize;
    private boolean sparse;

    private TarMembers(InputStream in, int layer, long end, boolean seeks) {
        this.in = in;
        this.layer = layer;
        this.end = end;
        this.seeks = seeks;
    }

    /** All members of an archive, whose bytes are read one after the other. */
    static TarMembers all(InputStream in, int layer) {
        return new TarMembers(in, layer, Long.MAX_VALUE, false);
    }

    /** The members whose headers begin within so many bytes of a stream that passes over bytes without reading them. */
    static TarMembers within(InputStream in, int layer, long bytes) {
        return new TarMembers(in, layer, bytes, true);
    }

    /** Where the headers of the current member begin, counted from where this walk began. */
    long headerAt() {
        return headerAt;
    }

    @Override
    public Member next() throws IOException {
        skip(left + padding);
        begin();
        while (headerAt < end && readHeader()) {
            if (header.isEmpty()) {
                closed = true;
                begin();
            } else if (!header.isSound() || header.size() < 0) {
                throw damage(RejectReason.CORRUPT_ARCHIVE, "what should be a header of a member is none");
            } else if (!readExtension()) {
                Member member = member();
                if (member != null) {
                    return member;
                }
                begin();
            }
        }
        return null;
    }

    private void begin() {
        headerAt = position;
        left = 0;
        padding = 0;
        statedName = null;
        statedSize = -1;
        sparse = false;
    }

    /** Reads what a header says about the next member; false when it introduces a member itself. */
    private boolean readExtension() throws IOException {
        long size = header.size();
        switch (header.type()) {
            case 'L' -> statedName = cutAtZero(extension(size));
            case 'x', 'X' -> readPax(extension(size));
            case 'K', 'g' -> skip(padded(size));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** The member that the header introduces, or null for a folder. */
    private Member member() throws IOException {
        String name = statedName == null ? header.name() : statedName;
        char type = header.type();
        boolean file = type == '0' || type == 0 || type == '7';
        boolean bodiless = type >= '1' && type <= '6';
        left = bodiless ? 0 : statedSize >= 0 ? statedSize : header.size();
        padding = padded(left) - left;
        if (type == 'S') {
            sparse = true;
            passSparseMap();
        }
        if (sparse) {
            return Member.unreadable(name, "it is stored as a sparse file");
        }
        if (type == '5' || type == 'D' || (file && name.endsWith("/"))) {
            skip(left + padding);
            return null;
        }
        return file ? Member.file(name, new Content()) : Member.special(name);
    }

    private void passSparseMap() throws IOException {
        boolean more = header.sparseContinues();
        while (more) {
            readHeader();
            more = header.sparseMapContinues();
        }
    }

    private void readPax(byte[] records) {
        int at = 0;
        while (at < records.length) {
            int space = indexOf(records, ' ', at, records.length);
            int length = space < 0 ? -1 : decimal(records, at, space);
            int equals = length <= 0 || at + length > records.length ? -1 : indexOf(records, '=', space, at + length);
            if (equals < 0) {
                return;
            }
            String key = text(records, space + 1, equals);
            String value = text(records, equals + 1, at + length - 1);
            if (key.equals("path")) {
                statedName = value;
            } else if (key.equals("size") && value.matches("[0-9]{1,18}")) {
                statedSize = Long.parseLong(value);
            } else if (key.startsWith("GNU.sparse.")) {
                sparse = true;
            }
            at += length;
        }
    }

    private static int indexOf(byte[] bytes, char wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    private static int decimal(byte[] bytes, int from, int to) {
        String digits = text(bytes, from, to);
        return digits.matches("[0-9]{1,8}") ? Integer.parseInt(digits) : -1;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, Math.max(0, to - from), StandardCharsets.UTF_8);
    }

    private static String cutAtZero(byte[] bytes) {
        int zero = indexOf(bytes, (char) 0, 0, bytes.length);
        return text(bytes, 0, zero < 0 ? bytes.length : zero);
    }

    private byte[] extension(long size) throws IOException {
        if (size > MOST_EXTENSION_BYTES) {
            throw damage(
                    RejectReason.UNSAFE_ARCHIVE,
                    "a header says that " + size + " bytes of names follow (at most " + MOST_EXTENSION_BYTES + ")");
        }
        byte[] bytes = new byte[(int) size];
        if (readFully(bytes) < bytes.length) {
            throw truncated();
        }
        skip(padded(size) - size);
        return bytes;
    }

    /** False at the end of the archive; one that was cut between two members lacks the empty blocks at its end. */
    private boolean readHeader() throws IOException {
        int n = readFully(block);
        if (n == block.length) {
            return true;
        }
        if (n == 0 && closed && position == headerAt) {
            return false;
        }
        throw truncated();
    }

    private int readFully(byte[] target) throws IOException {
        int length = 0;
        int n;
        while (length < target.length && (n = in.read(target, length, target.length - length)) >= 0) {
            length += n;
        }
        position += length;
        return length;
    }

    private void skip(long bytes) throws IOException {
        long togo = bytes;
        while (togo > 0) {
            long n = seeks ? in.skip(togo) : passOver(togo);
            if (n <= 0) {
                throw truncated();
            }
            togo -= n;
            position += n;
        }
    }

    private int passOver(long bytes) throws IOException {
        if (passedOver == null) {
            passedOver = new byte[SKIP_BYTES];
        }
        return in.read(passedOver, 0, (int) Math.min(bytes, SKIP_BYTES));
    }

    private static long padded(long size) {
        return (size + TarHeader.BYTES - 1) / TarHeader.BYTES * TarHeader.BYTES;
    }

    private Damage truncated() {
        return new Damage(
                layer,
                RejectReason.TRUNCATED_ARCHIVE,
                "The tar archive ends too early, after " + position + " bytes of it; what came before was read. Fetch"
                        + " the file again and compare sizes.");
    }

    private Damage damage(RejectReason reason, String what) {
        return new Damage(
                layer,
                reason,
                "The tar archive is damaged near its byte " + position + ": " + what + ". What came before was read.");
    }

    /** The bytes belong to the layer outside. */
    @Override
    public void close() {}

    /** The current member's bytes, no more. */
    private final class Content extends InputStream {
        private final long from = headerAt;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (from != headerAt || left == 0) {
                return -1;
            }
            int n = in.read(target, offset, (int) Math.min(length, left));
            if (n < 0) {
                throw truncated();
            }
            left -= n;
            position += n;
            return n;
        }
    }
}
