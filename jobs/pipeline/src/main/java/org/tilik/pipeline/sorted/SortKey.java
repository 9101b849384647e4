// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.sorted;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Builds the key by which a row is sorted: bytes that are compared as unsigned numbers, the first difference decides.
 * Made for being filled again and again.
 */
public final class SortKey {
    private static final VarHandle BIG_ENDIAN =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int FIRST_BYTES = 256;
    /** Sorts before every character that names contain, so that a text comes before its continuations. */
    private static final byte END_OF_TEXT = 1;

    private byte[] bytes = new byte[FIRST_BYTES];
    private int length;

    /** Begins the next key. */
    public SortKey clear() {
        length = 0;
        return this;
    }

    /** Adds a text, ordered by its UTF-8; null is like the empty text. */
    public SortKey text(String text) {
        if (text != null) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            reserve(utf8.length);
            System.arraycopy(utf8, 0, bytes, length, utf8.length);
            length += utf8.length;
        }
        return small(END_OF_TEXT);
    }

    /** Adds a number from 0 to 127. */
    public SortKey small(int number) {
        reserve(1);
        bytes[length++] = (byte) number;
        return this;
    }

    /** Adds a number, negative ones first. */
    public SortKey number(long number) {
        reserve(Long.BYTES);
        BIG_ENDIAN.set(bytes, length, number ^ Long.MIN_VALUE);
        length += Long.BYTES;
        return this;
    }

    private void reserve(int more) {
        if (more > bytes.length - length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(length, more)));
        }
    }

    /** The key's bytes, from 0; valid until the next change. */
    byte[] bytes() {
        return bytes;
    }

    /** How many of the bytes are the key. */
    int length() {
        return length;
    }

    /** A copy of the key. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** The first eight bytes of a key as an unsigned number, missing ones as zeros: where these differ, they decide. */
    static long prefix(byte[] bytes, int from, int to) {
        if (to - from >= Long.BYTES) {
            return (long) BIG_ENDIAN.get(bytes, from);
        }
        long prefix = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            prefix = prefix << Byte.SIZE | (from + i < to ? bytes[from + i] & 0xFF : 0);
        }
        return prefix;
    }
}
