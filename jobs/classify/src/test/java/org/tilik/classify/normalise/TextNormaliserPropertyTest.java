// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

class TextNormaliserPropertyTest {
    private static void assertWellFormed(String text) {
        NormalText normal = TextNormaliser.normalise(text);
        int lastEnd = 0;
        int lastOrigin = -1;
        for (int i = 0; i < normal.size(); i++) {
            assertThat(normal.origin(i)).isGreaterThan(lastOrigin).isLessThan(text.length());
            assertThat(normal.start(i)).isGreaterThanOrEqualTo(lastEnd);
            assertThat(normal.end(i)).isLessThanOrEqualTo(normal.chars().length);
            boolean silent = normal.kind(i) == TokenKind.ADDRESS || normal.kind(i) == TokenKind.MENTION;
            assertThat(normal.token(i).isEmpty()).isEqualTo(silent);
            assertThat(normal.token(i).codePoints())
                    .noneMatch(c -> Character.isWhitespace(c) || Character.getType(c) == Character.SURROGATE);
            lastEnd = normal.end(i);
            lastOrigin = normal.origin(i);
        }
    }

    @Property(tries = 2000)
    void anyStringGivesTokensInOrder(@ForAll @StringLength(max = 300) String text) {
        assertWellFormed(text);
    }

    @Property(tries = 2000)
    void anyMixOfWhatIsSpecialGivesTokensInOrder(@ForAll("special") String text) {
        assertWellFormed(text);
    }

    /** Plain letters are read in a loop of their own; an invisible character behind each leads to the other one. */
    @Property(tries = 1000)
    void lettersAreReadAlikeOneByOneAndInRuns(@ForAll("letters") String text) {
        StringBuilder oneByOne = new StringBuilder();
        text.chars().forEach(c -> oneByOne.append((char) c).append(Character.isLetter(c) ? "\u200b" : ""));

        NormalText normal = TextNormaliser.normalise(text);
        NormalText other = TextNormaliser.normalise(oneByOne.toString());

        assertThat(other).hasToString(normal.toString());
        assertThat(other.style()).isEqualTo(normal.style());
    }

    @Provide
    Arbitrary<String> letters() {
        return Arbitraries.of(
                        "a", "b", "h", "H", "t", "T", "p", "Z", "é", "ß", "İ", "а", "Н", "о", "ж", "ο", "Σ", "أ", "ب",
                        "क", "我", "ﷺ", " ", " ")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> special() {
        return Arbitraries.of(
                        "a",
                        "B",
                        "b",
                        "h",
                        "e",
                        "t",
                        " ",
                        ".",
                        "-",
                        "_",
                        "#",
                        "@",
                        "$",
                        "!",
                        "*",
                        "|",
                        "1",
                        "4",
                        "0",
                        "&amp;",
                        "&#",
                        "&#x",
                        ";",
                        "\\n",
                        "\\x",
                        "f0",
                        "<LF>",
                        "|LBR|",
                        "http",
                        "https://",
                        "www.",
                        "t.co/",
                        "USER",
                        "URL",
                        "\u200b",
                        "\u200f",
                        "\u2060",
                        "\ufe0f",
                        "\u0301",
                        "\u0306",
                        "и",
                        "а",
                        "ο",
                        "ß",
                        "İ",
                        "ﷺ",
                        "ﱞ",
                        "ـ",
                        "َ",
                        "أ",
                        "क",
                        "\u093c",
                        "我",
                        "。",
                        "か",
                        "\u3099",
                        "\u1112",
                        "\u1161",
                        "\u11ab",
                        "😀",
                        "👍🏽",
                        "\ud83d",
                        "\ude00",
                        "🅷",
                        "𝐡",
                        "ⓗ",
                        "\u0000",
                        "\u00a0",
                        "\u3000")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    /**
     * Words of two letters and more. It does not hold for digits ({@code a12b} gives {@code ai0b}, which gives
     * {@code aiob}), addresses and mentions.
     */
    @Property(tries = 2000)
    void normalisingWordsAgainChangesNothing(@ForAll("words") String text) {
        String once = TextNormaliser.normalise(text).toString();

        assertThat(TextNormaliser.normalise(once).toString()).isEqualTo(once);
    }

    @Property(tries = 500)
    void capitalsAndSmallLettersGiveTheSameTokens(@ForAll("latin") String text) {
        assertThat(TextNormaliser.normalise(text.toUpperCase(Locale.ROOT)).toString())
                .isEqualTo(TextNormaliser.normalise(text).toString());
    }

    @Property(tries = 1000)
    void composedAndDecomposedTextsGiveTheSameTokens(@ForAll("words") String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        String together = Normalizer.normalize(text, Normalizer.Form.NFC);

        assertThat(TextNormaliser.normalise(apart).toString())
                .isEqualTo(TextNormaliser.normalise(together).toString());
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.oneOf(
                        letters("abcdefgostuéüñçœABCDEÉÜ"),
                        letters("абвгдежзийёАБВЙЁіїє"),
                        letters("αβγδάέήίώςΑΒΓ"),
                        letters("abcабвαβγ"),
                        letters("ابتثجحخدذرزسشصضأإآةىئؤ"),
                        letters("कखगघङचिीक़ड़ऩऱ"),
                        letters("কখগিোৌ"),
                        letters("がぎぐカキプパ한국어말뷁我们去公园"))
                .list()
                .ofMaxSize(8)
                .map(words -> String.join(" ", words))
                .filter(text -> TextNormaliser.normalise(text).toString().matches("(\\S{2,}( |$))*"));
    }

    private static Arbitrary<String> letters(String letters) {
        return Arbitraries.strings().withChars(letters).ofMinLength(4).ofMaxLength(9);
    }

    @Provide
    Arbitrary<String> latin() {
        return Arbitraries.strings()
                .withChars("abcdefghijklmnopqrstuvwxyzàâäçéèêëîïôöùûü ,.?")
                .ofMaxLength(60);
    }
}
