// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of a dump file from its first to its last as they lie on disk, counted and hashed while they pass. */
final class RawInput extends InputStream {
    private static final int DRAIN_BYTES = 1 << 17;

    private final InputStream in;
    private final MessageDigest sha256;
    private long count;

    RawInput(InputStream in) {
        this.in = in;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java lacks SHA-256, which every JDK must have.", e);
        }
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
            n = read(buffer, 0, buffer.length);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
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
    public void close() throws IOException {
        in.close();
    }
}
