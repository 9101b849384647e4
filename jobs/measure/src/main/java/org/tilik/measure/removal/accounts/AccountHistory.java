// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.accounts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tilik.measure.removal.TimeBracket;

/**
 * What the items of one account and the notices about it say of the account itself.
 *
 * <p>An account is there as long as any of its items is seen. It is gone when a source says so of the account, or that an
 * item went with it; then it went after the last sighting of any of its items before. Where no source says so but all its
 * items were gone when last looked for, by nobody knows whom, the account may be gone: between the last sighting and the
 * time when the last of them was missed. Items that moderators, platform or author took away one by one say nothing.
 */
public final class AccountHistory {
    private final List<ItemSpan> items = new ArrayList<>();
    private final List<TimeBracket> notices = new ArrayList<>();

    /** How an item of an account went. */
    public enum Loss {
        /** It was not seen gone. */
        NONE,
        /** With the account. */
        WITH_ACCOUNT,
        /** By itself. */
        BY_ITSELF,
        /** Nobody says how. */
        UNKNOWN
    }

    /**
     * The first visible span of an item of the account.
     *
     * @param postedAt when it was posted
     * @param watchedFrom when it came under observation, null = from posting
     * @param lastVisible when it was last known visible, null for never
     * @param loss how it went
     * @param goneAt when it was first known gone, null where it was not
     */
    public record ItemSpan(Instant postedAt, Instant watchedFrom, Instant lastVisible, Loss loss, Instant goneAt) {}

    /**
     * What is known of the account.
     *
     * @param origin its first post
     * @param watchedFrom when it came under observation, null = from the start
     * @param lastVisible when it was last known to be there
     * @param goneAt when it was gone, null where it was not seen gone
     * @param known whether a source says that the account is gone, rather than that all its items are
     */
    public record Account(
            Instant origin, Instant watchedFrom, Instant lastVisible, TimeBracket goneAt, boolean known) {}

    /** Adds an item. */
    public AccountHistory add(ItemSpan item) {
        items.add(item);
        return this;
    }

    /** Adds a notice that the account is gone, which it was at some time in the bracket. */
    public AccountHistory gone(TimeBracket at) {
        notices.add(at);
        return this;
    }

    /** The account, or null where it has no item, so that nothing says since when it was there. */
    public Account read() {
        if (items.isEmpty()) {
            return null;
        }
        Instant origin = items.stream()
                .map(ItemSpan::postedAt)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        boolean fromStart = items.stream().anyMatch(item -> item.watchedFrom() == null);
        Instant watchedFrom = fromStart
                ? null
                : items.stream()
                        .map(ItemSpan::watchedFrom)
                        .min(Comparator.naturalOrder())
                        .orElseThrow();
        TimeBracket said = firstNotice();
        if (said != null) {
            Instant seen = lastSeen(said.high());
            Instant low = seen == null || seen.isBefore(said.low()) ? said.low() : seen;
            return new Account(origin, watchedFrom, seen, new TimeBracket(low, said.high()), true);
        }
        Instant seen = lastSeen(null);
        boolean allLost = items.stream().allMatch(item -> item.loss() == Loss.UNKNOWN);
        if (!allLost) {
            return new Account(origin, watchedFrom, seen, null, false);
        }
        Instant missed = items.stream()
                .map(ItemSpan::goneAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Instant low = seen == null ? origin : seen;
        return new Account(
                origin, watchedFrom, seen, new TimeBracket(low.isAfter(missed) ? missed : low, missed), false);
    }

    private TimeBracket firstNotice() {
        List<TimeBracket> all = new ArrayList<>(notices);
        for (ItemSpan item : items) {
            if (item.loss() == Loss.WITH_ACCOUNT) {
                Instant low = item.lastVisible() == null ? item.postedAt() : item.lastVisible();
                all.add(new TimeBracket(low.isAfter(item.goneAt()) ? item.goneAt() : low, item.goneAt()));
            }
        }
        return all.stream()
                .min(Comparator.comparing(TimeBracket::high).thenComparing(TimeBracket::low))
                .orElse(null);
    }

    /** The last sighting of any item, before a time; an item captured by then and seen later was there at its capture. */
    private Instant lastSeen(Instant before) {
        return items.stream()
                .filter(item -> item.lastVisible() != null)
                .map(item -> before == null || !item.lastVisible().isAfter(before)
                        ? item.lastVisible()
                        : item.watchedFrom() == null ? item.postedAt() : item.watchedFrom())
                .filter(time -> before == null || !time.isAfter(before))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
