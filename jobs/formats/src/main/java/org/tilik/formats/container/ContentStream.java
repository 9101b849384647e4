// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.io.IOException;
import java.io.InputStream;

/**
 * The unpacked bytes of a dump file or of a member. What is wrong with the content ends the stream and is told by {@link
 * #damage()}; only a file that cannot be read at all (disk, network) throws.
 */
final class ContentStream {
    private final InputStream in;
    private long count;
    private Damage damage;

    ContentStream(InputStream in) {
        this.in = in;
    }

    /** Bytes handed out so far. */
    long count() {
        return count;
    }

    /** What ended the content early, or null. */
    Damage damage() {
        return damage;
    }

    /** The same bytes as a stream, which throws the damage where it comes to it. */
    InputStream asStream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int n = length == 0 ? 0 : ContentStream.this.read(target, offset, length);
                if (n < 0 && damage != null) {
                    throw damage;
                }
                return n;
            }
        };
    }

    /** Fills part of the target; -1 at the end of what can be read. */
    int read(byte[] target, int offset, int length) throws IOException {
        if (damage != null) {
            return -1;
        }
        int n = 0;
        try {
            while (n == 0) {
                n = in.read(target, offset, length);
            }
        } catch (Damage e) {
            damage = e;
            return -1;
        }
        count += Math.max(n, 0);
        return n;
    }
}
