// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.tilik.datasets.generate.Tally.Disposition;

/** The dump files of one kind, {@code RS_2024-06.zst} and so on: one JSON record a line, one zstd frame a month. */
final class MonthlyDump implements Closeable {
    private static final int LONGEST_FOR_SET_LONG = 27;

    private final Path folder;
    private final String prefix;
    private final Compression compression;
    private final List<Tally> tallies;
    private final Deque<Later> later = new ArrayDeque<>();
    private YearMonth month;
    private OutputStream out;
    private Tally tally;

    private record Later(long notBefore, byte[] line, Disposition disposition) {}

    /** Files {@code <prefix>_<month>.zst} in the folder; their tallies are appended to the list when they are opened. */
    MonthlyDump(Path folder, String prefix, Compression compression, List<Tally> tallies) {
        this.folder = folder;
        this.prefix = prefix;
        this.compression = compression;
        this.tallies = tallies;
    }

    /** Turns to the file of the month of this second; months come in ascending order. */
    void turnTo(long postedAt) throws IOException {
        YearMonth of = YearMonth.from(Instant.ofEpochSecond(postedAt).atOffset(ZoneOffset.UTC));
        if (!of.equals(month)) {
            close();
            month = of;
            tally = new Tally(prefix + "_" + month + ".zst");
            tallies.add(tally);
            out = open(folder.resolve(tally.file()));
        }
    }

    private OutputStream open(Path file) throws IOException {
        ZstdOutputStream zstd = new ZstdOutputStream(
                new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), compression.level());
        if (compression.windowLog() > 0) {
            // setLong quietly ignores logs above 27, so the window is set by itself, after it.
            zstd.setLong(Math.min(LONGEST_FOR_SET_LONG, compression.windowLog()));
            zstd.setWindowLog(compression.windowLog());
        }
        zstd.setChecksum(true);
        return new BufferedOutputStream(zstd, 1 << 16);
    }

    /** Writes a line into the current file; returns its record number. */
    long write(byte[] line, Disposition disposition, String reason) throws IOException {
        long number = append(line, disposition, reason);
        while (!later.isEmpty() && later.peek().notBefore() <= tally.records()) {
            flushOne();
        }
        return number;
    }

    /** Writes a line into the current file, but only some records further on or at its end. */
    void writeLater(byte[] line, Disposition disposition, int after) {
        later.add(new Later(tally.records() + after, line, disposition));
    }

    String file() {
        return tally.file();
    }

    private void flushOne() throws IOException {
        Later next = later.remove();
        append(next.line(), next.disposition(), null);
    }

    private long append(byte[] line, Disposition disposition, String reason) throws IOException {
        out.write(line);
        out.write('\n');
        return tally.count(disposition, reason);
    }

    @Override
    public void close() throws IOException {
        if (out == null) {
            return;
        }
        try (OutputStream closing = out) {
            while (!later.isEmpty()) {
                flushOne();
            }
            closing.flush();
        } finally {
            out = null;
        }
    }
}
