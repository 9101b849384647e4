// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.normalise;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import java.util.HashMap;
import java.util.Map;

/**
 * The folded spelling of each character: compatibility form, lower case (NFKC_Casefold), Latin letters without accents,
 * Arabic letters without vowel signs and in one form of alef, ya, kaf, hamza and ta marbuta, digits of all scripts
 * in ASCII, invisible characters and blanks gone.
 *
 * <p>A table over the basic plane (128 KiB) answers in one look; other characters are folded when they come.
 */
final class CharacterFolding {
    private static final char GONE = 0;
    private static final char SEVERAL = 0xFFFF;
    private static final Normalizer2 CASE_FOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 DECOMPOSE = Normalizer2.getNFKDInstance();
    private static final char[] SINGLE = new char[0x10000];
    private static final Map<Character, String> MULTIPLE = new HashMap<>();

    static {
        for (int c = 0; c < 0x10000; c++) {
            String folded = Character.isSurrogate((char) c) ? "" : fold(c);
            if (folded.length() == 1 && folded.charAt(0) != SEVERAL) {
                SINGLE[c] = folded.charAt(0);
            } else if (folded.isEmpty()) {
                SINGLE[c] = GONE;
            } else {
                SINGLE[c] = SEVERAL;
                MULTIPLE.put((char) c, folded);
            }
        }
    }

    private CharacterFolding() {}

    /** Appends the folded form of this code point and returns the new length; the target must have room for 18 more. */
    static int append(int codePoint, char[] target, int length) {
        if (codePoint < 0x10000) {
            char single = SINGLE[codePoint];
            if (single == GONE) {
                return length;
            }
            if (single != SEVERAL) {
                target[length] = single;
                return length + 1;
            }
            return append(MULTIPLE.get((char) codePoint), target, length);
        }
        return append(fold(codePoint), target, length);
    }

    /** The one character that this one becomes; 0 where it goes or becomes several. */
    static char single(char c) {
        char single = SINGLE[c];
        return single == SEVERAL ? GONE : single;
    }

    private static int append(String folded, char[] target, int length) {
        folded.getChars(0, folded.length(), target, length);
        return length + folded.length();
    }

    private static String fold(int codePoint) {
        if (UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) {
            return "";
        }
        String folded = CASE_FOLD.normalize(Character.toString(codePoint));
        StringBuilder result = new StringBuilder();
        folded.codePoints().forEach(c -> appendBare(c, result));
        return result.toString();
    }

    private static void appendBare(int c, StringBuilder result) {
        int script = UScript.getScript(c);
        if (isGeneralMark(c, script) || isArabicMark(c) || Character.isWhitespace(c)) {
            return;
        }
        if (script == UScript.LATIN) {
            appendBareLatin(c, result);
        } else if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
            result.append(Character.digit(c, 10));
        } else {
            result.appendCodePoint(isLetterOnBlack(c) ? letterOnBlack(c) : arabic(c));
        }
    }

    private static void appendBareLatin(int c, StringBuilder result) {
        switch (c) {
            case 'ı' -> result.append('i');
            case 'ø' -> result.append('o');
            case 'đ' -> result.append('d');
            case 'ł' -> result.append('l');
            case 'æ' -> result.append("ae");
            case 'œ' -> result.append("oe");
            default -> {
                String parts = DECOMPOSE.normalize(Character.toString(c));
                if (parts.codePointAt(0) == c) {
                    result.appendCodePoint(c);
                } else {
                    parts.codePoints().forEach(part -> appendBare(part, result));
                }
            }
        }
    }

    /** White letters in black circles and squares, which Unicode does not fold to plain ones. */
    private static boolean isLetterOnBlack(int c) {
        return (c >= 0x1F150 && c <= 0x1F169) || (c >= 0x1F170 && c <= 0x1F189);
    }

    private static int letterOnBlack(int c) {
        return 'a' + (c >= 0x1F170 ? c - 0x1F170 : c - 0x1F150);
    }

    /** Accents that stand alone, as in decomposed text; marks of Indic and other scripts spell sounds and stay. */
    private static boolean isGeneralMark(int c, int script) {
        return script == UScript.INHERITED && Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isArabicMark(int c) {
        return c == 0x0640 || c == 0x0670 || (c >= 0x0610 && c <= 0x061A) || (c >= 0x064B && c <= 0x065F);
    }

    private static int arabic(int c) {
        return switch (c) {
            case 'أ', 'إ', 'آ', 'ٱ' -> 'ا';
            case 'ى', 'ی', 'ې', 'ے' -> 'ي';
            case 'ک' -> 'ك';
            case 'ة', 'ہ', 'ۀ' -> 'ه';
            case 'ؤ' -> 'و';
            case 'ئ' -> 'ي';
            default -> c;
        };
    }
}
