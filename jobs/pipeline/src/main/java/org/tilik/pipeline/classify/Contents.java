// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tilik.formats.known.PdqHash;
import org.tilik.model.CanonicalUrl;
import org.tilik.model.EventKind;
import org.tilik.model.table.ItemRow;

/**
 * Lists what an item has that others may have too.
 *
 * <p>Every item has itself, because somebody may share it, and a share has the item that it shares. Addresses count only
 * where a known-item list has them: otherwise all who link to one front page would be a family. Texts without a
 * letter (only digits, emoji, links, mentions) and stubs make no family.
 */
public final class Contents {
    private Contents() {}

    /**
     * The contents of this item, each once.
     *
     * @param words its normalised text; empty where it has none that could make a family
     */
    public static List<Content> of(ItemRow row, String words, KnownMatcher known) {
        Set<Content> contents = new LinkedHashSet<>();
        boolean isShare = EventKind.SHARE.name().equals(row.kind()) && row.originKey() != null;
        contents.add(Content.share(row.itemKey()));
        if (isShare) {
            contents.add(Content.share(row.originKey()));
        }
        for (String hash : row.mediaHashes()) {
            addMedia(hash.toLowerCase(Locale.ROOT), contents);
        }
        for (String url : row.urls()) {
            if (known.knowsUrl(url)) {
                CanonicalUrl.of(url).map(Content::url).ifPresent(contents::add);
            }
        }
        if (!words.isEmpty()) {
            contents.add(Content.text(words));
        }
        return List.copyOf(contents);
    }

    /**
     * Which variant of a family an item with these contents is: the key of its text, else of its first media file or image,
     * or null where it has neither.
     */
    static String variant(List<Content> contents) {
        return first(contents, JoinedBy.TEXT)
                .or(() -> first(contents, JoinedBy.MEDIA_HASH))
                .orElse(null);
    }

    private static Optional<String> first(List<Content> contents, JoinedBy kind) {
        return contents.stream()
                .filter(content -> content.joinedBy() == kind)
                .map(Content::key)
                .findFirst();
    }

    private static void addMedia(String hash, Set<Content> contents) {
        int colon = hash.indexOf(':');
        String value = hash.substring(colon + 1);
        switch (colon < 0 ? "" : hash.substring(0, colon)) {
            case "md5", "sha256" -> contents.add(Content.file(hash));
            case "pdq" -> PdqHash.parse(value).ifPresent(image -> contents.add(Content.image(value)));
            default -> {
                // A hash of a kind that nobody compares by.
            }
        }
    }
}
