// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

/**
 * How dump files are compressed.
 *
 * @param level zstd level, 1 to 19
 * @param windowLog base-2 logarithm of the window; 0 = the level's own (a few MiB). Real dumps use 31, which may cost
 *     writer and reader 2 GiB of native memory per open file
 */
public record Compression(int level, int windowLog) {
    /** Checks the ranges that zstd takes. */
    public Compression {
        if (level < 1 || level > 19) {
            throw new IllegalArgumentException("zstd level " + level + " was asked for; expected 1 to 19");
        }
        if (windowLog != 0 && (windowLog < 10 || windowLog > 31)) {
            throw new IllegalArgumentException(
                    "zstd window log " + windowLog + " was asked for; expected 10 to 31, or 0 for the level's own");
        }
    }
}
