// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.organisations;

/**
 * Goes through the words of a text, folded; for one thread. Words are runs of letters, marks and digits; in scripts
 * without spaces each char is a word, so that no dictionary decides whether a name is met. {@code U.N.P.} is one word.
 */
final class WordCursor {
    /** Longer words name nothing; their rest is passed over. */
    static final int LONGEST = 64;

    private final String text;
    private final char[] chars;
    private final char[] folded = new char[LONGEST + 20];
    private int position;
    private int length;
    private int start;
    private int end;
    private long hash;
    private boolean apart;

    WordCursor(String text) {
        this.text = text;
        chars = text.toCharArray();
    }

    /** Goes to the next word; false at the end of the text. */
    boolean next() {
        length = 0;
        hash = 0;
        apart = false;
        int at = position;
        int size = chars.length;
        while (at < size) {
            char c = chars[at];
            char f = Folding.fold(c);
            if (f == Folding.NO_WORD) {
                apart |= c != ' ' && !joins(c);
                at++;
            } else if (f == Folding.NOTHING) {
                at++;
            } else if (f == Folding.SEVERAL && !isWordAt(at)) {
                apart = true;
                at += Character.charCount(text.codePointAt(at));
            } else {
                return read(at);
            }
        }
        position = size;
        return false;
    }

    private boolean isWordAt(int at) {
        return !Folding.several(text.codePointAt(at)).isEmpty();
    }

    private boolean read(int from) {
        int size = chars.length;
        int at = from;
        start = from;
        end = from;
        int dots = 0;
        while (at < size) {
            char c = chars[at];
            char f = Folding.fold(c);
            if (f != Folding.NOTHING && f < Folding.FIRST_SPACELESS) {
                at = readSpaced(at);
            } else if (f == Folding.NOTHING) {
                at++;
            } else if (f == Folding.SEVERAL) {
                int next = several(at);
                if (next < 0) {
                    break;
                }
                at = next;
                end = at;
            } else if (f != Folding.NO_WORD) {
                boolean alone = Folding.isSpaceless(f);
                if (alone && length > 0) {
                    break;
                }
                add(f);
                at++;
                end = at;
                if (alone) {
                    break;
                }
            } else if (c == '.' && length == dots + 1 && isLoneLetter(at + 1)) {
                dots++;
                at++;
            } else {
                break;
            }
        }
        position = at;
        return true;
    }

    /** Most words: chars that fold to one char of a script with spaces. */
    private int readSpaced(int from) {
        int at = from;
        int count = length;
        long sum = hash;
        while (at < chars.length) {
            char f = Folding.fold(chars[at]);
            if (f == Folding.NOTHING || f >= Folding.FIRST_SPACELESS) {
                break;
            }
            if (count < LONGEST) {
                folded[count++] = f;
                sum = hash(sum, f);
            }
            at++;
        }
        length = count;
        hash = sum;
        end = at;
        return at;
    }

    /** Adds what a code point folds to; −1 if it begins another word or none. */
    private int several(int at) {
        int codePoint = text.codePointAt(at);
        String parts = Folding.several(codePoint);
        boolean alone = Folding.isSpaceless(codePoint);
        if (parts.isEmpty() || (alone && length > 0)) {
            return -1;
        }
        for (int i = 0; i < parts.length(); i++) {
            add(parts.charAt(i));
        }
        return at + Character.charCount(codePoint);
    }

    private boolean isLoneLetter(int at) {
        return isLetter(at) && !isLetter(at + 1);
    }

    private boolean isLetter(int at) {
        return at < text.length() && Character.isLetter(text.charAt(at));
    }

    private void add(char f) {
        if (length < LONGEST) {
            folded[length++] = f;
            hash = hash(hash, f);
        }
    }

    /** Spaces, hyphens, apostrophes and the like stand between the words of one name; other marks do not. */
    private static boolean joins(char c) {
        return switch (c) {
            case ' ', '\t', '\n', '\r', '-', '\'', '_', '/', '&', '#', '"', '\u00ab', '\u00bb', '\u30fb', '`' -> true;
            default ->
                switch (Character.getType(c)) {
                    case Character.SPACE_SEPARATOR,
                            Character.DASH_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION -> true;
                    default -> false;
                };
        };
    }

    /** First char of the word. */
    int start() {
        return start;
    }

    /** First char after the word. */
    int end() {
        return end;
    }

    /** Whether a mark stands before the word that does not stand inside names. */
    boolean apart() {
        return apart;
    }

    /** Hash of the folded word. */
    long hash() {
        return hash;
    }

    /** Hash of a word that grows by one char. */
    static long hash(long word, char next) {
        return word * 0x9e3779b97f4a7c15L + next;
    }

    /** Hash of two words after each other. */
    static long pair(long first, long second) {
        return (first ^ (first >>> 29)) * 0xbf58476d1ce4e5b9L + second + 1;
    }

    /** The chars of the word, valid up to {@link #length()} until the next word. */
    char[] folded() {
        return folded;
    }

    int length() {
        return length;
    }

    String word() {
        return new String(folded, 0, length);
    }
}
