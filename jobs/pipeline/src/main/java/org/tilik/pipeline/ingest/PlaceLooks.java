// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tilik.model.Platform;
import org.tilik.model.table.PlaceLookRow;
import org.tilik.pipeline.sorted.SortKey;
import org.tilik.pipeline.study.PlaceComparisons;

/**
 * The looks at every channel and thread: those captures that would have shown an item had it been there.
 *
 * <p>A capture is one where its first record says how many others there are and so many came, or where the study declares
 * that its file holds all of a range and every record of that file could be read. Nothing else is: a file with holes would
 * make removals of what it only lacks. Memory: about 200 bytes for each look.
 */
final class PlaceLooks {
    /** No look at any place. */
    static final PlaceLooks NONE = new Builder().build();

    /** Channels count their messages one by one; elsewhere a number is passed over for what stands in other places. */
    private static final Platform WITHOUT_HOLES = Platform.TELEGRAM;

    private static final Comparator<PlaceLook> IN_TIME = Comparator.comparing(PlaceLook::from)
            .thenComparing(PlaceLook::until)
            .thenComparing(PlaceLook::file)
            .thenComparing(PlaceLook::member)
            .thenComparingLong(PlaceLook::record);

    private final Map<String, List<PlaceLook>> byPlace;
    private final PlaceComparisons counts;

    /** Why a capture is no look. */
    private enum LeftOut {
        /** Nobody knows when it was made. */
        UNDATED,
        /** Records of its file cannot be told, so that what it lacks may be one of them. */
        UNREADABLE_RECORDS,
        /** It does not hold as many as its first record says, or nobody says that it holds all. */
        INCOMPLETE,
        /** It is the only one of a thread, and nothing is declared of it. */
        ALONE;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private PlaceLooks(Map<String, List<PlaceLook>> byPlace, PlaceComparisons counts) {
        this.byPlace = byPlace;
        this.counts = counts;
    }

    /** Fills the key whose order is that in which {@link Builder} takes rows: what nobody can tell first, then by place. */
    static SortKey order(PlaceLookRow row, SortKey key) {
        return key.text(row.placeKey())
                .text(row.sourceFile())
                .text(row.sourceMember())
                .number(MergeOrder.micros(row.capturedAtUtc()))
                .number(row.sourceRecord());
    }

    /** The looks at this place in order of time; null stands for no place. */
    List<PlaceLook> at(String placeKey) {
        return placeKey == null ? List.of() : byPlace.getOrDefault(placeKey, List.of());
    }

    /** How many looks there are, how many captures are none and why, and how many numbers the looks hold. */
    PlaceComparisons counts() {
        return counts;
    }

    /** Makes looks of the rows of all parts of all inputs, which come in the order of places. */
    static final class Builder {
        private final Map<String, Long> untold = new HashMap<>();
        private final Map<String, List<PlaceLook>> byPlace = new HashMap<>();
        private final Map<String, Long> leftOut = new TreeMap<>();
        private final List<PlaceLookRow> ofPlace = new ArrayList<>();
        private PlaceLookRow capture;
        private long looks;
        private long numbers;

        /** Takes the next row. */
        void add(PlaceLookRow row) {
            if (row.placeKey() == null) {
                untold.merge(text(row), row.untold(), Long::sum);
            } else if (capture == null) {
                capture = row;
            } else if (isSameCapture(capture, row)) {
                capture = both(capture, row);
            } else {
                endCapture();
                if (!capture.placeKey().equals(row.placeKey())) {
                    endPlace();
                }
                capture = row;
            }
        }

        /** The looks, after the last row. */
        PlaceLooks build() {
            if (capture != null) {
                endCapture();
                endPlace();
            }
            return new PlaceLooks(byPlace, new PlaceComparisons(looks, leftOut, 0, 0, numbers, 0));
        }

        private void endCapture() {
            LeftOut reason = leftOut(capture);
            if (reason == null) {
                ofPlace.add(capture);
            } else {
                leftOut.merge(reason.id(), 1L, Long::sum);
            }
        }

        private LeftOut leftOut(PlaceLookRow whole) {
            if (whole.undated() > 0) {
                return LeftOut.UNDATED;
            }
            if (whole.stated() != null) {
                return whole.stated() == whole.filled() ? null : LeftOut.INCOMPLETE;
            }
            if (!whole.isDeclared()) {
                return LeftOut.INCOMPLETE;
            }
            return untold.containsKey(text(whole)) ? LeftOut.UNREADABLE_RECORDS : null;
        }

        private void endPlace() {
            boolean isAlone = ofPlace.size() == 1 && !ofPlace.get(0).isDeclared();
            if (isAlone) {
                leftOut.merge(LeftOut.ALONE.id(), 1L, Long::sum);
            } else if (!ofPlace.isEmpty()) {
                PlaceLookRow any = ofPlace.get(0);
                List<PlaceLook> sorted =
                        ofPlace.stream().map(PlaceLooks::look).sorted(IN_TIME).toList();
                byPlace.put(any.placeKey(), sorted);
                looks += sorted.size();
                numbers += any.platform().equals(WITHOUT_HOLES.id()) ? numbersIn(sorted) : 0;
            }
            ofPlace.clear();
        }
    }

    private static PlaceLook look(PlaceLookRow row) {
        return new PlaceLook(
                row.fromUtc(),
                row.untilUtc(),
                row.lowest(),
                row.stated() == null ? row.highest() : Long.MAX_VALUE,
                row.unclear().stream().map(Long::valueOf).collect(Collectors.toUnmodifiableSet()),
                row.capturedAtUtc(),
                row.sourceFile(),
                LookTally.member(row.sourceMember()),
                row.sourceRecord());
    }

    /** How many numbers lie in one of these ranges at least. */
    private static long numbersIn(List<PlaceLook> looks) {
        long numbers = 0;
        long reached = Long.MIN_VALUE;
        List<PlaceLook> byNumber = looks.stream()
                .sorted(Comparator.comparingLong(PlaceLook::lowest))
                .toList();
        for (PlaceLook look : byNumber) {
            long from = Math.max(look.lowest() - 1, reached);
            numbers += Math.max(0, look.highest() - from);
            reached = Math.max(reached, look.highest());
        }
        return numbers;
    }

    /** A file and member. */
    private static String text(PlaceLookRow row) {
        return row.sourceFile() + "\u0000" + LookTally.member(row.sourceMember());
    }

    private static boolean isSameCapture(PlaceLookRow one, PlaceLookRow other) {
        return one.placeKey().equals(other.placeKey())
                && text(one).equals(text(other))
                && Objects.equals(one.capturedAtUtc(), other.capturedAtUtc());
    }

    private static PlaceLookRow both(PlaceLookRow one, PlaceLookRow other) {
        return new PlaceLookRow(
                one.platform(),
                one.placeKey(),
                one.capturedAtUtc(),
                earlier(one.fromUtc(), other.fromUtc()),
                later(one.untilUtc(), other.untilUtc()),
                Math.min(one.lowest(), other.lowest()),
                Math.max(one.highest(), other.highest()),
                one.filled() + other.filled(),
                one.stated() == null ? other.stated() : one.stated(),
                one.undated() + other.undated(),
                0,
                Stream.concat(one.unclear().stream(), other.unclear().stream())
                        .distinct()
                        .toList(),
                one.isDeclared(),
                one.sourceFile(),
                one.sourceMember(),
                Math.min(one.sourceRecord(), other.sourceRecord()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private static Instant later(Instant one, Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }
}
