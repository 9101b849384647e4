// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.json;

/** Well-formed byte sequences of UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF. */
final class Utf8 {
    private Utf8() {}

    /** Where the run of sequences of two and more bytes that begins here ends; -1 where one is not well-formed. */
    static int endOfSequences(byte[] bytes, int from, int end) {
        int i = from;
        while (i < end && bytes[i] < 0) {
            int first = bytes[i] & 0xFF;
            if (first < 0xC2 || first > 0xF4) {
                return -1;
            }
            int length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
            if (end - i < length || !isSecond(first, bytes[i + 1] & 0xFF)) {
                return -1;
            }
            for (int k = 2; k < length; k++) {
                if (bytes[i + k] >= (byte) 0xC0) {
                    return -1;
                }
            }
            i += length;
        }
        return i;
    }

    private static boolean isSecond(int first, int second) {
        int least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
        int most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
        return second >= least && second <= most;
    }
}
