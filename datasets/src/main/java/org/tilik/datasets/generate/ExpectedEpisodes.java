// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.util.ArrayList;
import java.util.List;

/**
 * What can be known of an item from the looks at it: its visible spans, in hours from posting.
 *
 * <p>This is the oracle for the removal job under {@code track.all}. A run of looks that did not see the item, between
 * two that did, is a removal and a restoration if one of the run was explicit, and a string of errors otherwise. The
 * run after the last sighting counts as gone; a single look of mere absence is marked unconfirmed. The item went
 * between the last sighting (or posting) and the first look of the run, whatever kind of look that was, and at exactly
 * that time where it was the platform's notice; who did it is what the first look of the run says that says anything.
 *
 * <p>Where the source would have sent word, silence means that the item was there: until the recording ended, and until
 * each gap in it. What becomes of the item in a gap and afterwards is not known, until it is seen again. Of an item that
 * the stream did not deliver by itself silence says nothing, and so a notice must not count either: else such items could
 * only ever be seen to go.
 */
final class ExpectedEpisodes {
    private final Subject item;
    private final List<Long> gaps;
    private final long watchedUntil;
    private final List<TruthEpisode> episodes = new ArrayList<>();
    private long entry;
    private long lastAlive;
    /** Whether what the archive shows it only happens to show. */
    private final boolean byChance;

    private List<Look> looks = List.of();

    /**
     * An item as far as its episodes show it.
     *
     * @param platform reddit or twitter
     * @param itemId raw id
     * @param kind post, reply, quote or share
     * @param postedAt millisecond of posting
     */
    record Subject(String platform, String itemId, String kind, long postedAt) {
        static Subject of(Item item) {
            return new Subject(
                    item.form().site().id(), item.fullId(), item.form().kind(), item.postedAt());
        }
    }

    private ExpectedEpisodes(Subject item, long entry, List<Long> gaps, long watchedUntil, boolean byChance) {
        this.byChance = byChance;
        this.item = item;
        this.entry = entry;
        this.lastAlive = entry;
        this.gaps = gaps;
        this.watchedUntil = watchedUntil;
    }

    /** The episodes of an item that nobody sends word of; {@code looks} are in order of time. */
    static List<TruthEpisode> of(Subject item, long entry, List<Look> looks) {
        List<Look> others = looks.stream().filter(look -> !look.isExact()).toList();
        return new ExpectedEpisodes(item, entry, List.of(), Long.MIN_VALUE, false).read(others);
    }

    /** The episodes of an item that a stream shows only inside others. */
    static List<TruthEpisode> ofEmbedded(Subject item, long entry, List<Look> looks) {
        List<Look> others = looks.stream().filter(look -> !look.isExact()).toList();
        return new ExpectedEpisodes(item, entry, List.of(), Long.MIN_VALUE, true).read(others);
    }

    /** The episodes of an item whose removal this stream would have announced. */
    static List<TruthEpisode> ofNotified(Subject item, long entry, List<Look> looks, StreamPlan stream) {
        List<Long> gaps = stream.gaps().stream()
                .map(gap -> gap.from().toEpochMilli())
                .sorted()
                .toList();
        return new ExpectedEpisodes(item, entry, gaps, stream.covered().until().toEpochMilli(), false).read(looks);
    }

    private List<TruthEpisode> read(List<Look> all) {
        looks = all.stream().filter(look -> look.outcome().tells()).toList();
        int i = 0;
        while (true) {
            long next = i == looks.size() ? Fate.NEVER : looks.get(i).at();
            long gap = firstGap(lastAlive, Math.min(next, watchedUntil));
            if (gap != Fate.NEVER) {
                lastAlive = gap;
                episodes.add(open());
                i = nextSighting(looks, i);
                if (i == looks.size()) {
                    return episodes;
                }
                entry = looks.get(i).at();
                lastAlive = entry;
                i++;
            } else if (i == looks.size()) {
                lastAlive = Math.max(lastAlive, watchedUntil);
                episodes.add(open());
                return episodes;
            } else if (looks.get(i).outcome() == Look.Outcome.ALIVE) {
                lastAlive = next;
                i++;
            } else {
                int end = nextSighting(looks, i);
                if (addGone(looks.subList(i, end), end == looks.size() ? null : looks.get(end))) {
                    return episodes;
                }
                i = end;
            }
        }
    }

    private static int nextSighting(List<Look> looks, int start) {
        int end = start;
        while (end < looks.size() && looks.get(end).outcome() != Look.Outcome.ALIVE) {
            end++;
        }
        return end;
    }

    private long firstGap(long after, long before) {
        return gaps.stream()
                .filter(gap -> gap > after && gap < before)
                .findFirst()
                .orElse(Fate.NEVER);
    }

    /** Adds what a run of looks that missed the item comes to, {@code again} being the sighting after it, null for none;
     * returns whether that was the end. */
    private boolean addGone(List<Look> run, Look again) {
        boolean explicit = run.stream().anyMatch(look -> look.outcome() == Look.Outcome.GONE);
        if (again == null) {
            episodes.add(gone(run, !explicit && run.size() == 1, null, null));
            return true;
        }
        if (explicit) {
            long lastMissed = run.get(run.size() - 1).at();
            episodes.add(gone(run, false, hours(lastMissed), hours(again.at())));
            entry = again.at();
            lastAlive = again.at();
        }
        return false;
    }

    private double hours(long ms) {
        return Times.hours(item.postedAt(), ms);
    }

    private TruthEpisode gone(List<Look> run, boolean unconfirmed, Double restoredLower, Double restoredUpper) {
        String actor = run.stream()
                .map(Look::actor)
                .filter(name -> name != null)
                .findFirst()
                .orElse("unknown");
        String reason = run.stream()
                .map(Look::reason)
                .filter(name -> name != null)
                .findFirst()
                .orElse(null);
        Look first = run.get(0);
        return new TruthEpisode(
                item.platform(),
                item.itemId(),
                item.kind(),
                episodes.size() + 1,
                hours(entry),
                first.isExact() ? hours(first.at()) : hours(lastAlive),
                hours(first.at()),
                first.isExact() ? TruthEpisode.EXACT : TruthEpisode.INTERVAL,
                actor,
                reason,
                true,
                unconfirmed,
                restoredLower,
                restoredUpper);
    }

    /** What is only happened upon can only be seen alive: it is followed until somebody last looked for it. */
    private long lastLookedFor() {
        return looks.stream()
                .filter(look -> look.source() == Look.Source.RECHECK && look.at() <= lastAlive)
                .mapToLong(Look::at)
                .filter(at -> at >= entry || episodes.isEmpty())
                .max()
                .orElse(Fate.NEVER);
    }

    private TruthEpisode open() {
        long looked = byChance ? lastLookedFor() : lastAlive;
        return new TruthEpisode(
                item.platform(),
                item.itemId(),
                item.kind(),
                episodes.size() + 1,
                hours(entry),
                hours(looked == Fate.NEVER ? lastAlive : looked),
                null,
                TruthEpisode.RIGHT,
                null,
                null,
                looked != Fate.NEVER,
                false,
                null,
                null);
    }
}
