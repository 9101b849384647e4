// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.counts;

import java.util.Arrays;

/** Collects kinds of items one by one and adds them up whenever half as many are waiting as there are kinds. */
final class ItemBuffer {

    private static final int LEAST = 1 << 10;
    private static final int MOST = 1 << 22;

    private long[] waiting = new long[16];
    private int size;
    private SortedCounts counted = SortedCounts.NONE;

    void add(long key) {
        if (size == waiting.length) {
            if (size < Math.min(MOST, Math.max(LEAST, counted.size() / 2))) {
                waiting = Arrays.copyOf(waiting, 2 * size);
            } else {
                count();
            }
        }
        waiting[size++] = key;
    }

    private void count() {
        counted = counted.plus(SortedCounts.ofItems(waiting, size));
        size = 0;
    }

    SortedCounts counts() {
        count();
        return counted;
    }
}
