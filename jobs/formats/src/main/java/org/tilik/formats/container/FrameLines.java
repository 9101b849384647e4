// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a range of zstd frames. Frames end in the middle of lines, so a range begins after its first line feed, if
 * it is not the first of the file, and ends with the first line feed after its last frame: together the ranges give every
 * line once.
 */
final class FrameLines extends InputStream {
    private static final int BUFFER_BYTES = 1 << 17;

    private final RawChannel file;
    private final DumpRange range;
    private final Opening opening;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private InputStream frames;
    private int at;
    private int limit;
    private boolean begun;
    private boolean beyond;
    private boolean ended;

    /** Opens the compressed bytes from one place of the file to another. */
    interface Opening {
        InputStream open(InputStream compressed) throws IOException;
    }

    FrameLines(RawChannel file, DumpRange range, Opening opening) throws IOException {
        this.file = file;
        this.range = range;
        this.opening = opening;
        this.frames = opening.open(file.within(range.start(), range.end()));
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (!begun) {
            begun = true;
            if (range.start() > 0) {
                dropFirstLine();
            }
        }
        if (at == limit && !fill()) {
            return -1;
        }
        int n = Math.min(length, limit - at);
        System.arraycopy(buffer, at, target, offset, n);
        at += n;
        return n;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** The line that began in the range before; where no other begins in this range, it has none. */
    private void dropFirstLine() throws IOException {
        while (fill()) {
            if (beyond) {
                at = limit;
                ended = true;
                return;
            }
            at = afterLineFeed();
            if (buffer[at - 1] == '\n') {
                return;
            }
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        limit = 0;
        while (limit == 0 && !ended) {
            int n = frames.read(buffer, 0, buffer.length);
            if (n >= 0) {
                limit = n;
            } else if (beyond || range.end() == range.fileBytes()) {
                ended = true;
            } else {
                frames.close();
                frames = opening.open(file.within(range.end(), range.fileBytes()));
                beyond = true;
            }
        }
        if (beyond && limit > 0) {
            int end = afterLineFeed();
            ended = buffer[end - 1] == '\n';
            limit = end;
        }
        return limit > 0;
    }

    /** The index after the next line feed in the buffer, or the end of the buffer. */
    private int afterLineFeed() {
        int i = at;
        while (i < limit && buffer[i] != '\n') {
            i++;
        }
        return Math.min(i + 1, limit);
    }

    @Override
    public void close() throws IOException {
        frames.close();
    }
}
