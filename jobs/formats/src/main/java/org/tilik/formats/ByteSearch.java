// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds single signs in texts; eight bytes are looked at in one step. */
public final class ByteSearch {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private ByteSearch() {}

    /** The index of the next byte that is this ASCII sign, or -1 when it is not in {@code [from, to)}. */
    public static int next(byte[] bytes, int from, int to, char sign) {
        long signs = ONES * sign;
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long x = (long) LONGS.get(bytes, i) ^ signs;
            long found = (x - ONES) & ~x & HIGHS;
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >> 3);
            }
        }
        for (; i < to; i++) {
            if (bytes[i] == sign) {
                return i;
            }
        }
        return -1;
    }
}
