// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/**
 * Unpacks bzip2 with any number of streams one after the other.
 *
 * <p>The library throws away what it had unpacked in the same call when it meets a damaged place, so it is asked byte by
 * byte, which costs little beside bzip2 itself.
 */
final class Bzip2Streams extends InputStream {
    private static final int SOURCE_BYTES = 1 << 15;

    private final BZip2CompressorInputStream in;
    /** Told once all that came before was handed out. */
    private IOException broken;

    Bzip2Streams(InputStream source) throws IOException {
        in = new BZip2CompressorInputStream(new BufferedInputStream(source, SOURCE_BYTES), true);
    }

    @Override
    public int read() throws IOException {
        return in.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (broken != null) {
            throw broken;
        }
        int n = 0;
        try {
            for (; n < length; n++) {
                int b = in.read();
                if (b < 0) {
                    return n == 0 ? -1 : n;
                }
                target[offset + n] = (byte) b;
            }
        } catch (IOException e) {
            broken = e;
        } catch (IndexOutOfBoundsException e) {
            // The library trusts the tables of a block; damaged ones lead it astray.
            broken = new IOException("the tables of a block contradict each other", e);
        }
        return n;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
