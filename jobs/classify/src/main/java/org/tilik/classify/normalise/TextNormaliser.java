// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.normalise;

/**
 * Brings a text to tokens in one spelling, in one pass.
 *
 * <p>Escapes are undone; addresses and mentions become tokens without letters, so that nothing is learnt from names;
 * hash signs go and {@code #CamelCase} is split; letters are folded ({@link CharacterFolding}); a letter written three
 * times or more is written once; letters hidden behind look-alikes of other alphabets, digits and signs
 * ({@code h4te}, {@code h.a.t.e}, {@code h a t e}) come back. All digits become {@code 0}. Texts are read up to
 * {@value #LONGEST} characters.
 */
public final class TextNormaliser {
    /** Characters that are read; the rest of a longer text is not scored. */
    public static final int LONGEST = 20_000;

    private static final int FIRST_EAST_ASIAN = 0x2E80;

    private TextNormaliser() {}

    /** The tokens of this text; none for null. */
    public static NormalText normalise(String text) {
        if (text == null || text.isEmpty()) {
            return new TokenBuffer(0).build();
        }
        return new Scan(text).run();
    }

    /** One pass over one text. */
    private static final class Scan {
        private final String text;
        private final int length;
        private final TokenBuffer out;
        private final Entities entities = new Entities();
        private int at;
        private int codePoint;
        private int next;

        Scan(String text) {
            this.text = text;
            this.length = Math.min(text.length(), LONGEST);
            this.out = new TokenBuffer(length);
        }

        NormalText run() {
            while (at < length) {
                if (text.charAt(at) == ' ') {
                    out.gap();
                    at++;
                    continue;
                }
                look(at);
                out.at(at);
                if (codePoint >= 0x80 && Character.getType(codePoint) == Character.FORMAT) {
                    at = next;
                } else if (isLetterLike(codePoint)) {
                    if (!skipAddress()) {
                        readWord(0, false);
                    }
                } else if (codePoint == '@' && isNameStart(next)) {
                    at = endOfName(next);
                    out.add(TokenKind.MENTION);
                } else if (codePoint == '#' && isNameStart(next)) {
                    at = next;
                    out.countHashtag();
                    readWord(0, true);
                } else {
                    readOther();
                }
            }
            return out.build();
        }

        /** Puts the code point at this place, escapes undone, into {@code codePoint} and what follows into {@code next}. */
        private void look(int place) {
            char c = text.charAt(place);
            if (c == '&' || c == '\\' || c == '<' || c == '|') {
                entities.read(text, place);
                if (entities.length() > 0) {
                    codePoint = entities.codePoint();
                    next = place + entities.length();
                    return;
                }
            }
            codePoint = Character.isHighSurrogate(c) ? text.codePointAt(place) : c;
            next = place + Character.charCount(codePoint);
        }

        private boolean isNameStart(int place) {
            return place < length && (Character.isLetterOrDigit(text.charAt(place)) || text.charAt(place) == '_');
        }

        private int endOfName(int from) {
            int i = from;
            while (i < length && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '_')) {
                i++;
            }
            return i;
        }

        /** Skips a web address that begins here. */
        private boolean skipAddress() {
            char c = text.charAt(at);
            boolean address = switch (c) {
                case 'h', 'H' -> startsScheme() || startsWith("httpurl");
                case 'w', 'W' -> startsWith("www.");
                case 't', 'T' -> startsWith("t.co/");
                default -> false;
            };
            boolean placeholder = c == 'U' && (isPlaceholder("USER") || isPlaceholder("URL"));
            if (!address && !placeholder) {
                return false;
            }
            if (placeholder) {
                out.add(text.charAt(at + 1) == 'S' ? TokenKind.MENTION : TokenKind.ADDRESS);
                at = endOfName(at);
                return true;
            }
            out.add(TokenKind.ADDRESS);
            look(at);
            while (at < length && isInAddress(codePoint)) {
                at = next;
                if (at < length) {
                    look(at);
                }
            }
            return true;
        }

        private boolean startsScheme() {
            return startsWith("http://") || startsWith("https://");
        }

        /** Scripts without blanks go on behind an address; others part it from the next word. */
        private static boolean isInAddress(int c) {
            if (c < 0x80) {
                return c > ' ' && c != '"' && c != '<' && c != '>';
            }
            int type = Character.getType(c);
            return c < FIRST_EAST_ASIAN
                    && (Character.isLetterOrDigit(c)
                            || type == Character.NON_SPACING_MARK
                            || type == Character.COMBINING_SPACING_MARK);
        }

        private boolean startsWith(String prefix) {
            return text.regionMatches(true, at, prefix, 0, prefix.length());
        }

        /** Some archives write names and addresses as these words. */
        private boolean isPlaceholder(String word) {
            return text.startsWith(word, at) && endOfName(at) == at + word.length();
        }

        /** Reads letters, digits, marks and signs that stand for letters. */
        private void readWord(int leadingSign, boolean hashtag) {
            out.beginWord();
            if (leadingSign != 0) {
                out.letter(leadingSign, false);
            }
            boolean lastLower = false;
            while (at < length) {
                if (!hashtag) {
                    at = out.plainLetters(text, at, length);
                    if (at == length) {
                        break;
                    }
                }
                look(at);
                boolean upper = isUpper(codePoint);
                if ((codePoint == 'h' || codePoint == 'H') && startsScheme()) {
                    break;
                }
                if (isLetterLike(codePoint)) {
                    if (hashtag && upper && lastLower) {
                        out.endWord();
                        out.at(at);
                        out.beginWord();
                    }
                    out.letter(codePoint, upper);
                    lastLower = !upper;
                } else if (codePoint == '_' && hashtag) {
                    out.endWord();
                    out.at(next);
                    out.beginWord();
                    lastLower = false;
                } else if (Disguise.isSign(codePoint) && out.inWord() && isLetterAt(next)) {
                    out.letter(codePoint, false);
                    lastLower = true;
                } else {
                    break;
                }
                at = next;
            }
            out.endWord();
        }

        private boolean isLetterAt(int place) {
            return place < length && Character.isLetter(text.charAt(place));
        }

        private void readOther() {
            int c = codePoint;
            at = next;
            if (c == '$' && isLetterAt(next)) {
                readWord(c, false);
                return;
            }
            if (isPictograph(c)) {
                out.addSymbol(TokenKind.EMOJI, c);
            } else {
                int mark = Marks.of(c);
                if (mark != 0) {
                    out.addSymbol(TokenKind.MARK, mark);
                } else if (Character.isWhitespace(c)) {
                    out.gap();
                }
            }
        }

        private static boolean isUpper(int c) {
            return c < 0x80 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
        }

        private static boolean isLetterLike(int c) {
            if (c < 0x80) {
                return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            }
            if (Character.isLetterOrDigit(c)) {
                return true;
            }
            int type = Character.getType(c);
            return type == Character.NON_SPACING_MARK
                    || type == Character.COMBINING_SPACING_MARK
                    || type == Character.FORMAT
                    || isLetterSymbol(c);
        }

        /** Circled, squared and regional letters, which fold to plain ones. */
        private static boolean isLetterSymbol(int c) {
            return (c >= 0x24B6 && c <= 0x24E9) || (c >= 0x1F130 && c <= 0x1F189);
        }

        private static boolean isPictograph(int c) {
            return (c >= 0x2600 && c <= 0x27BF)
                    || (c >= 0x1F000 && c <= 0x1FAFF && !(c >= 0x1F3FB && c <= 0x1F3FF))
                    || (c >= 0x2190 && c <= 0x21FF)
                    || (c >= 0x2B00 && c <= 0x2BFF);
        }
    }
}
