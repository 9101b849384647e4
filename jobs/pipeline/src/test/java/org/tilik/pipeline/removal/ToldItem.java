// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.tilik.datasets.worlds.Telling;
import org.tilik.datasets.worlds.Telling.Followed;
import org.tilik.datasets.worlds.Telling.Held;
import org.tilik.datasets.worlds.ThreadLooks;
import org.tilik.datasets.worlds.WorldFormat;
import org.tilik.datasets.worlds.WorldItem;
import org.tilik.datasets.worlds.WorldItem.End;

/**
 * What the files of one format let anybody know of one item, worked out from the world and from what the format is said to
 * tell, and not from its decoder.
 */
final class ToldItem {
    private static final double HOUR = 3600.0;

    /**
     * One look.
     *
     * @param at second
     * @param visible whether it found the item
     * @param byChance whether it would not have told had the item been gone
     * @param onlyMissing whether it found nothing, which nobody explained
     */
    private record Sight(long at, boolean visible, boolean byChance, boolean onlyMissing) {
        Sight(long at, boolean visible, boolean byChance) {
            this(at, visible, byChance, false);
        }
    }

    private final WorldItem item;
    private final Telling telling;
    private final long watchedUntil;
    private final List<Sight> sights = new ArrayList<>();
    private final boolean dated;
    private Long captured;

    /**
     * What a format tells of an item.
     *
     * @param shownAt seconds at which other items of the dump showed this one
     */
    ToldItem(WorldFormat format, WorldItem item, List<Long> shownAt, long watchedUntil) {
        this.item = item;
        this.telling = format.telling();
        this.watchedUntil = watchedUntil;
        boolean isDelivered = telling.holds(item);
        if (isDelivered && telling.held() == Held.THREADS) {
            addThread(ThreadLooks.of(item));
            captured = sights.stream()
                    .filter(Sight::visible)
                    .findFirst()
                    .orElseThrow()
                    .at();
        } else if (isDelivered && telling.statesCapture()) {
            captured = telling.held() == Held.STREAMED ? item.postedAt() : item.capturedAt();
            sights.add(new Sight(captured, item.visibleAt(captured), telling.held() != Held.STUBS));
        }
        for (long shown : shownAt) {
            captured = captured == null ? (Long) shown : (Long) Math.min(captured, shown);
            sights.add(new Sight(shown, true, true));
        }
        boolean isLookedAt = telling.followed() != Followed.ALONE;
        if (isDelivered && isLookedAt) {
            item.looks().forEach(look -> sights.add(new Sight(look, item.visibleAt(look), false, isOnlyMissing(look))));
        }
        if (telling.held() == Held.STUBS) {
            long second = item.capturedAt() + 36 * 3600;
            sights.add(new Sight(second, item.visibleAt(second), false));
        }
        // Whoever names only what is gone is believed as long as somebody looked who would have named the others too.
        long believedUntil = isLookedAt ? item.looks().get(item.looks().size() - 1) + 1 : watchedUntil;
        dated = item.end() != null
                && telling.dated().contains(item.end())
                && item.goneAt() < Math.min(watchedUntil, believedUntil);
        if (dated) {
            sights.add(new Sight(item.goneAt(), false, false));
        }
        sights.sort(Comparator.comparingLong(Sight::at));
        // What was only missing and is seen later was there.
        long lastSeen = sights.stream()
                .filter(Sight::visible)
                .mapToLong(Sight::at)
                .max()
                .orElse(0);
        sights.removeIf(sight -> sight.onlyMissing() && sight.at() < lastSeen);
    }

    /**
     * Captures of a whole thread are compared where there are several: what one of them lacks was not there. Of its first
     * post, without which there is no thread, they say only that it was there.
     */
    private void addThread(List<Long> looks) {
        boolean isFirst = item.root().equals(item);
        boolean compared = telling.followed() != Followed.ALONE && looks.size() > 1 && !isFirst;
        for (long look : looks) {
            if (item.visibleAt(look)) {
                sights.add(new Sight(look, true, !compared));
            } else if (compared && look > item.postedAt()) {
                sights.add(new Sight(look, false, false, true));
            }
        }
    }

    /** Whether a visit at this second is told that nothing is there, and no more. */
    private boolean isOnlyMissing(long second) {
        boolean isExplained = switch (telling.names()) {
            case SUSPENSIONS_ALONE -> item.end() == End.SUSPENSION;
            case NOBODY -> item.end() != End.AUTHOR;
            case PLATFORM, PLATFORM_ALONE, MODERATORS -> true;
        };
        return telling.followed() == Followed.BY_VISITS && !item.visibleAt(second) && !isExplained;
    }

    /** Its first episode as a line of hours and cause; empty where no measure takes it in. */
    Optional<String> episode() {
        if (telling.held() == Held.STREAMED) {
            long exit = dated ? item.goneAt() : watchedUntil;
            return Optional.of(line(0, hours(exit), dated ? hours(exit) : null));
        }
        if (telling.held() == Held.SUSPENDED) {
            // Whoever is known only because of being removed enters no risk set.
            return Optional.empty();
        }
        if (telling.held() == Held.WATCHED) {
            return item.isCollected() ? Optional.of(watched()) : Optional.empty();
        }
        if (telling.held() == Held.THREADS && telling.followed() == Followed.ALONE) {
            return telling.holds(item) ? Optional.of(threaded()) : Optional.empty();
        }
        Long lastAlive = null;
        Long lastWatched = null;
        Long gone = null;
        Long looked = null;
        for (Sight sight : sights) {
            looked = sight.byChance() ? looked : (Long) sight.at();
            if (!sight.visible()) {
                gone = sight.at();
                break;
            }
            lastAlive = sight.at();
            lastWatched = looked;
        }
        boolean isStub = telling.held() == Held.STUBS;
        if ((lastAlive == null && !isStub) || (gone == null && lastWatched == null)) {
            return Optional.empty();
        }
        double entry = isStub ? 0 : hours(captured == null ? sights.get(0).at() : captured);
        double lower = gone == null
                ? hours(lastWatched)
                : dated && gone == item.goneAt() ? hours(gone) : lastAlive == null ? 0 : hours(lastAlive);
        Double upper = gone == null ? null : (Double) hours(gone);
        return (upper == null ? lower : upper) > entry ? Optional.of(line(entry, lower, upper)) : Optional.empty();
    }

    /** Where only the last look that found it is kept, it went between that and the end. */
    private String watched() {
        long lastSeen = item.capturedAt();
        for (long look : item.looks()) {
            if (!item.visibleAt(look)) {
                return line(0, hours(lastSeen), hours(watchedUntil));
            }
            lastSeen = look;
        }
        return line(0, hours(watchedUntil), null);
    }

    /** It went between its thread's last look, or else its posting, and the first look that missed it. */
    private String threaded() {
        List<Long> looks = ThreadLooks.of(item);
        double last = hours(looks.get(looks.size() - 1));
        OptionalLong missed = ThreadLooks.firstThatMissed(item);
        if (missed.isEmpty()) {
            return line(0, last, null);
        }
        double upper = hours(missed.getAsLong());
        return line(0, last < upper ? last : 0, upper);
    }

    private double hours(long second) {
        return (second - item.postedAt()) / HOUR;
    }

    private String line(double entry, double lower, Double upper) {
        return line(entry, lower, upper, upper == null ? null : cause());
    }

    private String cause() {
        return switch (telling.names()) {
            case NOBODY -> "unknown";
            case SUSPENSIONS_ALONE -> item.end() == End.SUSPENSION ? "platform" : "unknown";
            case PLATFORM_ALONE -> item.end() == End.AUTHOR ? "unknown" : "platform";
            case PLATFORM -> item.end() == End.AUTHOR ? "author" : "platform";
            case MODERATORS -> item.end() == End.AUTHOR ? "author" : "community_mod";
        };
    }

    /** An episode as a line. */
    static String line(double entry, double lower, Double upper, String cause) {
        return String.format(
                Locale.ROOT, "%.4f (%.4f, %s] %s", entry, lower, upper == null ? "-" : round(upper), cause);
    }

    private static String round(double hours) {
        return String.format(Locale.ROOT, "%.4f", hours);
    }
}
