// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.Path;

/** A dump on any of Flink's file systems, read from any place. */
public final class DumpFileChannel implements SeekableByteChannel {
    private static final int MOST_BYTES = 1 << 17;

    private final FSDataInputStream in;
    private final long size;
    private byte[] passing = new byte[0];
    private long position;
    private boolean open = true;

    private DumpFileChannel(FSDataInputStream in, long size) {
        this.in = in;
        this.size = size;
    }

    /** Opens the file of this size. */
    public static DumpFileChannel open(Path path, long size) throws IOException {
        return new DumpFileChannel(path.getFileSystem().open(path), size);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int n;
        if (target.hasArray()) {
            n = in.read(target.array(), target.arrayOffset() + target.position(), target.remaining());
            target.position(target.position() + Math.max(n, 0));
        } else {
            int most = Math.min(MOST_BYTES, target.remaining());
            passing = passing.length < most ? new byte[most] : passing;
            n = in.read(passing, 0, most);
            target.put(passing, 0, Math.max(n, 0));
        }
        position += Math.max(n, 0);
        return n;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public SeekableByteChannel position(long wanted) throws IOException {
        if (wanted != position) {
            in.seek(wanted);
            position = wanted;
        }
        return this;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() throws IOException {
        open = false;
        in.close();
    }

    @Override
    public int write(ByteBuffer source) {
        throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long length) {
        throw new NonWritableChannelException();
    }
}
