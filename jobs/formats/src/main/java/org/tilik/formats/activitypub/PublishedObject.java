// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.activitypub;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tilik.formats.HtmlWords;
import org.tilik.formats.json.JsonValues;
import org.tilik.model.Counts;
import org.tilik.model.EventBuilder;
import org.tilik.model.EventKind;

/** A note, page, video or another thing that somebody published, as a server tells it. */
final class PublishedObject {
    /** How servers name the object that is quoted; the newest proposal first. */
    private static final List<String> QUOTES = List.of("quote", "quoteUri", "quoteUrl", "_misskey_quote");

    private final JsonNode object;

    PublishedObject(JsonNode object) {
        this.object = object;
    }

    String id() {
        return Addresses.id(object);
    }

    /** Who wrote it; null where it does not say. */
    String author() {
        JsonNode author = object.path("attributedTo");
        if (!author.isArray()) {
            return Addresses.id(author);
        }
        // A video is attributed to a person and a channel.
        for (JsonNode one : author) {
            if (ActivityTypes.of(one).equals("Person")) {
                return Addresses.id(one);
            }
        }
        return Addresses.id(author.path(0));
    }

    /** When it says that it was published; null where it does not. */
    Instant published() {
        return ActivityTime.at(object, "published");
    }

    /** When it says that its words were changed last; null where it does not. */
    Instant updated() {
        return ActivityTime.at(object, "updated");
    }

    /** A quote is a share with words of its own, so that it is a quote also where it answers somebody. */
    EventKind kind() {
        if (quoted() != null) {
            return EventKind.QUOTE;
        }
        return parent() == null ? EventKind.POST : EventKind.REPLY;
    }

    private String parent() {
        JsonNode parent = object.path("inReplyTo");
        return Addresses.id(parent.isArray() ? parent.path(0) : parent);
    }

    private String quoted() {
        return QUOTES.stream()
                .map(name -> Addresses.id(object.path(name)))
                .filter(id -> id != null)
                .findFirst()
                .orElse(null);
    }

    /** Sets what it says, and about which others. */
    EventBuilder fill(EventBuilder event) {
        return words(event)
                .accountId(author())
                .parentId(parent())
                .originId(quoted())
                .counts(new Counts(total("likes"), total("shares"), total("replies"), null, null));
    }

    private Long total(String name) {
        return JsonValues.count(JsonValues.at(object, name, "totalItems"));
    }

    /** Sets words, language and links. */
    EventBuilder words(EventBuilder event) {
        HtmlWords content = HtmlWords.of(orEmpty("content"));
        String words = Stream.of(HtmlWords.of(orEmpty("name")).words(), warning(), content.words())
                .filter(part -> part != null)
                .collect(Collectors.joining("\n"));
        Set<String> links = new LinkedHashSet<>(content.links());
        for (JsonNode attachment : object.path("attachment")) {
            String link = JsonValues.text(attachment.path("href"));
            if (link != null) {
                links.add(link);
            }
        }
        return event.text(words.isEmpty() ? null : words)
                .declaredLanguage(language())
                .urls(List.copyOf(links));
    }

    /** The warning before a note, which is its author's; the summary of an article repeats its words. */
    private String warning() {
        return ActivityTypes.of(object).equals("Note")
                ? HtmlWords.of(orEmpty("summary")).words()
                : null;
    }

    private String orEmpty(String name) {
        String text = JsonValues.text(object.path(name));
        return text == null ? "" : text;
    }

    private String language() {
        JsonNode byLanguage = object.path("contentMap");
        if (byLanguage.isObject() && byLanguage.size() == 1) {
            return byLanguage.fieldNames().next();
        }
        String identifier = JsonValues.text(JsonValues.at(object, "language", "identifier"));
        return "und".equals(identifier) ? null : identifier;
    }
}
