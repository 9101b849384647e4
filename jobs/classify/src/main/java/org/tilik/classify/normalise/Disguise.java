// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.normalise;

/** Digits, signs and letters of other alphabets that stand for Latin letters to hide a word. */
final class Disguise {
    private static final int LATIN = 1;
    private static final int LOOK_ALIKE = 2;
    private static final int DIGIT = 4;
    private static final int OTHER = 8;

    private Disguise() {}

    /** Whether this sign stands for a letter when it is between letters. */
    static boolean isSign(int c) {
        return c == '@' || c == '$' || c == '!' || c == '*' || c == '|' || c == '\u20AC' || c == '\u00A3';
    }

    /**
     * Undoes disguises in the word at [start, end); returns whether there were any.
     *
     * <p>Digits and signs count between letters only, so that {@code covid19} and {@code 2nd} stay; Cyrillic and Greek
     * look-alikes count where the word has Latin letters too.
     */
    static boolean undo(char[] chars, int start, int end) {
        int seen = 0;
        for (int i = start; i < end; i++) {
            seen |= sort(chars[i]);
        }
        boolean mixed = (seen & LATIN) != 0 && (seen & (LOOK_ALIKE | DIGIT)) != 0;
        return mixed && replace(chars, start, end, (seen & OTHER) == 0);
    }

    /** Whether this letter of another alphabet looks like a Latin one. */
    static boolean isLookAlike(char c) {
        return lookAlike(c) != c;
    }

    private static boolean replace(char[] chars, int start, int end, boolean lookAlikes) {
        int last = end - 1;
        while (last > start && !Character.isLetter(chars[last])) {
            last--;
        }
        boolean changed = false;
        boolean behindLetter = false;
        for (int i = start; i < end; i++) {
            char c = chars[i];
            int sort = sort(c);
            char plain = c;
            if (sort == LOOK_ALIKE && lookAlikes) {
                plain = lookAlike(c);
            } else if (sort == DIGIT && i < last && (behindLetter || isLeadingSign(chars, start, i))) {
                plain = behind(c);
            }
            if (plain != c) {
                chars[i] = plain;
                changed = true;
            }
            behindLetter |= Character.isLetter(plain);
        }
        return changed;
    }

    private static boolean isLeadingSign(char[] chars, int start, int i) {
        return i == start && !Character.isDigit(chars[i]);
    }

    private static int sort(char c) {
        if (c >= 'a' && c <= 'z') {
            return LATIN;
        }
        if ((c >= '0' && c <= '9') || isSign(c)) {
            return DIGIT;
        }
        return lookAlike(c) != c ? LOOK_ALIKE : OTHER;
    }

    private static char behind(char c) {
        return switch (c) {
            case '0' -> 'o';
            case '1', '!', '|' -> 'i';
            case '3', '\u20AC' -> 'e';
            case '4', '@' -> 'a';
            case '5', '$' -> 's';
            case '7' -> 't';
            case '8' -> 'b';
            case '9' -> 'g';
            case '\u00A3' -> 'l';
            default -> c;
        };
    }

    private static char lookAlike(char c) {
        return switch (c) {
            case 'а', 'α' -> 'a';
            case 'в', 'β' -> 'b';
            case 'с', 'ϲ' -> 'c';
            case 'ԁ' -> 'd';
            case 'е', 'ε', 'є' -> 'e';
            case 'һ', 'н' -> 'h';
            case 'і', 'ι' -> 'i';
            case 'ј' -> 'j';
            case 'к', 'κ' -> 'k';
            case 'м' -> 'm';
            case 'η', 'п' -> 'n';
            case 'о', 'ο', 'σ' -> 'o';
            case 'р', 'ρ' -> 'p';
            case 'ѕ' -> 's';
            case 'т', 'τ' -> 't';
            case 'υ', 'ц' -> 'u';
            case 'ν', 'ѵ' -> 'v';
            case 'ԝ', 'ω' -> 'w';
            case 'х', 'χ' -> 'x';
            case 'у', 'γ' -> 'y';
            default -> c;
        };
    }
}
