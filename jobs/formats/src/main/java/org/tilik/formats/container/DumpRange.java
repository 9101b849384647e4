// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

/**
 * A part of a dump file that can be read on its own: what begins in these bytes of it.
 *
 * @param start first byte
 * @param end the byte after the last
 * @param fileBytes size of the whole file
 */
public record DumpRange(long start, long end, long fileBytes) {
    /** The whole of a file of this size. */
    public static DumpRange whole(long fileBytes) {
        return new DumpRange(0, fileBytes, fileBytes);
    }

    /** Whether this is all of the file. */
    public boolean coversFile() {
        return start == 0 && end == fileBytes;
    }

    boolean holds(long offset) {
        return offset >= start && offset < end;
    }
}
