// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.tilik.datasets.generate.Entry.Disposition;

/** Tells the truth about the records of one file while it is written, and counts them by disposition. */
final class Tally {
    private final String file;
    private final TruthSink truth;
    private final Map<Disposition, Long> counts = new EnumMap<>(Disposition.class);
    private final Map<String, Long> rejects = new TreeMap<>();
    private long records;

    Tally(String file, TruthSink truth) {
        this.file = file;
        this.truth = truth;
    }

    String file() {
        return file;
    }

    /** Counts a record of a file without members. */
    void count(Entry entry) throws IOException {
        count(null, records + 1, entry);
    }

    /** Counts record {@code number}, from 1, of a member of the file. */
    void count(String member, long number, Entry entry) throws IOException {
        records++;
        counts.merge(entry.disposition(), 1L, Long::sum);
        String platform = entry.site() == null ? null : entry.site().id();
        truth.event(new TruthEvent(
                file,
                member,
                number,
                entry.what(),
                platform,
                entry.itemId(),
                entry.disposition().isIgnored()
                        ? "ignored"
                        : entry.disposition().id(),
                entry.disposition().isIgnored() ? entry.disposition().id() : entry.reason()));
        if (entry.disposition() == Disposition.REJECTED) {
            rejects.merge(entry.reason(), 1L, Long::sum);
            truth.reject(new TruthReject(file, member, number, entry.reason()));
        }
    }

    long records() {
        return records;
    }

    private long of(Disposition disposition) {
        return counts.getOrDefault(disposition, 0L);
    }

    TruthCounts.FileCounts counts() {
        Map<String, Long> ignored = new TreeMap<>();
        counts.forEach((disposition, n) -> {
            if (disposition.isIgnored()) {
                ignored.put(disposition.id(), n);
            }
        });
        return new TruthCounts.FileCounts(
                file,
                records,
                of(Disposition.ITEM),
                of(Disposition.OBSERVATION),
                of(Disposition.DUPLICATE),
                ignored,
                new TreeMap<>(rejects));
    }
}
