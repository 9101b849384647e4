// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The first unpacked bytes of a dump file, to tell its format by.
 *
 * @param packing what the file is packed in
 * @param bytes the first bytes, without a byte-order mark; empty for an archive, whose members have formats of their own,
 *     and when the container cannot be read
 */
public record DumpHead(Packing packing, byte[] bytes) {
    /** Enough for the first record of every known dump. */
    public static final int USUAL_BYTES = 256 << 10;

    /** Reads at most so many first bytes of the content; the stream stays open and is used up. */
    public static DumpHead read(InputStream raw, int maxBytes) throws IOException {
        RawInput input = new RawInput(raw);
        try (DumpWalk walk = DumpWalk.peek(input, new Expansion(input::count, ReadLimits.DEFAULT))) {
            if (walk.packing().holdsMembers() || !(walk.next() instanceof DumpWalk.Text text)) {
                return new DumpHead(walk.packing(), new byte[0]);
            }
            byte[] bytes = new byte[maxBytes];
            int length = 0;
            int n;
            while (length < maxBytes && (n = text.content().read(bytes, length, maxBytes - length)) >= 0) {
                length += n;
            }
            int start = ByteOrderMark.length(bytes, length);
            return new DumpHead(walk.packing(), Arrays.copyOfRange(bytes, start, length));
        }
    }
}
