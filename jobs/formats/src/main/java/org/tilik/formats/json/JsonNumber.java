// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.json;

import java.nio.charset.StandardCharsets;

/** Finds the end of a number and says what it is. */
final class JsonNumber {
    private static final int MOST_DIGITS = 1000;
    /** Below 2^53, so that a double holds it. */
    private static final int EXACT_DIGITS = 15;

    /** Powers of ten that a double holds exactly: one multiplication or division by them is rounded once, so right. */
    private static final double[] POWERS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private boolean integer;
    private boolean negative;
    private long digits;
    private int digitCount;
    private int exponent;

    boolean isInteger() {
        return integer;
    }

    /** Where the number that begins here ends; -1 where none does. */
    int end(byte[] bytes, int from, int end) {
        int i = from;
        digits = 0;
        digitCount = 0;
        exponent = 0;
        integer = true;
        negative = i < end && bytes[i] == '-';
        if (negative) {
            i++;
        }
        int first = i;
        i = takeDigits(bytes, i, end);
        if (i == first || (bytes[first] == '0' && i - first > 1)) {
            return -1;
        }
        if (i < end && bytes[i] == '.') {
            integer = false;
            int point = i + 1;
            i = takeDigits(bytes, point, end);
            if (i == point) {
                return -1;
            }
            exponent = point - i;
        }
        if (i < end && (bytes[i] | 0x20) == 'e') {
            integer = false;
            i = takeExponent(bytes, i + 1, end);
        }
        return digitCount > MOST_DIGITS ? -1 : i;
    }

    private int takeDigits(byte[] bytes, int from, int end) {
        int i = from;
        while (i < end && bytes[i] >= '0' && bytes[i] <= '9') {
            digits = digits * 10 + (bytes[i] - '0');
            i++;
        }
        digitCount += i - from;
        return i;
    }

    private int takeExponent(byte[] bytes, int from, int end) {
        int i = from;
        boolean minus = i < end && bytes[i] == '-';
        if (i < end && (bytes[i] == '-' || bytes[i] == '+')) {
            i++;
        }
        int first = i;
        int power = 0;
        while (i < end && bytes[i] >= '0' && bytes[i] <= '9') {
            power = Math.min(power * 10 + (bytes[i] - '0'), POWERS.length * 10);
            i++;
        }
        exponent += minus ? -power : power;
        return i == first ? -1 : i;
    }

    /** The number just found, rounded as {@link Double#parseDouble} does. */
    double value(byte[] bytes, int from, int to) {
        if (digitCount <= EXACT_DIGITS && Math.abs(exponent) < POWERS.length) {
            double exact = exponent < 0 ? digits / POWERS[-exponent] : digits * POWERS[exponent];
            return negative ? -exact : exact;
        }
        return Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    }
}
