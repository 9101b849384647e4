// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.io.IOException;
import java.io.InputStream;

/**
 * A stream whose first bytes were looked at, to tell what it is, and are handed out again. Closing it leaves the source
 * open, which belongs to the layer outside.
 */
final class PeekedStream extends InputStream {
    private final InputStream in;
    private final byte[] head = new byte[Container.HEAD_BYTES];
    private int headLength;
    private int headAt;
    private Damage damage;
    private boolean ended;

    PeekedStream(InputStream in) throws IOException {
        this.in = in;
        try {
            int n;
            while (headLength < head.length && (n = in.read(head, headLength, head.length - headLength)) >= 0) {
                headLength += n;
            }
        } catch (Damage e) {
            // What came before the damaged place is handed out first.
            damage = e;
        }
    }

    byte[] head() {
        return head;
    }

    int headLength() {
        return headLength;
    }

    /** Whether someone asked for more than there was. */
    boolean ended() {
        return ended;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (headAt < headLength) {
            int n = Math.min(length, headLength - headAt);
            System.arraycopy(head, headAt, target, offset, n);
            headAt += n;
            return n;
        }
        if (damage != null) {
            throw damage;
        }
        int n = in.read(target, offset, length);
        ended |= n < 0;
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

    /** None: a decoder that is told of more would ask for it before handing out what it has, and lose that at the end. */
    @Override
    public int available() {
        return 0;
    }
}
