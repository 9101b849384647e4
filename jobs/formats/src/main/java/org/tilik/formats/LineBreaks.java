// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

/** The breaks between the lines of a text. */
public final class LineBreaks {
    private LineBreaks() {}

    /** The text in which breaks that follow each other, with the blanks around them, are one break. */
    public static String single(String text) {
        int mark = text.indexOf('\n');
        if (mark < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int done = 0;
        for (; mark >= 0; mark = text.indexOf('\n', done)) {
            int end = mark;
            while (end > done && isBlank(text.charAt(end - 1))) {
                end--;
            }
            plain.append(text, done, end).append('\n');
            done = mark + 1;
            while (done < text.length() && isSpace(text.charAt(done))) {
                done++;
            }
        }
        return plain.append(text, done, text.length()).toString();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }
}
