// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.io.Serializable;
import java.time.Duration;

/**
 * How much one dump file may ask of the machine, in bytes unless said otherwise.
 *
 * <p>The defaults: a record of 16 MiB is five times the largest known line of a social-media dump (a page of 500 posts
 * with all their attachments) and still fits a small heap. Text packs 5 to 40 times, copies of copies some hundred times,
 * a bomb 1,000 times (gzip) and more (zstd): 500 times is refused, but only past 1 GiB, because small files of one
 * repeated line are harmless. Two open long windows are up to 4 GiB of native memory. Dumps as found are packed up to four
 * times (a zip of tar.gz of bz2); ten million members are fifteen years of minute files.
 *
 * @param maxRecordBytes a longer record is skipped without being held in memory
 * @param maxRatio uncompressed bytes for each compressed one, above which a file is taken for a bomb
 * @param ratioFromBytes uncompressed bytes below which the ratio does not matter
 * @param blockBytes bytes of records that travel together
 * @param maxOpenWindows zstd windows above 128 MiB that may be open in this JVM at once, as a number
 * @param maxNesting archives and compressions one inside the other, as a number
 * @param maxMembers members of one archive or range, those of archives in it included, as a number
 * @param rangeBytes stored bytes of an archive that are read by one task at least, where it can be divided
 * @param windowWait how long a reader waits for a window to become free before it gives up
 */
public record ReadLimits(
        int maxRecordBytes,
        int maxRatio,
        long ratioFromBytes,
        int blockBytes,
        int maxOpenWindows,
        int maxNesting,
        long maxMembers,
        long rangeBytes,
        Duration windowWait)
        implements Serializable {
    /** The setting that messages name when too many long windows are asked for. */
    public static final String MAX_OPEN_WINDOWS_SETTING = "tilik.read.max-open-windows";

    /** What a research laptop bears. */
    public static final ReadLimits DEFAULT =
            new ReadLimits(16 << 20, 500, 1L << 30, 1 << 20, 2, 8, 10_000_000, 64L << 20, Duration.ofHours(12));

    private static final int LEAST_BLOCK_BYTES = 1 << 10;
    private static final int MOST_RECORD_BYTES = 1 << 30;

    /** Checks that reading can go on under these limits. */
    public ReadLimits {
        require(
                maxRecordBytes > 0 && maxRecordBytes <= MOST_RECORD_BYTES,
                "maxRecordBytes",
                maxRecordBytes,
                "1 to 1 GiB");
        require(maxRatio > 0, "maxRatio", maxRatio, "at least 1");
        require(ratioFromBytes >= 0, "ratioFromBytes", ratioFromBytes, "at least 0");
        require(
                blockBytes >= LEAST_BLOCK_BYTES && blockBytes <= MOST_RECORD_BYTES,
                "blockBytes",
                blockBytes,
                "1 KiB to 1 GiB");
        require(maxOpenWindows > 0, "maxOpenWindows", maxOpenWindows, "at least 1");
        require(maxNesting > 0, "maxNesting", maxNesting, "at least 1");
        require(maxMembers > 0, "maxMembers", maxMembers, "at least 1");
        require(rangeBytes > 0, "rangeBytes", rangeBytes, "at least 1");
        require(!windowWait.isNegative(), "windowWait", windowWait, "no negative time");
    }

    /** The defaults, with as many open windows as the system property {@value #MAX_OPEN_WINDOWS_SETTING} says. */
    public static ReadLimits configured() {
        String windows = System.getProperty(MAX_OPEN_WINDOWS_SETTING);
        if (windows == null) {
            return DEFAULT;
        }
        boolean number = windows.matches("[1-9][0-9]{0,3}");
        require(number, MAX_OPEN_WINDOWS_SETTING, windows, "a number from 1 to 9999");
        return DEFAULT.withMaxOpenWindows(Integer.parseInt(windows), DEFAULT.windowWait());
    }

    /** The same limits with another {@link #maxRecordBytes()}. */
    public ReadLimits withMaxRecordBytes(int value) {
        return new ReadLimits(
                value,
                maxRatio,
                ratioFromBytes,
                blockBytes,
                maxOpenWindows,
                maxNesting,
                maxMembers,
                rangeBytes,
                windowWait);
    }

    /** The same limits with another {@link #maxRatio()} that holds from so many uncompressed bytes on. */
    public ReadLimits withMaxRatio(int value, long fromBytes) {
        return new ReadLimits(
                maxRecordBytes,
                value,
                fromBytes,
                blockBytes,
                maxOpenWindows,
                maxNesting,
                maxMembers,
                rangeBytes,
                windowWait);
    }

    /** The same limits with another {@link #blockBytes()}. */
    public ReadLimits withBlockBytes(int value) {
        return new ReadLimits(
                maxRecordBytes,
                maxRatio,
                ratioFromBytes,
                value,
                maxOpenWindows,
                maxNesting,
                maxMembers,
                rangeBytes,
                windowWait);
    }

    /** The same limits with another number of open windows and another patience. */
    public ReadLimits withMaxOpenWindows(int value, Duration wait) {
        return new ReadLimits(
                maxRecordBytes, maxRatio, ratioFromBytes, blockBytes, value, maxNesting, maxMembers, rangeBytes, wait);
    }

    /** The same limits with another {@link #maxMembers()}. */
    public ReadLimits withMaxMembers(long value) {
        return new ReadLimits(
                maxRecordBytes,
                maxRatio,
                ratioFromBytes,
                blockBytes,
                maxOpenWindows,
                maxNesting,
                value,
                rangeBytes,
                windowWait);
    }

    /** The same limits with another {@link #rangeBytes()}. */
    public ReadLimits withRangeBytes(long value) {
        return new ReadLimits(
                maxRecordBytes,
                maxRatio,
                ratioFromBytes,
                blockBytes,
                maxOpenWindows,
                maxNesting,
                maxMembers,
                value,
                windowWait);
    }

    private static void require(boolean holds, String name, Object value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "The read limit " + name + " is " + value + "; expected " + expected + ".");
        }
    }
}
