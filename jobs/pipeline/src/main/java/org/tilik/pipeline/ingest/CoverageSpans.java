// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tilik.model.Platform;
import org.tilik.model.table.CoverageRow;

/**
 * When the push stream of each platform was watched.
 *
 * <p>Where the archive has a file for each minute, the minutes that are there were watched and every other one is a gap,
 * provided that the names agree with the records: there is a grab whose names are in local time.
 * Where it has not, the study's {@code coverage} says until when, from the first record on. Where neither says anything,
 * each input was watched from its first to its last record, and only if it holds notices at all: other collections state
 * the same times, but nobody kept the notices.
 */
final class CoverageSpans {
    private static final long MILLIS_PER_MINUTE = 60_000;
    private static final long NAMES_AGREE_WITHIN_MILLIS = 10 * MILLIS_PER_MINUTE;

    private final Collection<CaptureTally> inputs;
    private final Map<Platform, Instant> declared;
    private final String runId;

    private CoverageSpans(Collection<CaptureTally> inputs, Map<Platform, Instant> declared, String runId) {
        this.inputs = inputs;
        this.declared = declared;
        this.runId = runId;
    }

    /**
     * A row for each span, in order of platform and time.
     *
     * @param inputs what was read of each input
     * @param declared the study's coverage
     */
    static List<CoverageRow> of(Collection<CaptureTally> inputs, Map<Platform, Instant> declared, String runId) {
        CoverageSpans spans = new CoverageSpans(inputs, declared, runId);
        TreeSet<String> platforms = new TreeSet<>();
        inputs.forEach(input -> platforms.addAll(input.pushed().keySet()));
        return platforms.stream().flatMap(name -> spans.of(name).stream()).toList();
    }

    private List<CoverageRow> of(String name) {
        Instant end = declared.get(Platform.of(name).orElseThrow());
        List<CoverageRow> rows = new ArrayList<>();
        for (Span span : joined(spans(name, end))) {
            Instant from = Instant.ofEpochMilli(span.from);
            Instant until = Instant.ofEpochMilli(span.until);
            if (end == null || from.isBefore(end)) {
                rows.add(new CoverageRow(name, from, end == null || until.isBefore(end) ? until : end, runId));
            }
        }
        return rows;
    }

    private record Span(long from, long until) {}

    private List<Span> spans(String name, Instant end) {
        List<CaptureTally> pushing = inputs.stream()
                .filter(input -> input.pushed().containsKey(name))
                .toList();
        boolean known = end != null
                || pushing.stream().anyMatch(input -> input.pushed().get(name).notices() > 0);
        List<Span> minutes = pushing.stream()
                .filter(input -> namesAgree(input, input.pushed().get(name)))
                .flatMap(input -> input.minutes().stream())
                .map(range -> new Span(range.first() * MILLIS_PER_MINUTE, (range.last() + 1) * MILLIS_PER_MINUTE))
                .toList();
        if (!known || !minutes.isEmpty()) {
            return known ? minutes : List.of();
        }
        if (end == null) {
            return pushing.stream()
                    .map(input -> input.pushed().get(name))
                    .filter(records -> records.notices() > 0)
                    .map(records -> new Span(records.firstMillis(), records.lastMillis()))
                    .toList();
        }
        return pushing.stream()
                .map(input -> input.pushed().get(name))
                .reduce(PushedRecords::plus)
                .map(records -> new Span(records.firstMillis(), end.toEpochMilli()))
                .stream()
                .toList();
    }

    private static boolean namesAgree(CaptureTally input, PushedRecords records) {
        if (input.minutes().isEmpty()) {
            return false;
        }
        long first = input.minutes().get(0).first() * MILLIS_PER_MINUTE;
        long last = (input.minutes().get(input.minutes().size() - 1).last() + 1) * MILLIS_PER_MINUTE;
        return records.firstMillis() >= first - NAMES_AGREE_WITHIN_MILLIS
                && records.lastMillis() <= last + NAMES_AGREE_WITHIN_MILLIS;
    }

    /** Spans that meet or overlap are one. */
    private static List<Span> joined(List<Span> spans) {
        List<Span> joined = new ArrayList<>();
        for (Span next :
                spans.stream().sorted(Comparator.comparingLong(Span::from)).toList()) {
            Span before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before != null && next.from <= before.until) {
                joined.set(joined.size() - 1, new Span(before.from, Math.max(before.until, next.until)));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }
}
