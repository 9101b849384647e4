// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextNormaliserTest {
    private static List<Integer> origins(NormalText text) {
        List<Integer> origins = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            origins.add(text.origin(i));
        }
        return origins;
    }

    private static List<TokenKind> kinds(NormalText text) {
        List<TokenKind> kinds = new ArrayList<>();
        for (int i = 0; i < text.size(); i++) {
            kinds.add(text.kind(i));
        }
        return kinds;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "\t\n", "\u200b", "\ufeff\u200d", "\u3164", "\ud83d", "\ude00", "\ude00\ud83d", "\u0000"
            })
    void textsWithoutAnythingToReadHaveNoTokens(String text) {
        assertThat(TextNormaliser.normalise(text).size()).isZero();
    }

    @Test
    void noTextHasNoTokens() {
        assertThat(TextNormaliser.normalise(null).size()).isZero();
        assertThat(TextNormaliser.normalise(null).toString()).isEmpty();
    }

    @Test
    void loneSurrogatesPartWordsAndAreDropped() {
        assertThat(TextNormaliser.normalise("one\ud83dtwo \ude00three").toString())
                .isEqualTo("one two three");
    }

    @Test
    void tokensTellWhatTheyAre() {
        NormalText text = TextNormaliser.normalise("Hi @you, 12 https://x.example 😀 #Go");

        assertThat(kinds(text))
                .containsExactly(
                        TokenKind.WORD,
                        TokenKind.MENTION,
                        TokenKind.MARK,
                        TokenKind.NUMBER,
                        TokenKind.ADDRESS,
                        TokenKind.EMOJI,
                        TokenKind.WORD);
        assertThat(text.token(1)).isEmpty();
        assertThat(text.token(4)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            One two, three    | 0 4 7 9
            #GoHomeNow ok     | 1 3 7 11
            #go_home_now      | 1 4 9
            a &amp; b         | 0 8
            h.a.t.e now       | 0 8
            h a t e now       | 0 8
            $top it           | 0 5
            @you and URL      | 0 5 9
            see www.x.example | 0 4
            😀😀 ok           | 0 2 5
            """)
    void tokensTellWhereTheyBeginInTheText(String text, String origins) {
        assertThat(origins(TextNormaliser.normalise(text)))
                .isEqualTo(List.of(origins.split(" ", -1)).stream()
                        .map(Integer::valueOf)
                        .toList());
    }

    @Test
    void howItWasWrittenIsCounted() {
        NormalText.Style style = TextNormaliser.normalise(
                        "GO HOME nooow h4te s.t.o.p #NotMe @SHOUTING http://LOUD.example")
                .style();

        assertThat(style.shoutedWords()).isOne();
        assertThat(style.stretchedWords()).isOne();
        assertThat(style.disguisedWords()).isEqualTo(2);
        assertThat(style.hashtags()).isOne();
        assertThat(style.letters()).isEqualTo(2 + 4 + 5 + 3 + 4 + 5);
        assertThat(style.capitals()).isEqualTo(6 + 2);
    }

    @Test
    void aWordInCapitalsIsShoutedAlsoWithDigits() {
        assertThat(TextNormaliser.normalise("COVID19 OK ABC ⒶⒷⒸ").style().shoutedWords())
                .isEqualTo(3);
    }

    @Test
    void plainWritingHasNoTricks() {
        assertThat(TextNormaliser.normalise("A calm day at the sea in 2019, all 20 of us.")
                        .style())
                .isEqualTo(new NormalText.Style(25, 1, 0, 0, 0, 0));
    }

    @Test
    void textsAreReadUpToTheirLimit() {
        String limit = "ab ".repeat(TextNormaliser.LONGEST / 3 + 1).substring(0, TextNormaliser.LONGEST);

        assertThat(TextNormaliser.normalise(limit + " end").size())
                .isEqualTo(TextNormaliser.normalise(limit).size());
        assertThat(TextNormaliser.normalise("x".repeat(TextNormaliser.LONGEST - 1) + "😀")
                        .size())
                .isBetween(1, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "1",
                "a1",
                "1a",
                "ab1",
                "@",
                "@a",
                "#",
                "#a",
                "#A",
                "#_",
                "_",
                "&",
                "&amp;",
                "&#",
                "&#x41;",
                "\\",
                "\\x",
                "<LF>",
                "|",
                "|LBR|",
                "$",
                "$a",
                "a$",
                "*",
                "a*",
                "h",
                "http",
                "http://",
                "www.",
                "U",
                "USER ",
                "😀",
                "\ud83d",
                "\ude00",
                "\u200d",
                "\u0301",
                "и\u0306",
                "\u1112\u1161",
                "ﷺ",
                "我",
                " ",
                "a ",
                "a.",
                ".",
                "я",
                "яa",
                "a\u0430",
                "<",
                "\"",
                "«",
                "\u0000"
            })
    void aMillionOfAnythingIsReadInASecond(String part) {
        String text = part.repeat(1_000_000 / part.length());

        NormalText normal =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2), () -> TextNormaliser.normalise(text), part);

        assertThat(normal.size()).isLessThanOrEqualTo(TextNormaliser.LONGEST);
    }

    @Test
    void aLongWordWithADigitInEachPlaceIsReadAtOnce() {
        String word = "a" + "1".repeat(TextNormaliser.LONGEST - 2) + "b";

        NormalText text =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(1), () -> TextNormaliser.normalise(word));

        assertThat(text.toString()).isEqualTo("aib");
    }
}
