// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of a dump file as they lie on disk, counted and hashed while they pass. */
final class RawInput extends InputStream {
    private static final int DRAIN_BYTES = 1 << 17;

    private final InputStream in;
    private final MessageDigest sha256;
    private final byte[] head = new byte[Container.HEAD_BYTES];
    private final int headLength;
    private int headAt;
    private long count;

    RawInput(InputStream in) throws IOException {
        this.in = in;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java lacks SHA-256, which every JDK must have.", e);
        }
        int length = 0;
        int n;
        while (length < head.length && (n = readThrough(head, length, head.length - length)) >= 0) {
            length += n;
        }
        headLength = length;
    }

    byte[] head() {
        return head;
    }

    int headLength() {
        return headLength;
    }

    /** Bytes taken from the file so far. */
    long count() {
        return count;
    }

    /** Reads to the end of the file, so that its hash is that of the whole file whatever was wrong inside. */
    String drainAndHash() throws IOException {
        byte[] buffer = new byte[DRAIN_BYTES];
        int n = 0;
        while (n >= 0) {
            n = readThrough(buffer, 0, buffer.length);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (headAt < headLength) {
            int n = Math.min(length, headLength - headAt);
            System.arraycopy(head, headAt, target, offset, n);
            headAt += n;
            return n;
        }
        return readThrough(target, offset, length);
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

    /** None: a decoder that is told of more would ask for it before handing out what it has, and lose that at the end. */
    @Override
    public int available() {
        return 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private int readThrough(byte[] target, int offset, int length) throws IOException {
        int n;
        try {
            n = in.read(target, offset, length);
        } catch (IOException e) {
            throw new RawFailure(e);
        }
        if (n > 0) {
            count += n;
            sha256.update(target, offset, n);
        }
        return n;
    }

    /** The file could not be read (disk, network), which says nothing about what it holds. */
    static final class RawFailure extends IOException {
        private static final long serialVersionUID = 1L;

        RawFailure(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
