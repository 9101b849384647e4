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
 * between the last sighting (or posting) and the first look of the run, whatever kind of look that was; who did it is
 * what the first look of the run says that says anything.
 */
final class ExpectedEpisodes {
    private static final double SECONDS_PER_HOUR = 3600.0;

    private ExpectedEpisodes() {}

    /** The episodes of an item posted at second {@code postedAt}; {@code looks} are in order of time. */
    static List<TruthEpisode> of(String itemId, String kind, long postedAt, List<Look> looks) {
        List<Look> telling =
                looks.stream().filter(look -> look.outcome().tells()).toList();
        List<TruthEpisode> episodes = new ArrayList<>();
        long entry = postedAt;
        long lastAlive = postedAt;
        int i = 0;
        while (i < telling.size()) {
            if (telling.get(i).outcome() == Look.Outcome.ALIVE) {
                lastAlive = telling.get(i).at();
                i++;
                continue;
            }
            int end = endOfRun(telling, i);
            List<Look> run = telling.subList(i, end);
            boolean last = end == telling.size();
            boolean explicit = run.stream().anyMatch(look -> look.outcome() == Look.Outcome.GONE);
            i = end;
            if (!last && !explicit) {
                continue;
            }
            Times times = new Times(postedAt, entry, lastAlive, run.get(0).at());
            int number = episodes.size() + 1;
            if (last) {
                episodes.add(times.gone(itemId, kind, number, run, !explicit && run.size() == 1, null, null));
                return episodes;
            }
            long seenAgain = telling.get(end).at();
            Double restoredLower = hours(run.get(run.size() - 1).at() - postedAt);
            Double restoredUpper = hours(seenAgain - postedAt);
            episodes.add(times.gone(itemId, kind, number, run, false, restoredLower, restoredUpper));
            entry = seenAgain;
            lastAlive = seenAgain;
        }
        episodes.add(new Times(postedAt, entry, lastAlive, Fate.NEVER).open(itemId, kind, episodes.size() + 1));
        return episodes;
    }

    private static int endOfRun(List<Look> looks, int start) {
        int end = start;
        while (end < looks.size() && looks.get(end).outcome() != Look.Outcome.ALIVE) {
            end++;
        }
        return end;
    }

    private static double hours(long seconds) {
        return seconds / SECONDS_PER_HOUR;
    }

    private record Times(long postedAt, long entry, long lastAlive, long firstGone) {
        TruthEpisode gone(
                String itemId,
                String kind,
                int number,
                List<Look> run,
                boolean unconfirmed,
                Double restoredLower,
                Double restoredUpper) {
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
            return new TruthEpisode(
                    World.PLATFORM,
                    itemId,
                    kind,
                    number,
                    hours(entry - postedAt),
                    hours(lastAlive - postedAt),
                    hours(firstGone - postedAt),
                    TruthEpisode.INTERVAL,
                    actor,
                    reason,
                    unconfirmed,
                    restoredLower,
                    restoredUpper);
        }

        TruthEpisode open(String itemId, String kind, int number) {
            return new TruthEpisode(
                    World.PLATFORM,
                    itemId,
                    kind,
                    number,
                    hours(entry - postedAt),
                    hours(lastAlive - postedAt),
                    null,
                    TruthEpisode.RIGHT,
                    null,
                    null,
                    false,
                    null,
                    null);
        }
    }
}
