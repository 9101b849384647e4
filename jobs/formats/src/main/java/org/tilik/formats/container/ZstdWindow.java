// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

/** Reads from the head of a zstd file how much native memory its decoder needs (RFC 8878, section 3.1.1.1). */
final class ZstdWindow {
    static final int FRAME_MAGIC = 0xFD2FB528;
    private static final int SKIPPABLE_MAGIC = 0x184D2A50;
    private static final int SKIPPABLE_HEADER_BYTES = 8;
    private static final int MIN_WINDOW_LOG = 10;

    private ZstdWindow() {}

    static boolean isSkippable(int magic) {
        return (magic & 0xFFFFFFF0) == SKIPPABLE_MAGIC;
    }

    /**
     * The window of the first data frame in bytes, or the largest value where the head is too short to tell (the safe
     * side: such a file is then counted among those with a long window).
     */
    static long bytes(byte[] head, int length) {
        long at = 0;
        while (at + SKIPPABLE_HEADER_BYTES <= length && isSkippable(intAt(head, (int) at))) {
            at += SKIPPABLE_HEADER_BYTES + (intAt(head, (int) at + 4) & 0xFFFFFFFFL);
        }
        if (at + 6 > length || intAt(head, (int) at) != FRAME_MAGIC) {
            return Long.MAX_VALUE;
        }
        int descriptor = head[(int) at + 4] & 0xFF;
        boolean singleSegment = (descriptor & 0x20) != 0;
        if (!singleSegment) {
            int window = head[(int) at + 5] & 0xFF;
            long base = 1L << (MIN_WINDOW_LOG + (window >> 3));
            return base + base / 8 * (window & 7);
        }
        int dictionaryBytes = new int[] {0, 1, 2, 4}[descriptor & 3];
        int sizeBytes = 1 << (descriptor >> 6);
        int sizeAt = (int) at + 5 + dictionaryBytes;
        if (sizeAt + sizeBytes > length) {
            return Long.MAX_VALUE;
        }
        long size = 0;
        for (int i = sizeBytes - 1; i >= 0; i--) {
            size = (size << 8) | (head[sizeAt + i] & 0xFF);
        }
        // A two-byte size is stored less 256; a negative one is beyond any file.
        return size < 0 ? Long.MAX_VALUE : sizeBytes == 2 ? size + 256 : size;
    }

    static int intAt(byte[] bytes, int at) {
        return (bytes[at] & 0xFF)
                | ((bytes[at + 1] & 0xFF) << 8)
                | ((bytes[at + 2] & 0xFF) << 16)
                | (bytes[at + 3] << 24);
    }
}
