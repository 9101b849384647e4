// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationSpansTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            English, curly            | She said “we meet at noon” and left.        | we meet at noon
            English, straight         | She said "we meet at noon" and left.        | we meet at noon
            British, curly single     | She said ‘we don’t meet’ and left.          | we don’t meet
            British, straight single  | She said 'we don't meet' and left.          | we don't meet
            TeX                       | She said ``we meet at noon'' and left.      | we meet at noon
            two apostrophes           | She said ''we meet at noon'' and left.      | we meet at noon
            German                    | Sie sagte „wir kommen“ und ging.            | wir kommen
            German, closed straight   | Sie sagte „wir kommen" und ging.            | wir kommen
            German, single            | Sie sagte ‚wir kommen‘ und ging.            | wir kommen
            German, books             | Sie sagte »wir kommen« und ging.            | wir kommen
            German, single books      | Sie sagte ›wir kommen‹ und ging.            | wir kommen
            Polish                    | Powiedziała „idziemy” i wyszła.             | idziemy
            Swedish                   | Hon sade ”vi kommer” och gick.              | vi kommer
            Finnish                   | Hän sanoi »me tulemme» ja lähti.            | me tulemme
            French                    | Elle dit «on arrive» et part.               | on arrive
            French, single            | Elle dit ‹on arrive› et part.               | on arrive
            French, clitic            | C’est l’«aube» qu’il chante.                | aube
            Spanish                   | Dijo: «¿vienes?»; y se fue.                 | ¿vienes?
            Spanish, inverted mark    | ¿"Vienes" dijo?                             | Vienes
            Russian                   | Она сказала «мы идём» и ушла.               | мы идём
            Ukrainian apostrophe      | Слово м'ята, п'ять і "сім'я" тут.           | сім'я
            Greek                     | Είπε «ερχόμαστε» και έφυγε.                 | ερχόμαστε
            Turkish                   | Ankara'da "geliyoruz" dedi.                 | geliyoruz
            Indonesian suffix         | Jum'at ia bilang "kata"nya begitu.          | kata
            Arabic                    | قالت «نلتقي ظهرا» ثم ذهبت                  | نلتقي ظهرا
            Arabic, straight          | قالت "نلتقي ظهرا" ثم ذهبت                  | نلتقي ظهرا
            Arabic, clitic            | قالوا ذلك و"نلتقي ظهرا" أيضا               | نلتقي ظهرا
            Persian                   | گفت «می‌آییم» و رفت                         | می‌آییم
            Urdu                      | اس نے کہا ”ہم آئیں گے“ اور چلی گئی          | ہم آئیں گے
            Hebrew                    | היא אמרה "נפגשים בצהריים" והלכה             | נפגשים בצהריים
            Hebrew, acronym inside    | היא אמרה "זה של צה"ל כאן" והלכה             | זה של צה"ל כאן
            Hebrew, prefix            | הם אמרו ו"נפגשים" גם                        | נפגשים
            Hindi                     | उसने कहा “हम आएंगे” और गई।                  | हम आएंगे
            Bengali                   | সে বলল 'আমরা আসব' এবং গেল।                  | আমরা আসব
            Thai                      | เธอพูดว่า"เราจะมา"แล้วไป                        | เราจะมา
            Chinese                   | 她说“我们中午见”然后走了。                  | 我们中午见
            Chinese, straight         | 她说"我们中午见"然后走了。                  | 我们中午见
            Japanese                  | 彼女は「行きます」と言った。                | 行きます
            Japanese, white           | 彼女は『行きます』と言った。                | 行きます
            Japanese, half-width      | 彼女は｢行きます｣と言った。                  | 行きます
            Japanese, primes          | 彼女は〝行きます〟と言った。                | 行きます
            Korean particle           | 그는 "갑니다"라고 말했다.                   | 갑니다
            full-width                | 她说＂我们中午见＂然后走了。                | 我们中午见
            Amharic                   | እሷ «እንመጣለን» አለች።                            | እንመጣለን
            """)
    void theMarksOfEveryScriptAreKnown(String style, String text, String quoted) {
        assertThat(quoted(text)).as(style).containsExactly(quoted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "don't you'll they've it’s",
                "the dogs' bowls and the cats' bowls",
                "the dogs’ bowls and the cats’ bowls",
                "rock 'n' roll, 'tis the season, 'em all",
                "back in the '90s and the ’80s it was James' idea",
                "l'été d'aujourd'hui, qu'il dit",
                "po' di pane e un po' d'acqua",
                "м'ясо п'ять об'єкт",
                "he is 6'2\" tall, a 5\" nail",
                "צה\"ל ודו\"ח של ארה\"ב",
                "an opener “that never closes",
                "a closer that never opened”",
                "a lone \" here",
                "\"\" '' “” «»",
                "x > y and y > z",
                ">:( >_< >.<",
                "ART @museum is not a repost, CRT @home",
                "RT if you agree",
                "the RT of the day",
            })
    void whatIsNoQuotationGivesNoSpan(String text) {
        assertThat(quoted(text)).isEmpty();
    }

    @Test
    void ofQuotationsInsideEachOtherOnlyTheOutermostIsKept() {
        assertThat(quoted("He wrote “she said ‘no’ and “left” then” to me"))
                .containsExactly("she said ‘no’ and “left” then");
        assertThat(quoted("Il écrit «elle dit “non” puis» hier")).containsExactly("elle dit “non” puis");
        assertThat(quoted("彼は「彼女は『行く』と言った」と書いた")).containsExactly("彼女は『行く』と言った");
    }

    @Test
    void severalQuotationsStandInTheOrderOfTheText() {
        assertThat(quoted("„eins“ und „zwei“, »drei« und «vier»")).containsExactly("eins", "zwei", "drei", "vier");
        assertThat(quoted("\"one\",\"two\" and ('three')")).containsExactly("one", "two", "three");
    }

    @Test
    void doubledStraightMarksAreOne() {
        assertThat(quoted("she wrote \"\"we meet at noon\"\", then left")).containsExactly("we meet at noon");
    }

    @Test
    void aStrayOpenerDoesNotSwallowTheQuotationsAfterIt() {
        assertThat(quoted("a “stray one, then “real” and \"again\"")).containsExactly("real", "again");
        assertThat(quoted("\"stray one, then \"real\" it said")).containsExactly("real");
    }

    @Test
    void aStraightMarkDoesNotReachOverAnEmptyLineAndAnApostropheNotOverALine() {
        assertThat(quoted("a \"stray mark\n\nanother\" one")).isEmpty();
        assertThat(quoted("a 'stray mark\nanother' one")).isEmpty();
        assertThat(quoted("a \"real one\nof two lines\" here")).containsExactly("real one\nof two lines");
        assertThat(quoted("a “real one\n\nof two paragraphs” here")).containsExactly("real one\n\nof two paragraphs");
    }

    @Test
    void linesThatBeginWithAGreaterSignAreQuotedAndRunTogether() {
        String text = "> first line\n> second \"line\"\nmy answer\n\n&gt; third\r\nanother answer\n>fourth";
        QuotationSpans spans = QuotationSpans.of(text);
        assertThat(quoted(text)).containsExactly("first line\n> second \"line\"", "third", "fourth");
        assertThat(spans.kind(0)).isEqualTo(QuotationKind.LINES);
        assertThat(quoted(">> nested deeper\n>> again")).containsExactly("nested deeper\n>> again");
    }

    @Test
    void aRepostQuotesAllThatFollowsIt() {
        assertThat(quoted("RT @sim_one: we meet at noon")).containsExactly("we meet at noon");
        assertThat(quoted("So wrong. QT @sim_one: we \"meet\" at noon")).containsExactly("we \"meet\" at noon");
        assertThat(quoted("no! RT @sim_one: RT @sim_two: we meet")).containsExactly("RT @sim_two: we meet");
        assertThat(QuotationSpans.of("MT @sim_one we meet").kind(0)).isEqualTo(QuotationKind.REPOST);
    }

    @Test
    void aRepostBetweenMarksEndsWithTheMarks() {
        assertThat(quoted("“RT @sim_one: we meet at noon” what a day")).containsExactly("RT @sim_one: we meet at noon");
        assertThat(quoted("“@sim_one: we meet” what a day")).containsExactly("@sim_one: we meet");
    }

    @Test
    void aQuotationThatWasCutRunsToTheSignOfTheCut() {
        assertThat(quoted("Spokesman: “we will meet at noon and then…"))
                .containsExactly("we will meet at noon and then…");
        assertThat(quoted("Spokesman: \"we will meet… https://t.example/x")).containsExactly("we will meet…");
        assertThat(quoted("Spokesman: “we will meet… and more words")).isEmpty();
    }

    @Test
    void invisibleMarksBesideAQuotationAreLookedThrough() {
        assertThat(quoted("قالت \u200f\"نلتقي\"\u200f ثم")).containsExactly("نلتقي");
        assertThat(quoted("said \u200b'we meet'\ufeff then")).containsExactly("we meet");
    }

    @Test
    void shareAndCoverFollowFromTheSpans() {
        QuotationSpans spans = QuotationSpans.of("ab “cd” ef");
        assertThat(spans.quotedChars()).isEqualTo(2);
        assertThat(spans.share(10)).isEqualTo(0.2);
        assertThat(IntStream.range(0, 10).filter(spans::covers)).containsExactly(4, 5);
        assertThat(QuotationSpans.NONE.share(0)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "“",
                "”",
                "'",
                "' '",
                "«",
                "»",
                "„",
                "\" \"",
                "“ ’a",
                "``",
                "''",
                "'''",
                "> ",
                ">",
                "&gt;",
                ">a\n",
                "RT @",
                "RT @a ",
                "\ud800",
                "\ud800\"",
                "\"\udc00",
                "\u200b",
                "\u200b\"",
                "「",
                "」「",
                "a\"\u0301",
                "\n",
                "\n\n\"",
                "…",
                "“…"
            })
    void aMegabyteOfOneThingTakesLinearTime(String unit) {
        String text = unit.repeat(1_000_000 / unit.length());
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(1), () -> QuotationSpans.of(text));
    }

    @Property(tries = 2000)
    void spansAreDisjointOrderedAndInsideTheText(@ForAll("hostile") String text) {
        QuotationSpans spans = QuotationSpans.of(text);
        int end = 0;
        int chars = 0;
        for (int i = 0; i < spans.count(); i++) {
            assertThat(spans.start(i)).isGreaterThanOrEqualTo(end);
            assertThat(spans.end(i)).isGreaterThan(spans.start(i));
            end = spans.end(i);
            chars += spans.end(i) - spans.start(i);
        }
        assertThat(end).isLessThanOrEqualTo(text.length());
        assertThat(spans.quotedChars()).isEqualTo(chars);
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.of(
                        "\"", "'", "“", "”", "„", "‘", "’", "‚", "«", "»", "‹", "›", "「", "」", "『", "』", "``", "''",
                        ">", "> ", "&gt;", "RT @a: ", "…", "\n", "\n\n", " ", "a", "word", "ש", "و", "你", "7", "\ud83d",
                        "\ude00", "😀", "\u200d", "\u200f", "\u0301", "http")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    private static List<String> quoted(String text) {
        QuotationSpans spans = QuotationSpans.of(text);
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < spans.count(); i++) {
            parts.add(text.substring(spans.start(i), spans.end(i)));
        }
        return parts;
    }
}
