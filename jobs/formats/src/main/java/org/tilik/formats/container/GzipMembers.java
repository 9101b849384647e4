// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks gzip with any number of members (RFC 1952).
 *
 * <p>The JDK's own stream stops after the first member when the source cannot say how much is left, as network file
 * systems cannot; and others throw away what they had unpacked when the file ends too early.
 */
final class GzipMembers extends InputStream {
    private static final int FLAG_HEADER_CRC = 2;
    private static final int FLAG_EXTRA = 4;
    private static final int FLAG_NAME = 8;
    private static final int FLAG_COMMENT = 16;

    private final InputStream in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int limit;
    private boolean inMember;
    private boolean ended;

    GzipMembers(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (!ended) {
            if (!inMember) {
                beginMember();
                continue;
            }
            int n;
            try {
                n = inflater.inflate(target, offset, length);
            } catch (DataFormatException e) {
                throw new IOException("the compressed data are damaged", e);
            }
            if (n > 0) {
                crc.update(target, offset, n);
                return n;
            }
            if (inflater.finished()) {
                endMember();
            } else if (inflater.needsDictionary()) {
                throw new IOException("the compressed data ask for a dictionary, which gzip does not have");
            } else {
                fill();
                inflater.setInput(buffer, at, limit - at);
            }
        }
        return -1;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public void close() {
        inflater.end();
    }

    private void beginMember() throws IOException {
        if (at == limit && !more()) {
            ended = true;
            return;
        }
        if (next() != 0x1F || next() != 0x8B || next() != 8) {
            throw new IOException("what follows a member is not gzip");
        }
        int flags = next();
        skip(6);
        if ((flags & FLAG_EXTRA) != 0) {
            skip(next() | next() << 8);
        }
        if ((flags & FLAG_NAME) != 0) {
            skipText();
        }
        if ((flags & FLAG_COMMENT) != 0) {
            skipText();
        }
        if ((flags & FLAG_HEADER_CRC) != 0) {
            skip(2);
        }
        inflater.reset();
        inflater.setInput(buffer, at, limit - at);
        crc.reset();
        inMember = true;
    }

    private void endMember() throws IOException {
        at = limit - inflater.getRemaining();
        long expectedCrc = nextInt();
        long expectedLength = nextInt();
        if (expectedCrc != crc.getValue() || expectedLength != (inflater.getBytesWritten() & 0xFFFFFFFFL)) {
            throw new IOException("the checksum or length of a member does not match its data");
        }
        inMember = false;
    }

    private long nextInt() throws IOException {
        return next() | next() << 8 | next() << 16 | (long) next() << 24;
    }

    private int next() throws IOException {
        if (at == limit) {
            fill();
        }
        return buffer[at++] & 0xFF;
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            next();
        }
    }

    private void skipText() throws IOException {
        int c = next();
        while (c != 0) {
            c = next();
        }
    }

    private void fill() throws IOException {
        if (!more()) {
            throw new EOFException("the file ends inside a member");
        }
    }

    private boolean more() throws IOException {
        at = 0;
        limit = 0;
        int n = 0;
        while (n == 0) {
            n = in.read(buffer, 0, buffer.length);
        }
        limit = Math.max(n, 0);
        return n > 0;
    }
}
