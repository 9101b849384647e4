// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.tilik.measure.removal.families.Copy;
import org.tilik.measure.removal.families.Departure;
import org.tilik.measure.removal.families.HourBracket;
import org.tilik.model.EventKind;
import org.tilik.model.table.EpisodeRow;

/**
 * One item as a copy of its content, on the way to the other copies; times in microseconds since 1970, which are exact
 * whatever they are subtracted from. Flink needs it mutable, with public fields.
 */
public final class FamilyCopy {
    private static final double MICROS_PER_HOUR = 3.6e9;
    private static final long NEVER = Long.MAX_VALUE;

    /** Id of the family, or the item's own key where it is the only copy. */
    public String family;

    public String platform;
    /** Null where unknown. */
    public String accountKey;

    public boolean share;
    public boolean unconfirmed;
    public long postedAt;
    /** From when on it would have been missed; {@link Long#MAX_VALUE} where that is unknown. */
    public long watchedFrom;
    /** When each visible span began at the latest. */
    public long[] begun;
    /** When it was last seen in each span. */
    public long[] seen;
    /** When it was first missed after each span; {@link Long#MAX_VALUE} where it was not. */
    public long[] gone;
    /** {@link Departure} of the first span. */
    public String departure;

    /**
     * The copy that an item's episodes tell of, or empty where it cannot count as one.
     *
     * <p>Left out are: an item of which only a stub was seen and that no hash or address ties to a family, because what it
     * said is unknown; an item that only another member of its family selects; one that a list selected nobody knows
     * when; one without a time of posting; and one that was seen gone without ever having been followed, which is in the
     * data only because it is gone.
     *
     * @param episodes of the item, on the clock of posting, in order
     */
    static Optional<FamilyCopy> of(TrackedItem item, List<EpisodeRow> episodes) {
        EpisodeRow first = episodes.get(0);
        boolean wordsUnknown = item.seenAsStub && item.familyId == null;
        boolean stillThere = EpisodeStatus.NO_FOLLOW_UP.id().equals(first.status()) && first.upperHours() == null;
        boolean counts = EpisodeStatus.MEASURED.id().equals(first.status()) || stillThere;
        if (item.postedAt == null || wordsUnknown || !counts) {
            return Optional.empty();
        }
        FamilyCopy copy = new FamilyCopy();
        copy.family = item.familyId == null ? item.itemKey : item.familyId;
        copy.platform = item.platform;
        copy.accountKey = item.accountKey;
        copy.share = EventKind.SHARE.name().equals(item.kind);
        copy.unconfirmed = episodes.stream().anyMatch(episode -> !episode.isConfirmed());
        copy.postedAt = micros(item.postedAt);
        copy.watchedFrom = copy.watchedFrom(item, first);
        List<EpisodeRow> spans = episodes.stream()
                .filter(episode -> episode.lowerHours() != null)
                .toList();
        copy.begun = new long[spans.size()];
        copy.seen = new long[spans.size()];
        copy.gone = new long[spans.size()];
        for (int i = 0; i < spans.size(); i++) {
            EpisodeRow episode = spans.get(i);
            copy.begun[i] = i == 0 ? copy.postedAt : copy.after(episode.entryHours());
            copy.seen[i] = Math.max(copy.begun[i], copy.after(episode.lowerHours()));
            copy.gone[i] = episode.upperHours() == null ? NEVER : copy.after(episode.upperHours());
        }
        copy.departure = departure(first).name();
        return Optional.of(copy);
    }

    /** As a copy an item is followed from when its words were seen, because a stub without words would not count. */
    private long watchedFrom(TrackedItem item, EpisodeRow first) {
        if (first.entryHours() == null) {
            return NEVER;
        }
        boolean countsAsStub = item.seenAsStub || item.enteredAt == null;
        return countsAsStub ? after(first.entryHours()) : Math.max(after(first.entryHours()), micros(item.enteredAt));
    }

    private static Departure departure(EpisodeRow first) {
        if (first.upperHours() == null) {
            return Departure.NOT_SEEN;
        }
        if (Causes.REMOVING.contains(first.cause())) {
            return Departure.REMOVED;
        }
        return Causes.UNKNOWN.equals(first.cause()) ? Departure.UNKNOWN : Departure.BY_AUTHOR;
    }

    private long after(double hours) {
        return postedAt + Math.round(hours * MICROS_PER_HOUR);
    }

    static long micros(Instant time) {
        return Math.addExact(
                TimeUnit.SECONDS.toMicros(time.getEpochSecond()), TimeUnit.NANOSECONDS.toMicros(time.getNano()));
    }

    /** Hours between two times. */
    static double hours(long from, long until) {
        return until == NEVER ? Double.POSITIVE_INFINITY : (until - from) / MICROS_PER_HOUR;
    }

    /** The same copy in hours since this time. */
    Copy since(long zero) {
        List<Copy.Span> spans = new ArrayList<>(begun.length);
        for (int i = 0; i < begun.length; i++) {
            // Restored at the earliest when it was gone; after a gap in the watch it may have been there all along.
            long earliest = i == 0 || gone[i - 1] == NEVER ? begun[i] : Math.min(begun[i], gone[i - 1]);
            spans.add(new Copy.Span(
                    new HourBracket(hours(zero, earliest), hours(zero, begun[i])),
                    new HourBracket(hours(zero, seen[i]), hours(zero, Math.max(seen[i], gone[i])))));
        }
        return new Copy(
                platform, share, hours(zero, postedAt), hours(zero, watchedFrom), spans, Departure.valueOf(departure));
    }
}
