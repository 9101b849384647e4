// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tilik.datasets.generate.StreamPlan.Packing;

/** The minutes of the stream, packed into one archive a day as archive.org has them. */
final class DailyArchive implements Closeable {
    private final Path folder;
    private final Packing packing;
    private final Compression compression;
    private final List<Tally> tallies;
    private final TruthSink truth;
    private LocalDate day;
    private TarArchiveOutputStream out;
    private Tally tally;

    /** Files {@code twitter-stream-<day>.tar} in the folder; their tallies are appended to the list when opened. */
    DailyArchive(Path folder, Packing packing, Compression compression, List<Tally> tallies, TruthSink truth) {
        this.folder = folder;
        this.packing = packing;
        this.compression = compression;
        this.tallies = tallies;
        this.truth = truth;
    }

    /** Turns to the archive of the day of this time; days come in ascending order. */
    void turnTo(Instant time) throws IOException {
        LocalDate of = LocalDate.ofInstant(time, ZoneOffset.UTC);
        if (!of.equals(day)) {
            close();
            day = of;
            tally = new Tally("twitter-stream-" + day + packing.suffix(), truth);
            tallies.add(tally);
            out = new TarArchiveOutputStream(open(folder.resolve(tally.file())), StandardCharsets.UTF_8.name());
        }
    }

    private OutputStream open(Path file) throws IOException {
        OutputStream raw = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        return switch (packing) {
            case TAR -> raw;
            case TAR_GZ -> new GZIPOutputStream(raw, 1 << 16);
            case TAR_ZST -> new BufferedOutputStream(new ZstdOutputStream(raw, compression.level()), 1 << 16);
        };
    }

    Tally tally() {
        return tally;
    }

    /** Adds a member. */
    void write(String name, Instant written, byte[] content) throws IOException {
        byte[] packed = packing == Packing.TAR_ZST ? content : bzip2(content);
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(packed.length);
        entry.setLastModifiedTime(FileTime.from(written));
        out.putArchiveEntry(entry);
        out.write(packed);
        out.closeArchiveEntry();
    }

    private static byte[] bzip2(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        int blockSize = BZip2CompressorOutputStream.chooseBlockSize(content.length);
        try (OutputStream bzip2 = new BZip2CompressorOutputStream(packed, blockSize)) {
            bzip2.write(content);
        }
        return packed.toByteArray();
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
            out = null;
        }
    }
}
