// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.reddit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The words and links of a Reddit item as its readers saw them. */
final class RedditText {
    private static final int MOST_LINKS = 64;

    private RedditText() {}

    /**
     * Undoes the escaping of {@code &}, {@code <} and {@code >}. Dumps before 2023 hold escaped text, later ones do not;
     * a text in which one of the three stands bare was not escaped and is left as it is.
     */
    static String unescape(String text) {
        if (text == null || text.indexOf('&') < 0 || !isEscaped(text)) {
            return text;
        }
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static boolean isEscaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<' || c == '>') {
                return false;
            }
            if (c == '&'
                    && !text.startsWith("amp;", i + 1)
                    && !text.startsWith("lt;", i + 1)
                    && !text.startsWith("gt;", i + 1)) {
                return false;
            }
        }
        return true;
    }

    /** The http links of an item: the one a post points to, then those in its text, each once. */
    static List<String> links(String target, String text) {
        boolean inText = text != null && text.contains("http");
        if (target == null && !inText) {
            return List.of();
        }
        Set<String> links = new LinkedHashSet<>();
        if (target != null) {
            links.add(target);
        }
        if (inText) {
            collect(text, links);
        }
        return List.copyOf(links);
    }

    private static void collect(String text, Set<String> links) {
        int at = text.indexOf("://");
        while (at >= 0 && links.size() < MOST_LINKS) {
            int start = at - (isLink(text, at - 5) ? 5 : 4);
            int end = at;
            if (isLink(text, start)) {
                while (end < text.length() && isLinkCharacter(text.charAt(end))) {
                    end++;
                }
                int last = end;
                while (".,;:!?'*_~\\".indexOf(text.charAt(last - 1)) >= 0) {
                    last--;
                }
                links.add(text.substring(start, last));
            }
            at = text.indexOf("://", Math.max(end, at + 3));
        }
    }

    /** Whether a web address begins here. */
    static boolean isLink(String text, int at) {
        return text.regionMatches(true, at, "http://", 0, 7) || text.regionMatches(true, at, "https://", 0, 8);
    }

    /** Markdown puts links into brackets, so brackets end them. */
    private static boolean isLinkCharacter(char c) {
        return c > ' ' && ")]>\"|^`".indexOf(c) < 0 && !Character.isWhitespace(c);
    }
}
