// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** A dump file that is read from any place; counts the bytes that were really read. */
final class RawChannel implements SeekableByteChannel {
    private final SeekableByteChannel file;
    private long count;

    RawChannel(SeekableByteChannel file) {
        this.file = file;
    }

    /** Bytes read from the file so far; what is read twice counts twice. */
    long count() {
        return count;
    }

    /** The file from here on; passing over bytes costs no reading. */
    InputStream from(long start) throws IOException {
        return within(start, size());
    }

    /** The file from one place to another; only the stream that was asked for last may be read. */
    InputStream within(long start, long end) throws IOException {
        position(start);
        return new Stream(end);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        try {
            int n = file.read(target);
            count += Math.max(n, 0);
            return n;
        } catch (IOException e) {
            throw new RawFailure(e);
        }
    }

    @Override
    public long position() throws IOException {
        return file.position();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
        try {
            file.position(position);
        } catch (IOException e) {
            throw new RawFailure(e);
        }
        return this;
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public boolean isOpen() {
        return file.isOpen();
    }

    /** None: the library closes what it could not open, but the file belongs to the reader. */
    @Override
    public void close() {}

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
        throw new NonWritableChannelException();
    }

    private final class Stream extends InputStream {
        private final long end;

        Stream(long end) {
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            int n = 0;
            while (n == 0) {
                n = read(one, 0, 1);
            }
            return n < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            long left = end - position();
            return left <= 0 ? -1 : RawChannel.this.read(ByteBuffer.wrap(target, offset, (int) Math.min(length, left)));
        }

        @Override
        public long skip(long bytes) throws IOException {
            long possible = Math.max(0, Math.min(bytes, end - position()));
            position(position() + possible);
            return possible;
        }
    }
}
