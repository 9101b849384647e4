// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The lines of a stream whose other parts may be no text. Each byte becomes one sign (ISO 8859-1), so that what is more than
 * ASCII is to be made bytes again before it is read for its meaning.
 */
public final class ByteLines {
    private static final int STEP = 1 << 16;

    private final InputStream in;
    private final int most;
    private final byte[] step = new byte[STEP];
    private int from;
    private int to;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean cut;

    /**
     * The lines of this stream.
     *
     * @param most bytes of a line that are kept; what is beyond is passed over
     */
    public ByteLines(InputStream in, int most) {
        this.in = in;
        this.most = most;
    }

    /** The next line without its end; null at the end of the stream. */
    public String next() throws IOException {
        line.reset();
        cut = false;
        if (!fill()) {
            return null;
        }
        while (fill()) {
            int end = from;
            while (end < to && step[end] != '\n') {
                end++;
            }
            keep(end - from);
            boolean isEnd = end < to;
            from = isEnd ? end + 1 : end;
            if (isEnd) {
                break;
            }
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private void keep(int count) {
        int kept = Math.min(count, most - line.size());
        line.write(step, from, kept);
        cut |= kept < count;
    }

    /** Whether there are bytes to read. */
    private boolean fill() throws IOException {
        while (from == to) {
            int n = in.read(step, 0, STEP);
            if (n < 0) {
                return false;
            }
            from = 0;
            to = n;
        }
        return true;
    }

    /** Whether the last line was longer than is kept. */
    public boolean isCut() {
        return cut;
    }

    /** Reads so many bytes, and fewer only at the end of the stream. */
    public byte[] bytes(int count) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(count);
        while (bytes.size() < count && fill()) {
            int n = Math.min(count - bytes.size(), to - from);
            bytes.write(step, from, n);
            from += n;
        }
        return bytes.toByteArray();
    }

    /** Passes over so many bytes; the number that was not there. */
    public long skip(long bytes) throws IOException {
        long left = bytes;
        while (left > 0 && fill()) {
            int n = (int) Math.min(left, to - from);
            from += n;
            left -= n;
        }
        return left;
    }
}
