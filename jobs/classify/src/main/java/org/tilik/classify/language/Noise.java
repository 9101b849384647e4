// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

/** Recognises what stands in posts but in no language. */
final class Noise {
    private Noise() {}

    /** Where a web address that begins at {@code from} ends, or {@code from} where none begins. */
    static int skipAddress(String text, int from, int end) {
        char c = text.charAt(from);
        if (c == 'h' || c == 'H') {
            if (text.regionMatches(true, from, "http", 0, 4) && isScheme(text, from + 4)) {
                return blankAfter(text, from, end);
            }
        } else if (c == 'w' || c == 'W') {
            if (text.regionMatches(true, from, "www.", 0, 4)) {
                return blankAfter(text, from, end);
            }
        } else if (c == 't' || c == 'p') {
            if (text.startsWith("t.co/", from)
                    || text.startsWith("t.me/", from)
                    || text.startsWith("pic.twitter.com/", from)) {
                return blankAfter(text, from, end);
            }
        } else if ((c == 'u' || c == 'r') && from + 2 < end && text.charAt(from + 1) == '/') {
            // Reddit's users and communities.
            return isNamePart(text.charAt(from + 2)) ? nameAfter(text, from + 2, end) : from;
        } else if (c == 'R' && text.startsWith("RT @", from)) {
            return from + 3;
        }
        return from;
    }

    /** Where what begins with the sign at {@code from} ends: a mention, a hashtag, an entity, or the sign alone. */
    static int skipMarked(String text, int from, int end, boolean readHashtags) {
        char c = text.charAt(from);
        if (c == '@' || (c == '#' && !readHashtags)) {
            return nameAfter(text, from + 1, end);
        }
        if (c == '&') {
            int i = from + 1;
            while (i < end && i - from < 10 && (text.charAt(i) == '#' || isNamePart(text.charAt(i)))) {
                i++;
            }
            return i < end && text.charAt(i) == ';' ? i + 1 : from + 1;
        }
        return from + 1;
    }

    private static boolean isScheme(String text, int at) {
        return text.startsWith("://", at) || text.regionMatches(true, at, "s://", 0, 4);
    }

    private static int blankAfter(String text, int from, int end) {
        int i = from;
        while (i < end && !Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int nameAfter(String text, int from, int end) {
        int i = from;
        while (i < end && isNamePart(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isNamePart(char c) {
        return c == '_' || Character.isLetterOrDigit(c) || WritingSystem.ofUnit(c) >= 0;
    }
}
