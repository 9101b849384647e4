// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.normalise;

/** Characters that archives keep in escaped form: HTML entities, written line breaks, bytes of lost emoji. */
final class Entities {
    /** Code point of the escape, {@code ' '} for a line break; -1 where there is none. */
    private int codePoint;

    private int length;

    /** Reads an escape at this place of the text; {@link #length()} is then its length, 0 where there is none. */
    void read(CharSequence text, int at) {
        length = 0;
        codePoint = -1;
        char c = text.charAt(at);
        if (c == '&') {
            readEntity(text, at);
        } else if (c == '\\') {
            readBackslash(text, at);
        } else if (c == '<' && startsWith(text, at, "<LF>")) {
            take(' ', 4);
        } else if (c == '|' && startsWith(text, at, "|LBR|")) {
            take(' ', 5);
        }
    }

    int length() {
        return length;
    }

    int codePoint() {
        return codePoint;
    }

    private void take(int value, int chars) {
        codePoint = value;
        length = chars;
    }

    private void readEntity(CharSequence text, int at) {
        if (startsWith(text, at, "&amp;")) {
            take('&', 5);
        } else if (startsWith(text, at, "&lt;")) {
            take('<', 4);
        } else if (startsWith(text, at, "&gt;")) {
            take('>', 4);
        } else if (startsWith(text, at, "&quot;")) {
            take('"', 6);
        } else if (startsWith(text, at, "&apos;")) {
            take('\'', 6);
        } else if (startsWith(text, at, "&nbsp;")) {
            take(' ', 6);
        } else if (startsWith(text, at, "&#")) {
            readNumber(text, at);
        }
    }

    private void readNumber(CharSequence text, int at) {
        int i = at + 2;
        boolean hex = i < text.length() && (text.charAt(i) == 'x' || text.charAt(i) == 'X');
        if (hex) {
            i++;
        }
        int value = 0;
        int first = i;
        while (i < text.length() && i - first < 7) {
            int digit = Character.digit(text.charAt(i), hex ? 16 : 10);
            if (digit < 0) {
                break;
            }
            value = value * (hex ? 16 : 10) + digit;
            i++;
        }
        if (i > first && i < text.length() && text.charAt(i) == ';' && Character.isValidCodePoint(value)) {
            take(value, i + 1 - at);
        }
    }

    private void readBackslash(CharSequence text, int at) {
        if (at + 1 >= text.length()) {
            return;
        }
        char next = text.charAt(at + 1);
        if (next == 'n' || next == 't' || next == 'r') {
            take(' ', 2);
        } else if (next == 'x'
                && at + 3 < text.length()
                && Character.digit(text.charAt(at + 2), 16) >= 0
                && Character.digit(text.charAt(at + 3), 16) >= 0) {
            take(' ', 4);
        }
    }

    private static boolean startsWith(CharSequence text, int at, String prefix) {
        if (at + prefix.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (text.charAt(at + i) != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
