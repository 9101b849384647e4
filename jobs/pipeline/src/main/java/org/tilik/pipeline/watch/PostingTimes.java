// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.watch;

import java.util.Arrays;
import java.util.OptionalLong;

/** Times of posting of one part of a dump, in milliseconds since 1970. */
final class PostingTimes {
    /** So many of them may lie earlier than where the bulk begins: old posts that were captured again. */
    private static final double EARLIER = 0.05;

    private static final int FIRST_ROOM = 1024;

    private long[] millis = new long[FIRST_ROOM];
    private int count;

    void add(long time) {
        if (count == millis.length) {
            millis = Arrays.copyOf(millis, 2 * count);
        }
        millis[count++] = time;
    }

    void clear() {
        count = 0;
    }

    /** The time behind which all but a twentieth of them lie; empty without any. */
    OptionalLong bulkBegins() {
        if (count == 0) {
            return OptionalLong.empty();
        }
        Arrays.sort(millis, 0, count);
        return OptionalLong.of(millis[(int) (EARLIER * count)]);
    }
}
