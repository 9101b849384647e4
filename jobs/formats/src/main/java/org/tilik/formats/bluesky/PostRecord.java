// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tilik.formats.json.JsonValues;
import org.tilik.model.EventBuilder;
import org.tilik.model.EventKind;

/**
 * A post as its author's program wrote it (lexicon {@code app.bsky.feed.post}). Its date is the program's claim and not
 * read.
 */
final class PostRecord {
    private static final String LINK = "app.bsky.richtext.facet#link";

    private final JsonNode post;
    private final JsonNode embed;

    PostRecord(JsonNode post) {
        this.post = post;
        this.embed = post.path("embed");
    }

    /** A quote is a share with words of its own, so that it is a quote also where it answers somebody. */
    EventKind kind() {
        if (quoted() != null) {
            return EventKind.QUOTE;
        }
        return parent() == null ? EventKind.POST : EventKind.REPLY;
    }

    /** Sets what the post says, and of which others. */
    EventBuilder fill(EventBuilder event) {
        return words(event)
                .parentId(parent())
                .rootId(AtUri.ofPost(JsonValues.at(post, "reply", "root", "uri")))
                .originId(quoted());
    }

    /** Sets words, language, links and media. */
    EventBuilder words(EventBuilder event) {
        List<String> languages = JsonValues.texts(post.path("langs"));
        return event.text(JsonValues.text(post.path("text")))
                // Of several languages nobody says which words are of which.
                .declaredLanguage(languages.size() == 1 ? languages.get(0) : null)
                .urls(links())
                .mediaHashes(media());
    }

    private String parent() {
        return AtUri.ofPost(JsonValues.at(post, "reply", "parent", "uri"));
    }

    /** The post that is quoted, alone or beside pictures; lists and feeds that are shown in a post are no quotes. */
    private String quoted() {
        JsonNode record = embed.path("record");
        String alone = AtUri.ofPost(record.path("uri"));
        return alone == null ? AtUri.ofPost(JsonValues.at(record, "record", "uri")) : alone;
    }

    private List<String> links() {
        Set<String> links = new LinkedHashSet<>();
        for (JsonNode facet : post.path("facets")) {
            for (JsonNode feature : facet.path("features")) {
                if (LINK.equals(JsonValues.text(feature.path("$type")))) {
                    add(links, feature.path("uri"));
                }
            }
        }
        add(links, JsonValues.at(embed, "external", "uri"));
        add(links, JsonValues.at(embed, "media", "external", "uri"));
        return List.copyOf(links);
    }

    private static void add(Set<String> links, JsonNode uri) {
        String link = JsonValues.text(uri);
        if (link != null) {
            links.add(link);
        }
    }

    private List<String> media() {
        List<String> hashes = new ArrayList<>();
        for (JsonNode holder : List.of(embed, embed.path("media"))) {
            for (JsonNode image : holder.path("images")) {
                addHash(hashes, image.path("image"));
            }
            addHash(hashes, holder.path("video"));
        }
        return List.copyOf(hashes);
    }

    private static void addHash(List<String> hashes, JsonNode blob) {
        BlobHash.of(JsonValues.text(JsonValues.at(blob, "ref", "$link"))).ifPresent(hashes::add);
    }
}
