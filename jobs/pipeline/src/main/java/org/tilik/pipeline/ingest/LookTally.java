// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.tilik.formats.Decoded;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.Numbered;
import org.tilik.model.Event;
import org.tilik.model.Platform;
import org.tilik.model.Pseudonymiser;
import org.tilik.model.SourcePosition;
import org.tilik.model.table.PlaceLookRow;

/**
 * Collects, over one part of an input, which numbers of which channels and threads its records fill, and when they were
 * captured: what a later or an earlier capture of the same place is compared with. Whether that is a look that would have
 * shown every item of a range is told when all parts are there ({@link PlaceLooks}).
 */
final class LookTally {
    private static final String RANGE = "@";
    /** More rejected records than this in one part make its captures as good as unreadable. */
    private static final int MOST_UNCLEAR = 10_000;

    private final String file;
    private final boolean isDeclared;
    private final Map<Key, Range> ranges = new HashMap<>();
    private final Map<String, Long> untold = new HashMap<>();

    /** Where records of one capture stand; without a time where each record has its own. */
    private record Key(Platform platform, String placeId, String member, Instant capturedAt) {}

    private static final class Range {
        private final long firstRecord;
        private Instant from;
        private Instant until;
        private long lowest = Long.MAX_VALUE;
        private long highest = Long.MIN_VALUE;
        private long filled;
        private long undated;
        private Long stated;
        private final Set<String> unclear = new TreeSet<>();

        Range(long firstRecord) {
            this.firstRecord = firstRecord;
        }

        /** Notes that nobody can say whether an item of this number is there; false where there are too many such. */
        boolean noteUnclear(long number) {
            boolean isFew = unclear.size() < MOST_UNCLEAR;
            if (isFew) {
                unclear.add(Long.toString(number));
            }
            return isFew;
        }

        void add(Numbered numbered) {
            lowest = Math.min(lowest, numbered.number());
            highest = Math.max(highest, numbered.number());
            filled++;
            Instant at = numbered.seenAt();
            if (at == null) {
                undated++;
                return;
            }
            from = from == null || at.isBefore(from) ? at : from;
            until = until == null || at.isAfter(until) ? at : until;
        }
    }

    /**
     * Nothing yet of this file.
     *
     * @param isDeclared whether the study declares that the file holds all of what it holds a range of
     */
    LookTally(String file, boolean isDeclared) {
        this.file = file;
        this.isDeclared = isDeclared;
    }

    /** The member by which the captures of a file are told apart: ranges of one text are no members. */
    static String member(String stated) {
        return stated == null || stated.startsWith(RANGE) ? "" : stated;
    }

    /** Takes in what became of a record of this format. */
    void take(Decoded decoded, DumpFormat format, SourcePosition source) {
        if (!format.numbersItems() || !(isDeclared || format.countsPlaces())) {
            return;
        }
        String member = member(source.member());
        Numbered numbered = decoded.numbered();
        if (numbered == null && decoded instanceof Decoded.Rejected) {
            untold.merge(member, 1L, Long::sum);
        }
        if (numbered != null) {
            Instant one = format.countsPlaces() ? numbered.seenAt() : null;
            Key key = new Key(numbered.platform(), numbered.placeId(), member, one);
            Range range = ranges.computeIfAbsent(key, place -> new Range(source.record()));
            range.add(numbered);
            if (decoded instanceof Decoded.Rejected && !range.noteUnclear(numbered.number())) {
                untold.merge(member, 1L, Long::sum);
            }
            if (format.countsPlaces() && decoded instanceof Decoded.Events found) {
                range.stated = stated(found.events().get(0), range.stated);
            }
        }
    }

    /** The first post of a thread says how many answer it. */
    private static Long stated(Event event, Long known) {
        boolean opens = event.itemId().equals(event.placeId());
        return opens && event.counts().replies() != null
                ? Long.valueOf(event.counts().replies() + 1)
                : known;
    }

    /** Counts a record of this member that could not be read. */
    void untold(String member) {
        if (isDeclared) {
            untold.merge(member(member), 1L, Long::sum);
        }
    }

    /** The rows of what was taken in, with pseudonyms for the places. */
    List<PlaceLookRow> rows(Pseudonymiser pseudonymiser) {
        List<PlaceLookRow> rows = new ArrayList<>();
        untold.forEach((member, records) -> rows.add(new PlaceLookRow(
                null,
                null,
                null,
                null,
                null,
                0,
                0,
                0,
                null,
                0,
                records,
                List.of(),
                isDeclared,
                file,
                nullable(member),
                0)));
        ranges.forEach((key, range) -> rows.add(new PlaceLookRow(
                key.platform().id(),
                pseudonymiser.pseudonym(key.platform(), key.placeId()),
                key.capturedAt(),
                range.from,
                range.until,
                range.lowest,
                range.highest,
                range.filled,
                range.stated,
                range.undated,
                0,
                List.copyOf(range.unclear),
                isDeclared,
                file,
                nullable(key.member()),
                range.firstRecord)));
        return rows;
    }

    private static String nullable(String member) {
        return Objects.equals(member, "") ? null : member;
    }
}
