// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.organisations;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;

/**
 * How chars are compared when names are looked for: compatibility forms and case folded, vowel marks and accents of
 * Latin, Greek, Arabic and Hebrew left out, the forms of alef, yeh, kaf, heh and teh marbuta one each, digits those of
 * ASCII.
 */
final class Folding {
    /** A char that is left out within a word: marks, joiners. */
    static final char NOTHING = 0;
    /** A char that is no part of a word. */
    static final char NO_WORD = 0xffff;
    /** A char that folds to several; see {@link #several}. */
    static final char SEVERAL = 0xfffe;

    /** Below it are none of the scripts of {@link #isSpaceless}. */
    static final char FIRST_SPACELESS = 0x0e00;

    private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 APART = Normalizer2.getNFDInstance();
    private static final char[] TABLE = table();

    private Folding() {}

    /** What one char of the Basic Multilingual Plane folds to. */
    static char fold(char c) {
        return TABLE[c];
    }

    /** What a code point folds to, empty if it is no part of a word or left out. */
    static String several(int codePoint) {
        if (isPicture(codePoint)) {
            return "";
        }
        StringBuilder folded = new StringBuilder();
        COMPATIBLE.normalize(Character.toString(codePoint)).codePoints().forEach(c -> append(c, folded));
        return folded.toString();
    }

    /** Spares emoji the normalisation: most code points beyond the plane are such, and letters in frames are the exception. */
    private static boolean isPicture(int codePoint) {
        return codePoint >= 0x1f200 && codePoint <= 0x1faff;
    }

    /** Scripts whose marks are letters in their own right keep their composed form. */
    private static void append(int codePoint, StringBuilder to) {
        if (!losesMarks(codePoint)) {
            if (isWord(codePoint) && !isLeftOut(codePoint)) {
                to.appendCodePoint(oneForm(codePoint));
            }
            return;
        }
        APART.normalize(Character.toString(codePoint)).codePoints().forEach(part -> {
            if (isWord(part) && !isLeftOut(part)) {
                to.appendCodePoint(oneForm(part));
            }
        });
    }

    private static char[] table() {
        char[] table = new char[0x10000];
        for (int c = 0; c < table.length; c++) {
            if (Character.isSurrogate((char) c)) {
                table[c] = SEVERAL;
            } else if (isLeftOut(c)) {
                table[c] = NOTHING;
            } else {
                String folded = several(c);
                table[c] = switch (folded.length()) {
                    case 0 -> NO_WORD;
                    case 1 -> folded.charAt(0);
                    default -> SEVERAL;
                };
            }
        }
        return table;
    }

    private static boolean isWord(int c) {
        int type = UCharacter.getType(c);
        return UCharacter.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.LETTER_NUMBER;
    }

    private static boolean isLeftOut(int c) {
        return UCharacter.getType(c) == Character.FORMAT
                || c == 0x0640
                || (c >= 0x0300 && c <= 0x036f)
                || (c >= 0x0591 && c <= 0x05c7 && UCharacter.getType(c) == Character.NON_SPACING_MARK)
                || (c >= 0x0610 && c <= 0x061a)
                || (c >= 0x064b && c <= 0x065f)
                || c == 0x0670
                || (c >= 0x06d6 && c <= 0x06ed && UCharacter.getType(c) == Character.NON_SPACING_MARK)
                || (c >= 0xfe00 && c <= 0xfe0f);
    }

    /** Latin, Greek, Cyrillic, Hebrew, Arabic. */
    private static boolean losesMarks(int c) {
        return c < 0x0700 || (c >= 0x1e00 && c <= 0x1fff);
    }

    private static int oneForm(int c) {
        int digit = UCharacter.digit(c);
        if (digit >= 0) {
            return '0' + digit;
        }
        return switch (c) {
            case 0x0622, 0x0623, 0x0625, 0x0671 -> 0x0627;
            case 0x0649, 0x06cc, 0x0626, 0x06d2 -> 0x064a;
            case 0x0624 -> 0x0648;
            case 0x0629, 0x06c1, 0x06be, 0x06d5 -> 0x0647;
            case 0x06a9 -> 0x0643;
            case 0x0131 -> 'i';
            default -> c;
        };
    }

    /** Scripts that are written without spaces, or hang particles onto names: each char is a word of its own. */
    static boolean isSpaceless(int c) {
        return (c >= FIRST_SPACELESS && c <= 0x0eff)
                || (c >= 0x1000 && c <= 0x109f)
                || (c >= 0x1780 && c <= 0x17ff)
                || (c >= 0x2e80 && c <= 0xd7ff)
                || (c >= 0xf900 && c <= 0xfaff)
                || (c >= 0x20000 && c <= 0x3ffff);
    }
}
