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

/** The dump files of one kind, {@code RS_2024-06.zst} and so on: one JSON record a line, one zstd frame a month. */
final class MonthlyDump implements Closeable {
    private static final int LONGEST_FOR_SET_LONG = 27;

    private final Path folder;
    private final String prefix;
    private final Compression compression;
    private final List<Tally> tallies;
    private final TruthSink truth;
    private final Deque<Later> later = new ArrayDeque<>();
    private YearMonth month;
    private OutputStream out;
    private Tally tally;

    private record Later(long notBefore, byte[] line, Entry entry) {}

    /** Files {@code <prefix>_<month>.zst} in the folder; their tallies are appended to the list when they are opened. */
    MonthlyDump(Path folder, String prefix, Compression compression, List<Tally> tallies, TruthSink truth) {
        this.folder = folder;
        this.prefix = prefix;
        this.compression = compression;
        this.tallies = tallies;
        this.truth = truth;
    }

    /** Turns to the file of the month of this second; months come in ascending order. */
    void turnTo(long second) throws IOException {
        YearMonth of = YearMonth.from(Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC));
        if (!of.equals(month)) {
            finish();
            month = of;
            tally = new Tally(prefix + "_" + month + ".zst", truth);
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

    /** Writes a line into the current file. */
    void write(byte[] line, Entry entry) throws IOException {
        append(line, entry);
        while (!later.isEmpty() && later.peek().notBefore() <= tally.records()) {
            flushOne();
        }
    }

    /** Writes a line into the current file, but only some records further on or at its end. */
    void writeLater(byte[] line, Entry entry, int after) {
        later.add(new Later(tally.records() + after, line, entry));
    }

    private void flushOne() throws IOException {
        Later next = later.remove();
        append(next.line(), next.entry());
    }

    private void append(byte[] line, Entry entry) throws IOException {
        out.write(line);
        out.write('\n');
        tally.count(entry);
    }

    /** Writes the lines that were to come later, and the end of the file. */
    void finish() throws IOException {
        if (out != null) {
            while (!later.isEmpty()) {
                flushOne();
            }
            close();
        }
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            try (OutputStream closing = out) {
                closing.flush();
            } finally {
                out = null;
            }
        }
    }
}
