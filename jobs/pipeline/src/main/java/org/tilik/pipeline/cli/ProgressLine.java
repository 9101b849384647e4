// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.time.Duration;
import java.util.Locale;

/**
 * One line that says how far reading has come.
 *
 * @param bytesRead bytes of the inputs read so far, as stored
 * @param bytesTotal bytes of all inputs; 0 when unknown
 * @param records records read so far
 */
public record ProgressLine(long bytesRead, long bytesTotal, long records) {
    private static final double UNIT = 1024;
    private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB"};
    private static final int PERCENT = 100;

    /** The line after so much time: bytes, share, records, rate and time left. */
    public String text(Duration elapsed) {
        double seconds = elapsed.toMillis() / 1000.0;
        StringBuilder line = new StringBuilder(bytes(bytesRead));
        if (bytesTotal > 0) {
            line.append(" of ").append(bytes(bytesTotal));
            line.append(String.format(Locale.ROOT, " (%d %%)", Math.min(PERCENT, PERCENT * bytesRead / bytesTotal)));
        }
        line.append(String.format(Locale.ROOT, ", %,d records", records));
        if (seconds > 0 && bytesRead > 0) {
            line.append(", ").append(bytes((long) (bytesRead / seconds))).append("/s");
            if (bytesTotal > bytesRead) {
                double left = seconds / bytesRead * (bytesTotal - bytesRead);
                line.append(", ").append(duration((long) Math.ceil(left))).append(" left");
            }
        }
        return line.toString();
    }

    /** A size such as {@code 1.5 GiB}. */
    static String bytes(long bytes) {
        if (bytes < UNIT) {
            return bytes + " B";
        }
        double value = bytes / UNIT;
        int unit = 0;
        while (value >= UNIT && unit < UNITS.length - 1) {
            value /= UNIT;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
    }

    private static String duration(long seconds) {
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        return minutes < 60
                ? String.format(Locale.ROOT, "%d min %02d s", minutes, seconds % 60)
                : String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
    }
}
