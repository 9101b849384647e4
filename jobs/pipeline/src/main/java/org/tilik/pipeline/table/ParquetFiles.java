// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.io.EOFException;
import java.io.IOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.SeekableInputStream;

/** Parquet's view of files on any Flink file system (local, S3, HDFS). */
final class ParquetFiles {
    private ParquetFiles() {}

    /** A file to be written, overwriting what an earlier attempt left, whose bytes are hashed on the way. */
    static final class Hashed implements OutputFile {
        private final Path path;
        private final MessageDigest digest;

        Hashed(Path path) {
            this.path = path;
            try {
                this.digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("This Java lacks SHA-256, which every JDK must have.", e);
            }
        }

        /** The digest of everything written; call once, after closing. */
        byte[] sha256() {
            return digest.digest();
        }

        @Override
        public PositionOutputStream create(long blockSizeHint) throws IOException {
            return createOrOverwrite(blockSizeHint);
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blockSizeHint) throws IOException {
            FSDataOutputStream out = path.getFileSystem().create(path, FileSystem.WriteMode.OVERWRITE);
            return new HashedStream(new DigestOutputStream(out, digest));
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }

        @Override
        public String getPath() {
            return path.toString();
        }
    }

    private static final class HashedStream extends PositionOutputStream {
        private final DigestOutputStream out;
        private long position;

        HashedStream(DigestOutputStream out) {
            this.out = out;
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            position++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            position += length;
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** A file to be read. */
    record Stored(Path path) implements InputFile {
        @Override
        public long getLength() throws IOException {
            return path.getFileSystem().getFileStatus(path).getLen();
        }

        @Override
        public SeekableInputStream newStream() throws IOException {
            return new StoredStream(path.getFileSystem().open(path));
        }
    }

    private static final class StoredStream extends DelegatingSeekableInputStream {
        private final FSDataInputStream in;

        StoredStream(FSDataInputStream in) {
            super(in);
            this.in = in;
        }

        @Override
        public long getPos() throws IOException {
            return in.getPos();
        }

        @Override
        public void seek(long position) throws IOException {
            if (position < 0) {
                throw new EOFException("Position " + position + " lies before the start of the file.");
            }
            in.seek(position);
        }
    }
}
