// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.io.OutputStream;
import java.util.Arrays;

/** Bytes of a Parquet page as they grow; numbers are little-endian. */
final class PageBytes extends OutputStream {
    private byte[] bytes = new byte[1 << 10];
    private int size;

    int size() {
        return size;
    }

    /** The bytes, which are the first {@link #size} of this array, until something is added. */
    byte[] array() {
        return bytes;
    }

    void clear() {
        size = 0;
    }

    @Override
    public void write(int b) {
        reserve(1);
        bytes[size++] = (byte) b;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        reserve(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    void writeInt(int value) {
        reserve(Integer.BYTES);
        setInt(size, value);
        size += Integer.BYTES;
    }

    void writeLong(long value) {
        reserve(Long.BYTES);
        setInt(size, (int) value);
        setInt(size + Integer.BYTES, (int) (value >>> Integer.SIZE));
        size += Long.BYTES;
    }

    void setInt(int at, int value) {
        bytes[at] = (byte) value;
        bytes[at + 1] = (byte) (value >>> 8);
        bytes[at + 2] = (byte) (value >>> 16);
        bytes[at + 3] = (byte) (value >>> 24);
    }

    int getInt(int at) {
        return (bytes[at] & 0xFF)
                | ((bytes[at + 1] & 0xFF) << 8)
                | ((bytes[at + 2] & 0xFF) << 16)
                | (bytes[at + 3] << 24);
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(size, more)));
        }
    }
}
