// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The first uncompressed bytes of a dump file, to tell its format by.
 *
 * @param container what the file is packed in
 * @param bytes the first bytes, without a byte-order mark; empty when the container cannot be read
 */
public record DumpHead(Container container, byte[] bytes) {
    /** Enough for the first record of every known dump. */
    public static final int USUAL_BYTES = 256 << 10;

    /** Reads at most so many first bytes of the content; the stream stays open and is used up. */
    public static DumpHead read(InputStream raw, int maxBytes) throws IOException {
        ContentStream content = ContentStream.peek(new RawInput(new Unclosed(raw)));
        try (content) {
            byte[] bytes = new byte[maxBytes];
            int length = 0;
            int n = 0;
            while (length < maxBytes && (n = content.read(bytes, length, maxBytes - length)) >= 0) {
                length += n;
            }
            int start = ByteOrderMark.length(bytes, length);
            return new DumpHead(content.container(), Arrays.copyOfRange(bytes, start, length));
        }
    }

    /** Lets the decoder be freed without closing what belongs to the caller. */
    private static final class Unclosed extends InputStream {
        private final InputStream in;

        Unclosed(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return in.read(target, offset, length);
        }
    }
}
