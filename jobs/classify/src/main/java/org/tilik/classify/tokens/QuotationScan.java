// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.tokens;

import java.util.Arrays;

/** One pass over one text for its quotations: lines, reposts, and the spans found. */
final class QuotationScan {
    private static final int NO_REPOST = -1;
    private static final int[] NO_BOUNDS = {};
    private static final QuotationKind[] NO_KINDS = {};
    private static final boolean[] PLAIN_ASCII = plainAscii();

    private final String text;
    /** Made at the first mark: most texts have none. */
    private QuoteMarkReader marks;

    private int[] bounds = NO_BOUNDS;
    private QuotationKind[] kinds = NO_KINDS;
    private int count;
    private int lastEllipsis = -1;
    private int repost = NO_REPOST;
    private int repostContent;

    QuotationScan(String text) {
        this.text = text;
    }

    QuotationSpans found() {
        return QuotationSpans.of(bounds, kinds, count);
    }

    void run() {
        int at = 0;
        int length = text.length();
        while (at < length) {
            int quoted = quotedLineStart(at);
            if (quoted >= 0) {
                at = readQuotedLine(at, quoted);
            } else {
                at = readLine(at);
            }
        }
        end();
    }

    /** Reads to the end of the line, whose break is passed too. */
    private int readLine(int lineStart) {
        int length = text.length();
        int at = lineStart;
        while (true) {
            while (at < length && isPlain(text.charAt(at))) {
                at++;
            }
            if (at == length) {
                return at;
            }
            char c = text.charAt(at);
            if (c == '\n') {
                if (marks != null) {
                    marks.endLine(at + 1 < length && isBlankLine(at + 1));
                }
                return at + 1;
            } else if (c == 'T') {
                readRepost(at++);
            } else if (c == '\u2026') {
                lastEllipsis = at++;
            } else if (QuoteMarkReader.isMark(c)) {
                if (marks == null) {
                    marks = new QuoteMarkReader(text, this);
                }
                at = marks.read(c, at);
            } else {
                at++;
            }
        }
    }

    /** Most chars: in ASCII all but five, beyond it all but the blocks in which there are marks. */
    private static boolean isPlain(char c) {
        if (c < 0x80) {
            return PLAIN_ASCII[c];
        }
        if (c < '\u2018') {
            return c != '\u00ab' && c != '\u00bb';
        }
        return (c > '\u203a' && c < '\u300c') || (c > '\u301f' && c < '\ufe41');
    }

    private static boolean[] plainAscii() {
        boolean[] plain = new boolean[0x80];
        for (char c = 0; c < plain.length; c++) {
            plain[c] = c != '\n' && c != 'T' && !QuoteMarkReader.isMark(c);
        }
        return plain;
    }

    private boolean isBlankLine(int start) {
        char c = text.charAt(start);
        return c == '\n' || (c == '\r' && start + 1 < text.length() && text.charAt(start + 1) == '\n');
    }

    /** Where the words of a quoted line begin, −1 if the line is none; emoticons such as {@code >:(} begin none. */
    private int quotedLineStart(int lineStart) {
        int at = lineStart;
        int length = text.length();
        while (at < length && at < lineStart + 3 && text.charAt(at) == ' ') {
            at++;
        }
        int marksStart = at;
        while (at < length) {
            if (text.charAt(at) == '>') {
                at++;
            } else if (text.startsWith("&gt;", at)) {
                at += 4;
            } else if (at > marksStart && text.charAt(at) == ' ') {
                at++;
            } else {
                break;
            }
        }
        if (at == marksStart || at == length) {
            return -1;
        }
        int first = text.codePointAt(at);
        boolean spaced = text.charAt(at - 1) == ' ';
        boolean words = Neighbours.isWord(first)
                || (spaced && first > ' ' && first != '<' && first != '_')
                || QuoteMarkReader.isMark((char) first)
                || first == '@'
                || first == '#'
                || first == '*';
        return words ? at : -1;
    }

    private int readQuotedLine(int lineStart, int contentStart) {
        if (marks != null) {
            marks.clear();
        }
        int lineEnd = text.indexOf('\n', contentStart);
        int next = lineEnd < 0 ? text.length() : lineEnd + 1;
        int contentEnd = lineEnd < 0 ? text.length() : lineEnd;
        if (contentEnd > contentStart && text.charAt(contentEnd - 1) == '\r') {
            contentEnd--;
        }
        boolean follows = count > 0
                && kinds[count - 1] == QuotationKind.LINES
                && lineStart - bounds[2 * count - 1] <= 2
                && repost == NO_REPOST;
        if (follows) {
            bounds[2 * count - 1] = contentEnd;
        } else {
            add(contentStart, contentEnd, QuotationKind.LINES);
        }
        return next;
    }

    /** A {@code T} that may be the end of RT, QT or MT before a name: all that follows is another's. */
    private void readRepost(int at) {
        if (repost != NO_REPOST || at == 0) {
            return;
        }
        char first = text.charAt(at - 1);
        boolean word = (first == 'R' || first == 'Q' || first == 'M')
                && (at == 1 || !Character.isLetterOrDigit(text.charAt(at - 2)));
        if (!word) {
            return;
        }
        int length = text.length();
        int name = at + 1;
        while (name < length && name <= at + 3 && (text.charAt(name) == ' ' || text.charAt(name) == ':')) {
            name++;
        }
        if (name == length || (text.charAt(name) != '@' && text.charAt(name) != '\uff20')) {
            return;
        }
        int end = name + 1;
        while (end < length && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
            end++;
        }
        if (end == name + 1) {
            return;
        }
        while (end < length && (text.charAt(end) == ' ' || text.charAt(end) == ':')) {
            end++;
        }
        repost = at - 1;
        repostContent = end;
    }

    /** A quotation between marks has ended; what was found inside it is part of it. */
    void close(int start, int end) {
        if (end <= start) {
            return;
        }
        if (repost >= start) {
            repost = NO_REPOST;
        }
        dropFrom(start);
        add(start, end, QuotationKind.MARKS);
    }

    private void dropFrom(int start) {
        while (count > 0 && bounds[2 * count - 2] >= start) {
            count--;
        }
    }

    private void add(int start, int end, QuotationKind kind) {
        if (count == kinds.length) {
            kinds = Arrays.copyOf(kinds, 2 * count + 4);
            bounds = Arrays.copyOf(bounds, 4 * count + 8);
        }
        bounds[2 * count] = start;
        bounds[2 * count + 1] = end;
        kinds[count++] = kind;
    }

    private void end() {
        int open = marks == null ? -1 : marks.openDouble();
        if (open >= 0 && lastEllipsis > open && isCutAt(lastEllipsis)) {
            close(open, lastEllipsis + 1);
        }
        if (repost != NO_REPOST) {
            dropFrom(repost);
            if (repostContent < text.length()) {
                add(repostContent, text.length(), QuotationKind.REPOST);
            }
        }
    }

    /** Whether nothing but one link follows the sign of a cut. */
    private boolean isCutAt(int ellipsis) {
        int at = ellipsis + 1;
        int length = text.length();
        while (at < length && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (!text.startsWith("http", at)) {
            return at == length;
        }
        while (at < length && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        while (at < length && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at == length;
    }
}
