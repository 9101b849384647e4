// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words and links of a text in HTML, as its readers see them; total, whatever the text is, and in time linear in it. */
public final class HtmlWords {
    private static final Pattern HREF = Pattern.compile("\\bhref\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    /** Links to accounts and hashtags, which servers put behind {@code @} and {@code #}. */
    private static final Pattern INTERNAL = Pattern.compile(
            "\\bclass\\s*=\\s*[\"'][^\"']*\\b(?:mention|hashtag)\\b|\\brel\\s*=\\s*[\"'][^\"']*\\btag\\b");

    private static final int LONGEST_ENTITY = 10;

    private final StringBuilder words = new StringBuilder();
    private final Set<String> links = new LinkedHashSet<>();

    private HtmlWords() {}

    /** Reads this text. */
    public static HtmlWords of(String html) {
        HtmlWords read = new HtmlWords();
        // Behind the last one, a sign that would begin a tag is looked at no further.
        int lastEnd = html.lastIndexOf('>');
        int i = 0;
        for (int sign = html.indexOf('<'); sign >= 0 && sign < lastEnd; sign = html.indexOf('<', i)) {
            int end = tagEnd(html, sign);
            read.words.append(html, i, end > 0 ? sign : sign + 1);
            if (end > 0) {
                read.tag(html.substring(sign + 1, end));
            }
            i = end > 0 ? end + 1 : sign + 1;
        }
        read.words.append(html, i, html.length());
        return read;
    }

    /** Where the tag that begins here ends; -1 where the sign begins none. */
    private static int tagEnd(String html, int start) {
        char first = start + 1 < html.length() ? html.charAt(start + 1) : ' ';
        char letter = Character.toLowerCase(first);
        boolean isTag = first == '/' || first == '!' || (letter >= 'a' && letter <= 'z');
        return isTag ? html.indexOf('>', start) : -1;
    }

    private void tag(String tag) {
        int nameEnd = 0;
        while (nameEnd < tag.length()
                && (Character.isLetterOrDigit(tag.charAt(nameEnd)) || tag.charAt(nameEnd) == '/')) {
            nameEnd++;
        }
        switch (tag.substring(0, nameEnd).toLowerCase(Locale.ROOT)) {
            case "br", "br/", "/p", "/div", "/li", "/h1", "/h2", "/h3", "/h4", "/blockquote", "/tr", "/pre" ->
                words.append('\n');
            case "/td", "/th" -> words.append(' ');
            case "a" -> link(tag);
            default -> {
                // All other tags change how the words look.
            }
        }
    }

    private void link(String tag) {
        Matcher matcher = HREF.matcher(tag);
        if (!INTERNAL.matcher(tag).find() && matcher.find()) {
            String link = unescaped(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
            if (link.startsWith("http")) {
                links.add(link);
            }
        }
    }

    /** The words; null where there are none. */
    public String words() {
        String plain = unescaped(words.toString().replace("\r", ""));
        plain = LineBreaks.single(plain).strip();
        return plain.isEmpty() ? null : plain;
    }

    /** The addresses behind words, accounts and hashtags left out. */
    public List<String> links() {
        return List.copyOf(links);
    }

    private static String unescaped(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            int end = text.charAt(i) == '&' ? entityEnd(text, i) : -1;
            int code = end > 0 ? code(text.substring(i + 1, end)) : -1;
            if (code < 0) {
                plain.append(text.charAt(i++));
            } else {
                plain.appendCodePoint(code);
                i = end + 1;
            }
        }
        return plain.toString();
    }

    private static int entityEnd(String text, int start) {
        int last = Math.min(text.length() - 1, start + LONGEST_ENTITY);
        for (int i = start; i <= last; i++) {
            if (text.charAt(i) == ';') {
                return i;
            }
        }
        return -1;
    }

    private static int code(String entity) {
        return switch (entity) {
            case "amp" -> '&';
            case "lt" -> '<';
            case "gt" -> '>';
            case "quot" -> '"';
            case "apos" -> '\'';
            case "nbsp" -> ' ';
            default -> entity.startsWith("#") ? number(entity.substring(1)) : -1;
        };
    }

    private static int number(String digits) {
        boolean hex = digits.startsWith("x") || digits.startsWith("X");
        try {
            int code = hex ? Integer.parseInt(digits.substring(1), 16) : Integer.parseInt(digits);
            return Character.isValidCodePoint(code) && code > 0 ? code : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
