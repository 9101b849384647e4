// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.fourchan;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The links {@code >>123} by which a post on an image board says what it answers. */
final class QuoteLinks {
    private static final String SIGN = ">>";
    /** The sign stands first in the patterns, so that it is looked for before what is in front of it. */
    private static final Pattern LINK = Pattern.compile(">>(?<!>>>)([1-9][0-9]{0,18})(?![0-9])");

    private static final Pattern ANY_LINK = Pattern.compile(
            ">>(?<!>>>)>?(?:/[a-z0-9]{1,8}/)?[0-9]{1,19}(?![0-9])(?: \\((?:OP|You|Dead|Cross-thread)\\))?");
    private static final Pattern MANY_BREAKS = Pattern.compile("(?:(?<![ \\t])[ \\t]+)?\\n\\s*");

    private QuoteLinks() {}

    /**
     * The first post that these words answer in their own thread; null where they answer none. Numbers are counted up over
     * a board, so that what is lower than the thread's own is in another thread.
     *
     * @param thread number of the thread's first post, or null where it is not known
     * @param no number of the post that speaks
     */
    static String firstAnswered(String words, String thread, String no) {
        if (words == null || !words.contains(SIGN)) {
            return null;
        }
        BigInteger lowest = thread == null ? BigInteger.ONE : new BigInteger(thread);
        BigInteger own = new BigInteger(no);
        Matcher matcher = LINK.matcher(words);
        while (matcher.find()) {
            BigInteger answered = new BigInteger(matcher.group(1));
            if (answered.compareTo(lowest) >= 0 && answered.compareTo(own) < 0) {
                return matcher.group(1);
            }
        }
        return null;
    }

    /** The words without links, which differ between copies of the same text; null where nothing else is said. */
    static String without(String words) {
        if (words == null) {
            return null;
        }
        // Most words hold no link or are one line, which is told faster than by a pattern.
        String plain = words.contains(SIGN) ? ANY_LINK.matcher(words).replaceAll("") : words;
        if (plain.indexOf('\n') >= 0) {
            plain = MANY_BREAKS.matcher(plain).replaceAll("\n");
        }
        plain = plain.strip();
        return plain.isEmpty() ? null : plain;
    }
}
