// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.util.concurrent.atomic.LongAdder;

/**
 * How much the readers of this JVM have read since it started, for the progress line of a local run.
 *
 * <p>On a cluster the same figures are Flink's source metrics; this is for the one case in which tasks and command
 * share a JVM.
 */
public final class ReadProgress {
    private static final LongAdder BYTES = new LongAdder();
    private static final LongAdder RECORDS = new LongAdder();

    private ReadProgress() {}

    static void add(long bytes, long records) {
        BYTES.add(bytes);
        RECORDS.add(records);
    }

    /** Bytes read from dump files as stored. */
    public static long bytes() {
        return BYTES.sum();
    }

    /** Records cut from them. */
    public static long records() {
        return RECORDS.sum();
    }
}
