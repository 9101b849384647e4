// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tilik.formats.known.KnownEntry;
import org.tilik.formats.known.KnownList;
import org.tilik.model.Pseudonymiser;
import org.tilik.model.table.ItemRow;

/**
 * Decides which items are measured, why, and from when on each could have been in the data at all.
 *
 * <p>An item that was gone before its first capture is in the data only where the source keeps a stub of it and the
 * stub is enough to select it: its id, a web address or a media hash is, its words are not. An item that a list selects
 * by id or address was visible when the list named it, so it is followed from then on. Of several matches the one that
 * follows the item for longest counts.
 */
public final class Tracker {
    /** {@code tracked_by} under {@code track.all}. */
    public static final String ALL = "all";

    /** {@code tracked_by} of items on a known-item list. */
    public static final String KNOWN = "known";

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private final boolean all;
    private final List<KnownList> lists;
    private final Map<String, KnownEntry> byItemKey = new HashMap<>();

    /**
     * A tracker.
     *
     * @param all whether every item is measured; then lists do not matter
     * @param lists known-item lists
     * @param pseudonymiser the run's, by which listed ids are compared with items
     */
    public Tracker(boolean all, List<KnownList> lists, Pseudonymiser pseudonymiser) {
        this.all = all;
        this.lists = List.copyOf(lists);
        for (KnownList list : lists) {
            for (KnownEntry entry : list.items()) {
                byItemKey.merge(
                        pseudonymiser.pseudonym(entry.platform(), entry.value()),
                        entry,
                        (a, b) -> a.addedAt() == null || isEarlier(b.addedAt(), a.addedAt()) ? b : a);
            }
        }
    }

    /** The item as it is to be followed, or empty when it is not tracked. */
    public Optional<TrackedItem> track(ItemRow row) {
        if (all) {
            return Optional.of(item(row, ALL, row.keepsStubs(), null));
        }
        if (anyMatch(row.mediaHashes(), KnownList::byHash)) {
            return Optional.of(item(row, KNOWN, row.keepsStubs(), null));
        }
        Optional<Listed> listed = listed(row);
        boolean sameWords = row.text() != null
                && lists.stream().anyMatch(list -> !list.byText(row.text()).isEmpty());
        if (sameWords && listed.filter(match -> match.startsBeforeCapture(row)).isEmpty()) {
            return Optional.of(item(row, KNOWN, false, null));
        }
        return listed.map(match -> item(row, KNOWN, row.keepsStubs() && match.inStub(), match));
    }

    /**
     * A match by id or address.
     *
     * @param at when the list named it, null when unknown
     * @param inStub whether a stub of the item would have matched too
     */
    private record Listed(Instant at, boolean inStub) {
        /** From when on the item is followed by this match; null when unknown. */
        Instant start(ItemRow row) {
            boolean anyTime = row.keepsStubs() && inStub;
            return at == null || anyTime || !isEarlier(at, row.enteredAtUtc()) ? at : row.enteredAtUtc();
        }

        boolean startsBeforeCapture(ItemRow row) {
            boolean anyTime = row.keepsStubs() && inStub;
            return anyTime && at != null && (row.enteredAtUtc() == null || at.isBefore(row.enteredAtUtc()));
        }
    }

    private Optional<Listed> listed(ItemRow row) {
        List<Listed> matches = new ArrayList<>();
        KnownEntry byId = byItemKey.get(row.itemKey());
        if (byId != null) {
            matches.add(new Listed(byId.addedAt(), true));
        }
        for (String url : row.urls()) {
            for (KnownList list : lists) {
                list.byUrl(url).stream()
                        .findFirst()
                        .ifPresent(entry -> matches.add(new Listed(entry.addedAt(), isInStub(row, url))));
            }
        }
        return matches.stream()
                .min(Comparator.comparing(
                                (Listed match) -> match.start(row),
                                Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
                        .thenComparing(match -> !match.inStub()));
    }

    /** A stub keeps the address that was posted, not the addresses written in the words. */
    private static boolean isInStub(ItemRow row, String url) {
        return row.seenAsStub() || row.text() == null || !row.text().contains(url);
    }

    private boolean anyMatch(List<String> hashes, HashLookUp lookUp) {
        return hashes.stream()
                .anyMatch(hash ->
                        lists.stream().anyMatch(list -> !lookUp.of(list, hash).isEmpty()));
    }

    private interface HashLookUp {
        List<KnownEntry> of(KnownList list, String hash);
    }

    private static boolean isEarlier(Instant a, Instant b) {
        return a != null && b != null && a.isBefore(b);
    }

    private static TrackedItem item(ItemRow row, String trackedBy, boolean followedFromStart, Listed listed) {
        TrackedItem item = new TrackedItem();
        item.platform = row.platform();
        item.month = row.month();
        item.itemKey = row.itemKey();
        item.accountKey = row.accountKey();
        item.kind = row.kind();
        item.language = language(row.declaredLanguage());
        item.trackedBy = trackedBy;
        item.postedAt = row.postedAtUtc();
        item.enteredAt = row.enteredAtUtc();
        item.seenAsStub = row.seenAsStub();
        item.notified = row.isNotified();
        item.followedFromStart = followedFromStart;
        item.listedAt = listed == null ? null : listed.at();
        item.listedAtUnknown = listed != null && listed.at() == null;
        return item;
    }

    /** The primary language of a tag such as {@code pt-BR}, or {@code und}. */
    static String language(String tag) {
        if (tag == null) {
            return "und";
        }
        String primary = tag.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return LANGUAGE.matcher(primary).matches() ? primary : "und";
    }
}
