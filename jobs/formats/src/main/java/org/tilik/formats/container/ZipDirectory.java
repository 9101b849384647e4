// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.tilik.model.RejectReason;

/**
 * The entries that the directory of a zip file lists, in the order in which their data lie, so that each can be read by
 * itself and a damaged one harms no other.
 */
final class ZipDirectory implements Members {
    /** A longer directory is not held in memory; the archive is then read entry by entry without it. */
    private static final long MOST_DIRECTORY_BYTES = 16 << 20;

    private static final int END_BYTES = 22;
    private static final int MOST_COMMENT_BYTES = 0xFFFF;
    private static final int END_MAGIC = 0x06054b50;
    private static final int START_AT = 16;
    private static final int COMMENT_LENGTH_AT = 20;
    private static final int END64_BYTES = 56;
    private static final int START64_AT = 48;
    private static final int ENTRY_MAGIC = 0x02014b50;
    private static final int LOCATOR_MAGIC = 0x07064b50;
    private static final int LOCATOR_BYTES = 20;
    private static final long IN_ZIP64 = 0xFFFFFFFFL;

    private final ZipFile zip;
    private final List<ZipArchiveEntry> entries;
    /** An entry whose data are also those of the next one, or null in an honest archive. */
    private final String sharing;

    private final int layer;
    private final Expansion expansion;
    private int at;

    private ZipDirectory(ZipFile zip, List<ZipArchiveEntry> entries, String sharing, int layer, Expansion expansion) {
        this.zip = zip;
        this.entries = entries;
        this.sharing = sharing;
        this.layer = layer;
        this.expansion = expansion;
    }

    /** The directory, or empty where it is missing, damaged or too long to hold. */
    static Optional<ZipDirectory> open(RawChannel file, int layer, Expansion expansion) throws IOException {
        if (!hasModestDirectory(file)) {
            return Optional.empty();
        }
        try {
            ZipFile zip = ZipFile.builder()
                    .setSeekableByteChannel(file)
                    .setCharset(StandardCharsets.UTF_8)
                    .setUseUnicodeExtraFields(true)
                    .setIgnoreLocalFileHeader(true)
                    .get();
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            entries.sort(Comparator.comparingLong(ZipArchiveEntry::getLocalHeaderOffset));
            return Optional.of(new ZipDirectory(zip, entries, sharing(entries), layer, expansion));
        } catch (RawFailure e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Without a directory the entries are found where they lie.
            return Optional.empty();
        }
    }

    /**
     * Whether a directory of modest size lies where the end of the file says. The library would also take the directory
     * of an archive inside a cut one for that of the whole.
     */
    private static boolean hasModestDirectory(SeekableByteChannel file) throws IOException {
        long size = file.size();
        ByteBuffer tail = read(file, Math.max(0, size - END_BYTES - MOST_COMMENT_BYTES), size);
        int i = tail.limit() - END_BYTES;
        while (i >= 0 && !isEnd(tail, i)) {
            i--;
        }
        if (i < 0) {
            return false;
        }
        long end = size - tail.limit() + i;
        long start = tail.getInt(i + START_AT) & IN_ZIP64;
        if (start == IN_ZIP64 && i >= LOCATOR_BYTES && tail.getInt(i - LOCATOR_BYTES) == LOCATOR_MAGIC) {
            long end64 = tail.getLong(i - LOCATOR_BYTES + Long.BYTES);
            if (end64 < 0 || end64 + END64_BYTES > size) {
                return false;
            }
            start = read(file, end64 + START64_AT, end64 + END64_BYTES).getLong(0);
        }
        return start >= 0
                && start + Integer.BYTES <= size
                && end - start <= MOST_DIRECTORY_BYTES
                && (start == end || read(file, start, start + Integer.BYTES).getInt(0) == ENTRY_MAGIC);
    }

    /** Whether the record that ends an archive stands here and fills the file to its end with its comment. */
    private static boolean isEnd(ByteBuffer tail, int at) {
        return tail.getInt(at) == END_MAGIC
                && at + END_BYTES + (tail.getShort(at + COMMENT_LENGTH_AT) & 0xFFFF) == tail.limit();
    }

    private static ByteBuffer read(SeekableByteChannel file, long from, long to) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) (to - from)).order(ByteOrder.LITTLE_ENDIAN);
        file.position(from);
        int n = 0;
        while (bytes.hasRemaining() && n >= 0) {
            n = file.read(bytes);
        }
        return bytes.flip();
    }

    /** Only the entries whose data begin in this range. */
    ZipDirectory within(DumpRange range) {
        List<ZipArchiveEntry> within = entries.stream()
                .filter(entry -> range.holds(entry.getLocalHeaderOffset()))
                .toList();
        return new ZipDirectory(zip, within, sharing, layer, expansion);
    }

    /** Where the data of the entries begin, in ascending order; they can be read one by one from there. */
    long[] starts() {
        return entries.stream().mapToLong(ZipArchiveEntry::getLocalHeaderOffset).toArray();
    }

    @Override
    public Member next() throws IOException {
        if (sharing != null) {
            throw new Damage(
                    layer,
                    RejectReason.UNSAFE_ARCHIVE,
                    "Entries of the zip archive share their data (\"" + MemberName.shown(sharing)
                            + "\" and the next), as decompression bombs do; nothing of it was read.");
        }
        while (at < entries.size() && entries.get(at).isDirectory()) {
            at++;
        }
        if (at == entries.size()) {
            return null;
        }
        ZipArchiveEntry entry = entries.get(at++);
        if (entry.isUnixSymlink()) {
            return Member.special(entry.getName());
        }
        if (!zip.canReadEntryData(entry)) {
            return Member.unreadable(entry.getName(), obstacle(entry));
        }
        return Member.file(
                entry.getName(),
                new ZipEntryStream(() -> zip.getInputStream(entry), layer + 1, entry.getCrc(), expansion));
    }

    private static String sharing(List<ZipArchiveEntry> entries) {
        for (int i = 1; i < entries.size(); i++) {
            ZipArchiveEntry before = entries.get(i - 1);
            if (before.getLocalHeaderOffset() + before.getCompressedSize()
                    > entries.get(i).getLocalHeaderOffset()) {
                return before.getName();
            }
        }
        return null;
    }

    /** Why the entry cannot be read. */
    static String obstacle(ZipArchiveEntry entry) {
        return entry.getGeneralPurposeBit().usesEncryption()
                ? "it is encrypted"
                : "it is packed by zip method " + entry.getMethod();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
