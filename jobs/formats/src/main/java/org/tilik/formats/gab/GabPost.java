// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.gab;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.tilik.formats.HtmlWords;
import org.tilik.formats.WebAddresses;
import org.tilik.formats.json.JsonValues;
import org.tilik.model.Counts;

/**
 * One post of Gab in any of its three shapes; what a shape does not state is null.
 *
 * <p>An account is its name in addresses: the numbers changed when Gab moved to its second interface in 2019.
 *
 * @param id number of the post
 * @param account name of the author
 * @param followers how many follow the author
 * @param posted when it was posted
 * @param edited when it was changed last
 * @param text the words
 * @param links the addresses in it
 * @param language as Gab states it
 * @param parent post that it answers
 * @param origin post that it quotes
 * @param counts engagement
 * @param inner object of the post that is answered, quoted or reposted, where it stands inside; else missing
 * @param isRepost whether it is a repost of the inner one without words of its own
 */
record GabPost(
        String id,
        String account,
        Long followers,
        Instant posted,
        Instant edited,
        String text,
        List<String> links,
        String language,
        String parent,
        String origin,
        Counts counts,
        JsonNode inner,
        boolean isRepost) {
    private static final String GAB = "https://gab.com/";

    static GabPost of(JsonNode post) {
        if (post.has("ca")) {
            return ofShortKeys(post);
        }
        return post.has("body") ? ofFirstInterface(post) : ofSecondInterface(post);
    }

    private static HtmlWords html(JsonNode node) {
        String html = JsonValues.text(node);
        return HtmlWords.of(html == null ? "" : html);
    }

    /** Links but those of accounts and hashtags on Gab itself. */
    private static List<String> outside(List<String> links) {
        return links.stream().filter(link -> !link.startsWith(GAB)).toList();
    }

    /** {@code rc} stands for reactions in one place and for replies in another, so that it is neither. */
    private static GabPost ofShortKeys(JsonNode post) {
        HtmlWords html = html(post.path("c"));
        String words = html.words();
        JsonNode author = post.path("author_info");
        return new GabPost(
                JsonValues.id(post.path("i")),
                first(author, "un", "username", "i", "id"),
                null,
                time(post.path("ca")),
                null,
                words,
                WebAddresses.with(outside(html.links()), words),
                null,
                null,
                null,
                new Counts(JsonValues.count(post.path("fbc")), JsonValues.count(post.path("rbc")), null, null, null),
                post.path("reblog"),
                post.path("reblog").isObject());
    }

    private static GabPost ofFirstInterface(JsonNode post) {
        String words = JsonValues.text(post.path("body"));
        JsonNode parent = post.path("parent");
        String related = JsonValues.id(parent.path("id"));
        boolean isQuote = JsonValues.isTrue(post.path("is_quote"));
        return new GabPost(
                JsonValues.id(post.path("id")),
                first(post.path("user"), "username", "id"),
                null,
                time(post.path("created_at")),
                time(post.path("revised_at")),
                words,
                WebAddresses.in(words),
                JsonValues.text(post.path("language")),
                isQuote ? null : related,
                isQuote ? related : null,
                new Counts(
                        JsonValues.count(post.path("like_count")),
                        JsonValues.count(post.path("repost_count")),
                        JsonValues.count(post.path("reply_count")),
                        null,
                        null),
                parent,
                false);
    }

    private static GabPost ofSecondInterface(JsonNode post) {
        HtmlWords html = html(post.path("content"));
        String words = html.words();
        JsonNode quote = post.path("quote");
        JsonNode reblog = post.path("reblog");
        String quoted = JsonValues.id(post.path("quote_of_id"));
        return new GabPost(
                JsonValues.id(post.path("id")),
                first(post.path("account"), "username", "acct", "id"),
                JsonValues.count(JsonValues.at(post, "account", "followers_count")),
                time(post.path("created_at")),
                time(post.path("revised_at")),
                words,
                WebAddresses.with(outside(html.links()), words),
                JsonValues.text(post.path("language")),
                JsonValues.id(post.path("in_reply_to_id")),
                quoted == null ? JsonValues.id(quote.path("id")) : quoted,
                new Counts(
                        JsonValues.count(post.path("favourites_count")),
                        count(post, "reblogs_count", "reposts_count"),
                        JsonValues.count(post.path("replies_count")),
                        JsonValues.count(post.path("quotes_count")),
                        null),
                reblog.isObject() ? reblog : quote,
                reblog.isObject());
    }

    private static String first(JsonNode object, String... names) {
        for (String name : names) {
            String value = JsonValues.id(object.path(name));
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static Long count(JsonNode object, String... names) {
        for (String name : names) {
            Long count = JsonValues.count(object.path(name));
            if (count != null) {
                return count;
            }
        }
        return null;
    }

    /** Times are UTC; the oldest records write no zone. */
    static Instant time(JsonNode node) {
        Optional<Instant> zoned = JsonValues.iso(node);
        String text = JsonValues.text(node);
        if (zoned.isPresent() || text == null) {
            return zoned.orElse(null);
        }
        try {
            return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
