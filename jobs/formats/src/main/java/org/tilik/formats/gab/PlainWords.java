// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.gab;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and links of a Gab post, which its second interface writes in HTML. */
final class PlainWords {
    private static final Pattern BREAK = Pattern.compile("<br ?/?>|</p>");
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z/][^<>]*>");
    private static final Pattern LINK = Pattern.compile("href=[\"'](https?://[^\"'<>\\s]+)");
    private static final Pattern NUMBER = Pattern.compile("&#(\\d{1,7});");

    private PlainWords() {}

    /** The words; null where there are none. */
    static String of(String html) {
        if (html == null) {
            return null;
        }
        String words = unescaped(
                        TAG.matcher(BREAK.matcher(html).replaceAll("\n")).replaceAll(""))
                .strip();
        return words.isEmpty() ? null : words;
    }

    /** Addresses that stand behind words, without those of accounts and hashtags on Gab itself. */
    static List<String> links(String html) {
        Set<String> links = new LinkedHashSet<>();
        Matcher matcher = LINK.matcher(html == null ? "" : html);
        while (matcher.find()) {
            String link = unescaped(matcher.group(1));
            if (!link.startsWith("https://gab.com/")) {
                links.add(link);
            }
        }
        return List.copyOf(links);
    }

    private static String unescaped(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        String named = text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&nbsp;", " ");
        String numbered = NUMBER.matcher(named).replaceAll(found -> {
            int code = Integer.parseInt(found.group(1));
            boolean isSign = code > 0 && Character.isValidCodePoint(code);
            return Matcher.quoteReplacement(isSign ? Character.toString(code) : found.group());
        });
        // Last, so that what was escaped twice is unescaped once.
        return numbered.replace("&amp;", "&");
    }
}
