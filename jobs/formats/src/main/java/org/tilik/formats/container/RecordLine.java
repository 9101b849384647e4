// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/** One line that is written and then read; bytes beyond its limit are dropped. */
final class RecordLine extends OutputStream {
    private final int most;
    private byte[] bytes = new byte[1 << 12];
    private int size;
    private int position;

    RecordLine(int most) {
        this.most = most;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        int taken = Math.min(length, most - size);
        if (size + taken + 1 > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + taken + 1));
        }
        System.arraycopy(source, offset, bytes, size, taken);
        size += taken;
    }

    /** Ends it, which its limit does not prevent. */
    void end() {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size + 1);
        }
        bytes[size++] = '\n';
    }

    /** Begins anew. */
    void clear() {
        size = 0;
        position = 0;
    }

    /** Number of bytes. */
    int size() {
        return size;
    }

    /** Its bytes, of which {@link #size()} count; to be looked at before the next is written. */
    byte[] bytes() {
        return bytes;
    }

    /** Whether all of it was read. */
    boolean isRead() {
        return position == size;
    }

    /** Reads on, as {@link InputStream#read(byte[], int, int)} does. */
    int read(byte[] target, int offset, int length) {
        int n = Math.min(length, size - position);
        System.arraycopy(bytes, position, target, offset, n);
        position += n;
        return n;
    }
}
