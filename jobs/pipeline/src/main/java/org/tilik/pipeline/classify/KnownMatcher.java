// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.tilik.formats.known.KnownEntry;
import org.tilik.formats.known.KnownKind;
import org.tilik.formats.known.KnownList;
import org.tilik.model.Pseudonymiser;
import org.tilik.model.table.ItemRow;

/**
 * Compares items with known-item lists, and says from when on each match follows an item.
 *
 * <p>An item that was gone before its first capture is in the data only where the source keeps a stub of it and the
 * stub is enough to select it: its id, a web address or a media hash is, its words are not. An item that a list selects
 * by id or address was visible when the list named it, so it is followed from then on. Of several matches the one that
 * follows the item for longest counts.
 */
public final class KnownMatcher {
    private final List<KnownList> lists;
    private final Map<String, KnownEntry> byItemKey = new HashMap<>();

    /**
     * A matcher.
     *
     * @param lists known-item lists
     * @param pseudonymiser the run's, by which listed ids are compared with items; null where no list names any
     */
    public KnownMatcher(List<KnownList> lists, Pseudonymiser pseudonymiser) {
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

    /** Whether any list has this address, in its canonical form. */
    public boolean knowsUrl(String url) {
        return lists.stream().anyMatch(list -> !list.byUrl(url).isEmpty());
    }

    /** What the lists say of this item, or empty where none names it. */
    public Optional<KnownMatch> match(ItemRow row) {
        if (lists.isEmpty()) {
            return Optional.empty();
        }
        Optional<KnownKind> image = imageKind(row);
        if (image.isPresent()) {
            return image.map(kind -> new KnownMatch(kind, row.keepsStubs(), null, false, false));
        }
        Optional<Listed> listed = listed(row);
        boolean beforeCapture =
                listed.filter(match -> match.startsBeforeCapture(row)).isPresent();
        boolean sameWords = row.text() != null
                && lists.stream().anyMatch(list -> !list.byText(row.text()).isEmpty());
        if (sameWords && !beforeCapture) {
            return Optional.of(new KnownMatch(KnownKind.TEXT, false, null, false, false));
        }
        return listed.map(match -> new KnownMatch(
                match.kind(), row.keepsStubs() && match.inStub(), match.at(), match.at() == null, !beforeCapture));
    }

    /** The earliest time at which an entry that matches this item, by whatever, came onto its list. */
    Optional<Instant> firstAdded(ItemRow row) {
        Stream<KnownEntry> byId = Stream.ofNullable(byItemKey.get(row.itemKey()));
        Stream<KnownEntry> byContent = lists.stream()
                .flatMap(list -> Stream.of(
                                row.mediaHashes().stream().flatMap(hash -> list.byHash(hash).stream()),
                                row.urls().stream().flatMap(url -> list.byUrl(url).stream()),
                                Stream.ofNullable(row.text()).flatMap(text -> list.byText(text).stream()))
                        .flatMap(matches -> matches));
        return Stream.concat(byId, byContent)
                .map(KnownEntry::addedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    /**
     * A match by id or address.
     *
     * @param at when the list named it, null when unknown
     * @param inStub whether a stub of the item would have matched too
     */
    private record Listed(KnownKind kind, Instant at, boolean inStub) {
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
            matches.add(new Listed(byId.kind(), byId.addedAt(), true));
        }
        for (String url : row.urls()) {
            for (KnownList list : lists) {
                list.byUrl(url).stream()
                        .findFirst()
                        .ifPresent(
                                entry -> matches.add(new Listed(KnownKind.URL, entry.addedAt(), isInStub(row, url))));
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

    private Optional<KnownKind> imageKind(ItemRow row) {
        return row.mediaHashes().stream()
                .flatMap(hash -> lists.stream().flatMap(list -> list.byHash(hash).stream()))
                .map(KnownEntry::kind)
                .min(Comparator.naturalOrder());
    }

    private static boolean isEarlier(Instant a, Instant b) {
        return a != null && b != null && a.isBefore(b);
    }
}
