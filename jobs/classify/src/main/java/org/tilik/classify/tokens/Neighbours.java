// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.tokens;

/** What stands beside a quotation mark: decides whether a mark without direction opens, closes or is none. */
final class Neighbours {
    /** Marks of direction and joiners are looked through, but never more of them than this: time stays linear. */
    private static final int MOST_INVISIBLE = 4;

    private static final int EDGE = -1;

    private final String text;
    private int before;
    private int after;

    Neighbours(String text) {
        this.text = text;
    }

    /** Looks at what stands before {@code start} and at {@code end}. */
    void look(int start, int end) {
        before = before(start);
        after = after(end);
    }

    private int before(int start) {
        int at = start;
        for (int i = 0; i <= MOST_INVISIBLE && at > 0; i++) {
            int c = text.codePointBefore(at);
            if (!isInvisible(c)) {
                return c;
            }
            at -= Character.charCount(c);
        }
        return EDGE;
    }

    private int after(int end) {
        int at = end;
        for (int i = 0; i <= MOST_INVISIBLE && at < text.length(); i++) {
            int c = text.codePointAt(at);
            if (!isInvisible(c)) {
                return c;
            }
            at += Character.charCount(c);
        }
        return EDGE;
    }

    private static boolean isInvisible(int c) {
        return c > 0x7f && (Character.getType(c) == Character.FORMAT || (c >= 0xfe00 && c <= 0xfe0f));
    }

    boolean spaceBefore() {
        return isSpace(before);
    }

    boolean spaceAfter() {
        return isSpace(after);
    }

    boolean wordBefore() {
        return isWord(before);
    }

    boolean wordAfter() {
        return isWord(after);
    }

    /** A letter before which says that a word goes on; letters of scripts without spaces say nothing. */
    boolean spacedWordBefore() {
        return isWord(before) && !isSpaceless(before);
    }

    boolean spacedWordAfter() {
        return isWord(after) && !isSpaceless(after);
    }

    boolean digitBefore() {
        return before != EDGE && Character.isDigit(before);
    }

    /** Space, bracket, dash or slash before and something after: where a quotation begins. */
    boolean opens() {
        return (isSpace(before) || isOpening(before)) && !isSpace(after);
    }

    /** Something before, and no letter of the same word after: where a quotation ends. */
    boolean closes() {
        return !isSpace(before) && !spacedWordAfter();
    }

    private static boolean isSpace(int c) {
        return c == EDGE || c == ' ' || c == 0xa0 || c == 0x202f || Character.isWhitespace(c);
    }

    private static boolean isOpening(int c) {
        return switch (Character.getType(c)) {
            case Character.START_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION, Character.DASH_PUNCTUATION -> true;
            default ->
                c == '/'
                        || c == ':'
                        || c == '='
                        || c == '>'
                        || c == '"'
                        || c == '\''
                        || c == '*'
                        || c == '_'
                        || c == '\u00bf'
                        || c == '\u00a1';
        };
    }

    static boolean isWord(int c) {
        if (c < 0x80) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        }
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> Character.isLetterOrDigit(c);
        };
    }

    /** Thai, Lao, Burmese, Khmer and the scripts of East Asia; Korean too, whose particles follow a quotation directly. */
    private static boolean isSpaceless(int c) {
        return (c >= 0x0e00 && c <= 0x0eff)
                || (c >= 0x1000 && c <= 0x109f)
                || (c >= 0x1100 && c <= 0x11ff)
                || (c >= 0x1780 && c <= 0x17ff)
                || (c >= 0x2e80 && c <= 0xd7ff)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0xff66 && c <= 0xffdc)
                || (c >= 0x20000 && c <= 0x3ffff);
    }
}
