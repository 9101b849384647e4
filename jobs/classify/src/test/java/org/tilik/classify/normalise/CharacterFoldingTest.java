// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CharacterFoldingTest {
    private static final Normalizer2 CASE_FOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final IntPredicate LETTER = Character::isLetterOrDigit;

    private static String fold(int codePoint) {
        char[] target = new char[64];
        return new String(target, 0, CharacterFolding.append(codePoint, target, 0));
    }

    private static String foldAll(String text) {
        StringBuilder folded = new StringBuilder();
        text.codePoints().forEach(c -> folded.append(fold(c)));
        return folded.toString();
    }

    private static List<String> exceptions(IntPredicate where, IntPredicate holds) {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .filter(where.and(holds.negate()))
                .mapToObj(c -> String.format("U+%04X %s -> %s", c, Character.toString(c), fold(c)))
                .toList();
    }

    private static boolean isNfkcWithoutBlanks(int c) {
        return fold(c).equals(CASE_FOLD.normalize(Character.toString(c)).replace(" ", ""));
    }

    /** Scripts with a folding of their own, and characters that ICU leaves as they are but readers take for letters. */
    private static boolean isFoldedFurther(int c) {
        boolean further = CASE_FOLD
                .normalize(Character.toString(c))
                .codePoints()
                .anyMatch(part -> UScript.getScript(part) == UScript.LATIN
                        || UScript.getScript(part) == UScript.ARABIC
                        || Character.getType(part) == Character.NON_SPACING_MARK);
        return further || c == 0x0640 || Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER;
    }

    @Test
    void lettersOfOtherScriptsThanLatinAndArabicFoldAsUnicodeSays() {
        assertThat(exceptions(LETTER.and(c -> !isFoldedFurther(c)), CharacterFoldingTest::isNfkcWithoutBlanks))
                .isEmpty();
    }

    @Test
    void latinLettersWithoutAccentsFoldAsUnicodeSays() {
        assertThat(exceptions(
                        c -> (c >= 'A' && c <= 'z' && Character.isLetter(c)) || (c >= 0xFF21 && c <= 0xFF3A),
                        CharacterFoldingTest::isNfkcWithoutBlanks))
                .isEmpty();
    }

    @Test
    void foldingAFoldedLetterChangesNothing() {
        assertThat(exceptions(LETTER, c -> foldAll(fold(c)).equals(fold(c)))).isEmpty();
    }

    @Test
    void capitalAndSmallLettersFoldToTheSame() {
        assertThat(exceptions(
                        c -> Character.isLetter(c) && Character.toLowerCase(c) != c,
                        c -> fold(c).equals(fold(Character.toLowerCase(c)))))
                .isEmpty();
    }

    @Test
    void foldedLettersHaveNoBlanksAndNoHalfSurrogates() {
        assertThat(exceptions(
                        LETTER,
                        c -> fold(c).codePoints()
                                .noneMatch(part -> Character.isWhitespace(part)
                                        || Character.getType(part) == Character.SURROGATE)))
                .isEmpty();
    }

    @Test
    void aFoldedLetterIsNeverLongerThanTheRoomForIt() {
        assertThat(exceptions(c -> true, c -> fold(c).length() <= 18)).isEmpty();
    }

    @Test
    void digitsOfAllScriptsBecomeAsciiDigitsOfTheSameValue() {
        assertThat(exceptions(
                        c -> Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER,
                        c -> fold(c).equals(Integer.toString(Character.digit(c, 10)))))
                .isEmpty();
    }

    @Test
    void latinLettersOfEuropeAreWrittenInAscii() {
        assertThat(exceptions(
                        c -> Character.isLetter(c)
                                && c >= 0xC0
                                && c < 0x17F
                                && c != 'ĸ'
                                && c != 'þ'
                                && c != 'Þ'
                                && c != 'ð'
                                && c != 'Ð'
                                && c != 'ŋ'
                                && c != 'Ŋ'
                                && c != 'ħ'
                                && c != 'Ħ'
                                && c != 'ŧ'
                                && c != 'Ŧ'
                                && c != 'ŉ'
                                && c != 'ŀ'
                                && c != 'Ŀ',
                        c -> fold(c).chars().allMatch(part -> part >= 'a' && part <= 'z')))
                .isEmpty();
    }
}
