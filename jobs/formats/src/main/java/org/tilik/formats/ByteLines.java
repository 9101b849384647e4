// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a stream whose other parts may be no text. Each byte becomes one sign (ISO 8859-1), so that what is more than
 * ASCII is to be made bytes again before it is read for its meaning.
 */
public final class ByteLines {
    private final int most;
    private final InputStream in;
    private final StringBuilder line = new StringBuilder();
    private boolean cut;

    /**
     * The lines of this stream.
     *
     * @param most bytes of a line that are kept; what is beyond is passed over
     */
    public ByteLines(InputStream in, int most) {
        this.most = most;
        this.in = in instanceof BufferedInputStream ? in : new BufferedInputStream(in, 1 << 16);
    }

    /** The next line without its end; null at the end of the stream. */
    public String next() throws IOException {
        line.setLength(0);
        cut = false;
        int b = in.read();
        if (b < 0) {
            return null;
        }
        while (b >= 0 && b != '\n') {
            if (line.length() < most) {
                line.append((char) b);
            } else {
                cut = true;
            }
            b = in.read();
        }
        int length = line.length();
        if (length > 0 && line.charAt(length - 1) == '\r') {
            line.setLength(length - 1);
        }
        return line.toString();
    }

    /** Whether the last line was longer than is kept. */
    public boolean isCut() {
        return cut;
    }

    /** Reads so many bytes at most, and fewer only at the end of the stream. */
    public byte[] bytes(int count) throws IOException {
        return in.readNBytes(count);
    }

    /** Passes over so many bytes; the number that was not there. */
    public long skip(long bytes) throws IOException {
        long left = bytes;
        while (left > 0) {
            long skipped = in.skip(left);
            if (skipped == 0 && in.read() < 0) {
                return left;
            }
            left -= skipped == 0 ? 1 : skipped;
        }
        return 0;
    }
}
