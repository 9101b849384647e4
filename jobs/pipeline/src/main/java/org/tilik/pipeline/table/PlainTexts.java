// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.io.api.Binary;

/** Texts in Parquet's plain encoding, each behind its length, and which of them come first and last in order of bytes. */
final class PlainTexts {
    private final PageBytes bytes = new PageBytes();
    private int least = -1;
    private int most = -1;

    void add(String text) {
        int start = bytes.size();
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        bytes.writeInt(encoded.length);
        bytes.write(encoded, 0, encoded.length);
        if (least < 0) {
            least = start;
            most = start;
        } else if (compare(start, least) < 0) {
            least = start;
        } else if (compare(start, most) > 0) {
            most = start;
        }
    }

    private int compare(int one, int other) {
        byte[] array = bytes.array();
        int from = one + Integer.BYTES;
        int otherFrom = other + Integer.BYTES;
        // Most differ in the first byte already.
        int first = bytes.getInt(one) > 0 && bytes.getInt(other) > 0
                ? Byte.compareUnsigned(array[from], array[otherFrom])
                : 0;
        return first != 0
                ? first
                : Arrays.compareUnsigned(
                        array, from, from + bytes.getInt(one), array, otherFrom, otherFrom + bytes.getInt(other));
    }

    /** The texts encoded. */
    PageBytes bytes() {
        return bytes;
    }

    /** Widens the statistics so that they hold for these texts. */
    void bound(Statistics<?> statistics) {
        if (least >= 0) {
            statistics.updateStats(binary(least));
            statistics.updateStats(binary(most));
        }
    }

    private Binary binary(int start) {
        int from = start + Integer.BYTES;
        return Binary.fromConstantByteArray(Arrays.copyOfRange(bytes.array(), from, from + bytes.getInt(start)));
    }

    void clear() {
        bytes.clear();
        least = -1;
        most = -1;
    }
}
