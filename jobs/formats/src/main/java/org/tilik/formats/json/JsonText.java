// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.json;

/** Builds the text of a string that holds escapes; the string was checked before. */
final class JsonText {
    private char[] chars = new char[1 << 10];
    private int size;

    /** The text between the quotes. A surrogate that was escaped alone stays alone, as Java allows. */
    String of(byte[] bytes, int from, int to) {
        if (chars.length < to - from) {
            chars = new char[Math.max(to - from, chars.length * 2)];
        }
        size = 0;
        int i = from;
        while (i < to) {
            byte b = bytes[i];
            if (b == '\\') {
                i = escape(bytes, i + 1);
            } else if (b >= 0) {
                chars[size++] = (char) b;
                i++;
            } else {
                i = sequence(bytes, i);
            }
        }
        return new String(chars, 0, size);
    }

    private int escape(byte[] bytes, int i) {
        if (bytes[i] == 'u') {
            chars[size++] = (char) ((hex(bytes[i + 1]) << 12)
                    | (hex(bytes[i + 2]) << 8)
                    | (hex(bytes[i + 3]) << 4)
                    | hex(bytes[i + 4]));
            return i + 5;
        }
        chars[size++] = switch (bytes[i]) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> (char) bytes[i];
        };
        return i + 1;
    }

    private int sequence(byte[] bytes, int i) {
        int first = bytes[i] & 0xFF;
        if (first < 0xE0) {
            chars[size++] = (char) (((first & 0x1F) << 6) | tail(bytes, i + 1));
            return i + 2;
        } else if (first < 0xF0) {
            chars[size++] = (char) (((first & 0x0F) << 12) | (tail(bytes, i + 1) << 6) | tail(bytes, i + 2));
            return i + 3;
        }
        int point =
                ((first & 0x07) << 18) | (tail(bytes, i + 1) << 12) | (tail(bytes, i + 2) << 6) | tail(bytes, i + 3);
        chars[size++] = Character.highSurrogate(point);
        chars[size++] = Character.lowSurrogate(point);
        return i + 4;
    }

    private static int tail(byte[] bytes, int i) {
        return bytes[i] & 0x3F;
    }

    /** Whether four hexadecimal digits stand here. */
    static boolean isHex(byte[] bytes, int from) {
        return (hex(bytes[from]) | hex(bytes[from + 1]) | hex(bytes[from + 2]) | hex(bytes[from + 3])) >= 0;
    }

    private static int hex(byte b) {
        return b < 0 ? -1 : Character.digit((char) b, 16);
    }
}
