// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Words, links and language of a status as its readers saw them. */
final class TwitterText {
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final String PERMALINK = "https://twitter.com/i/web/status/";

    private TwitterText() {}

    /** The words, or null where there are none. Twitter escapes {@code &}, {@code <} and {@code >} in them. */
    static String words(TwitterStatus status) {
        String words = status.words();
        if (words == null || words.isBlank()) {
            return null;
        }
        return words.indexOf('&') < 0
                ? words
                : words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    /** The links; a status that was cut ends in a link to itself, which is not its author's. */
    static List<String> links(TwitterStatus status, String id) {
        Set<String> listed = status.linksOrNull();
        List<String> links = new ArrayList<>(listed == null ? linksInWords(status.words()) : listed);
        links.remove(PERMALINK + id);
        return List.copyOf(links);
    }

    private static Set<String> linksInWords(String words) {
        Set<String> links = new LinkedHashSet<>();
        if (words != null && words.contains("http")) {
            for (String word : SPACE.split(words, -1)) {
                if (word.startsWith("http://") || word.startsWith("https://")) {
                    links.add(word);
                }
            }
        }
        return links;
    }

    /** The language tag in today's spelling; null where Twitter could not tell, for which it has several codes. */
    static String language(String tag) {
        return switch (tag == null ? "" : tag) {
            case "", "und", "qam", "qct", "qht", "qme", "qst" -> null;
            case "in" -> "id";
            case "iw" -> "he";
            default -> tag;
        };
    }
}
