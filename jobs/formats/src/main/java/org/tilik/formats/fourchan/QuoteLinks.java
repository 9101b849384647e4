// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.fourchan;

import java.util.regex.Pattern;
import org.tilik.formats.LineBreaks;

/** The links {@code >>123} by which a post on an image board says what it answers. */
final class QuoteLinks {
    private static final String SIGN = ">>";
    private static final int MOST_DIGITS = 19;
    /** The sign stands first, so that it is looked for before what is in front of it. */
    private static final Pattern ANY_LINK = Pattern.compile(
            ">>(?<!>>>)>?(?:/[a-z0-9]{1,8}/)?[0-9]{1,19}(?![0-9])(?: \\((?:OP|You|Dead|Cross-thread)\\))?");

    private QuoteLinks() {}

    /**
     * The first post that these words answer in their own thread; null where they answer none. Numbers are counted up over
     * a board, so that what is lower than the thread's own is in another thread.
     *
     * @param thread number of the thread's first post, or null where it is not known
     * @param no number of the post that speaks
     */
    static String firstAnswered(String words, String thread, String no) {
        if (words == null) {
            return null;
        }
        int end = 0;
        for (int sign = words.indexOf(SIGN); sign >= 0; sign = words.indexOf(SIGN, end)) {
            int start = sign + SIGN.length();
            end = start;
            while (end < words.length() && isDigit(words.charAt(end))) {
                end++;
            }
            // Three signs link to another board.
            boolean isLink = (sign == 0 || words.charAt(sign - 1) != '>') && isNumber(words, start, end);
            String answered = isLink ? words.substring(start, end) : null;
            if (isLink && (thread == null || compare(answered, thread) >= 0) && compare(answered, no) < 0) {
                return answered;
            }
        }
        return null;
    }

    private static boolean isNumber(String words, int start, int end) {
        return end > start && end - start <= MOST_DIGITS && words.charAt(start) != '0';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Of two numbers in digits, neither of which begins with 0. */
    private static int compare(String number, String other) {
        int byLength = Integer.compare(number.length(), other.length());
        return byLength == 0 ? number.compareTo(other) : byLength;
    }

    /** The words without links, which differ between copies of the same text; null where nothing else is said. */
    static String without(String words) {
        if (words == null) {
            return null;
        }
        // Most words hold no link, which is told faster than by a pattern.
        String plain = words.contains(SIGN) ? ANY_LINK.matcher(words).replaceAll("") : words;
        plain = LineBreaks.single(plain).strip();
        return plain.isEmpty() ? null : plain;
    }
}
