// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.nio.charset.StandardCharsets;

/** One header block of a tar archive (POSIX.1-1988 ustar, with the extensions of GNU tar). */
final class TarHeader {
    static final int BYTES = 512;

    private static final int NAME_BYTES = 100;
    private static final int SIZE_AT = 124;
    private static final int NUMBER_BYTES = 12;
    private static final int CHECKSUM_AT = 148;
    private static final int CHECKSUM_BYTES = 8;
    private static final int TYPE_AT = 156;
    private static final int MAGIC_AT = 257;
    private static final int PREFIX_AT = 345;
    private static final int PREFIX_BYTES = 155;
    private static final int SPARSE_CONTINUES_AT = 482;
    private static final int SPARSE_MAP_CONTINUES_AT = 504;

    private final byte[] block;

    TarHeader(byte[] block) {
        this.block = block;
    }

    /** Whether the checksum stands where a header has it and is right; two old programs added signed bytes. */
    boolean isSound() {
        long expected = number(CHECKSUM_AT, CHECKSUM_BYTES);
        long unsigned = 0;
        long signed = 0;
        for (int i = 0; i < BYTES; i++) {
            byte b = i >= CHECKSUM_AT && i < CHECKSUM_AT + CHECKSUM_BYTES ? (byte) ' ' : block[i];
            unsigned += b & 0xFF;
            signed += b;
        }
        return expected >= 0 && (expected == unsigned || expected == signed);
    }

    /** Whether all bytes are zero, as in the two blocks that close an archive. */
    boolean isEmpty() {
        for (byte b : block) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    char type() {
        return (char) (block[TYPE_AT] & 0xFF);
    }

    /** Bytes of content that follow the header, negative when the field holds no number. */
    long size() {
        return number(SIZE_AT, NUMBER_BYTES);
    }

    /** Whether the map of a GNU sparse file goes on in the next block. */
    boolean sparseContinues() {
        return block[SPARSE_CONTINUES_AT] != 0;
    }

    /** Whether the map goes on after this block of it. */
    boolean sparseMapContinues() {
        return block[SPARSE_MAP_CONTINUES_AT] != 0;
    }

    String name() {
        String name = text(0, NAME_BYTES);
        boolean posix = text(MAGIC_AT, 6).equals("ustar") && block[MAGIC_AT + 5] == 0;
        String prefix = posix ? text(PREFIX_AT, PREFIX_BYTES) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private String text(int at, int length) {
        int end = at;
        while (end < at + length && block[end] != 0) {
            end++;
        }
        return new String(block, at, end - at, StandardCharsets.UTF_8);
    }

    /** A number in octal digits, or in base 256 where the first bit is set; -1 when it is neither. */
    private long number(int at, int length) {
        if ((block[at] & 0x80) != 0) {
            long value = block[at] & 0x7F;
            for (int i = at + 1; i < at + length; i++) {
                if (value > Long.MAX_VALUE >> 9) {
                    return -1;
                }
                value = value << 8 | (block[i] & 0xFF);
            }
            return value;
        }
        int i = at;
        int end = at + length;
        while (i < end && block[i] == ' ') {
            i++;
        }
        long value = 0;
        for (; i < end && block[i] != ' ' && block[i] != 0; i++) {
            if (block[i] < '0' || block[i] > '7') {
                return -1;
            }
            value = value << 3 | (block[i] - '0');
        }
        return value;
    }
}
