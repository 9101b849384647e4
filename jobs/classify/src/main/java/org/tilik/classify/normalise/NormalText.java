// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.normalise;

/**
 * The tokens of a text in one spelling, with what the spelling hid: shouting and tricks.
 *
 * <p>Not safe for changes by callers: arrays are handed out as they are, for speed.
 */
public final class NormalText {
    private final char[] chars;
    private final int[] starts;
    private final int[] ends;
    private final TokenKind[] kinds;
    private final int[] origins;
    private final int size;
    private final Style style;

    /**
     * How the text was written.
     *
     * @param letters letters in it
     * @param capitals capital letters among them
     * @param shoutedWords words of three or more letters, all capitals
     * @param disguisedWords words whose letters were replaced or pulled apart
     * @param stretchedWords words with a letter three times or more in a row
     * @param hashtags words written behind a hash
     */
    public record Style(
            int letters, int capitals, int shoutedWords, int disguisedWords, int stretchedWords, int hashtags) {}

    NormalText(char[] chars, int[] starts, int[] ends, TokenKind[] kinds, int[] origins, int size, Style style) {
        this.chars = chars;
        this.starts = starts;
        this.ends = ends;
        this.kinds = kinds;
        this.origins = origins;
        this.size = size;
        this.style = style;
    }

    /** Number of tokens. */
    public int size() {
        return size;
    }

    /** Letters of all tokens; token i stands at [start(i), end(i)). */
    public char[] chars() {
        return chars;
    }

    /** Where token i begins in {@link #chars()}. */
    public int start(int i) {
        return starts[i];
    }

    /** Where token i ends in {@link #chars()}. */
    public int end(int i) {
        return ends[i];
    }

    /** What token i is. */
    public TokenKind kind(int i) {
        return kinds[i];
    }

    /** Where token i begins in the text that was normalised. */
    public int origin(int i) {
        return origins[i];
    }

    /** Token i as a string; empty for addresses and mentions. */
    public String token(int i) {
        return new String(chars, starts[i], ends[i] - starts[i]);
    }

    /** How the text was written. */
    public Style style() {
        return style;
    }

    /** The tokens with one blank between them; addresses as {@code <address>}, mentions as {@code <mention>}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < size; i++) {
            if (i > 0) {
                text.append(' ');
            }
            switch (kinds[i]) {
                case ADDRESS -> text.append("<address>");
                case MENTION -> text.append("<mention>");
                default -> text.append(chars, starts[i], ends[i] - starts[i]);
            }
        }
        return text.toString();
    }
}
