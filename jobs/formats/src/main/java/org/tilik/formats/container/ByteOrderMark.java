// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

/** The three bytes that some editors put before UTF-8 text; they are no part of the first record. */
final class ByteOrderMark {
    private ByteOrderMark() {}

    /** Its length where it is present, else 0. */
    static int length(byte[] bytes, int limit) {
        boolean present = limit >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        return present ? 3 : 0;
    }
}
