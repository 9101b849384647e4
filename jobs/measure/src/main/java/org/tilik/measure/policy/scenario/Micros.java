// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.scenario;

import java.time.Duration;
import org.tilik.measure.spread.cascade.TimeOrder;

/** Times in microseconds, of which the last means never. */
final class Micros {
    private static final long NANOS = 1000;

    private Micros() {}

    /** A span of time, rounded down. */
    static long of(Duration span) {
        return Math.addExact(Math.multiplyExact(span.getSeconds(), 1_000_000L), span.getNano() / NANOS);
    }

    /** So much later; never stays never. */
    static long after(long time, long span) {
        long later = time + span;
        return later < time ? Known.NEVER : later;
    }

    /** Puts rows into the order of their times, in place. */
    static void sort(int[] rows, long[] times) {
        if (rows.length == 0) {
            return;
        }
        long first = times[rows[0]];
        long last = first;
        for (int row : rows) {
            first = Math.min(first, times[row]);
            last = Math.max(last, times[row]);
        }
        TimeOrder.sort(rows, times, first, last);
    }
}
