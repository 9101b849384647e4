// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts the records of one file by disposition while it is written. */
final class Tally {
    /** What a correct ingest makes of a record. */
    enum Disposition {
        ITEM,
        OBSERVATION,
        DUPLICATE,
        OUTSIDE_WINDOW,
        REJECTED
    }

    private final String file;
    private final Map<Disposition, Long> counts = new EnumMap<>(Disposition.class);
    private final Map<String, Long> rejects = new TreeMap<>();
    private long records;

    Tally(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    /** Counts one record and returns its number, from 1; {@code reason} is for rejected ones. */
    long count(Disposition disposition, String reason) {
        counts.merge(disposition, 1L, Long::sum);
        if (disposition == Disposition.REJECTED) {
            rejects.merge(reason, 1L, Long::sum);
        }
        return ++records;
    }

    long records() {
        return records;
    }

    private long of(Disposition disposition) {
        return counts.getOrDefault(disposition, 0L);
    }

    TruthCounts.FileCounts counts() {
        long outside = of(Disposition.OUTSIDE_WINDOW);
        return new TruthCounts.FileCounts(
                file,
                records,
                of(Disposition.ITEM),
                of(Disposition.OBSERVATION),
                of(Disposition.DUPLICATE),
                outside == 0 ? Map.of() : Map.of("outside_window", outside),
                new TreeMap<>(rejects));
    }
}
