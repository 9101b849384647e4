// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "ar", "zh", "th", "und");

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            en    | I don't know, Mr. Hale! 😀 #tag @sim   | I·do·n't·know·,·Mr.·Hale·!·😀·#tag·@sim
            de    | Das ist z.B. die U-Bahn.              | Das·ist·z.B.·die·U-Bahn·.
            fr    | L’été d'aujourd'hui, qu'il dit.       | L’·été·d'·aujourd'hui·,·qu'·il·dit·.
            es    | Dímelo: ¿vienes?                      | Dímelo·:·¿·vienes·?
            it    | Il mercato, domani.                   | Il·mercato·,·domani·.
            id    | Jum'at ia datang-pergi.               | Jum'at·ia·datang·-·pergi·.
            ru    | Мы идём, да.                          | Мы·идём·,·да·.
            ar    | قالت: نعم، غدا؟                       | قالت·:·نعم·،·غدا·؟
            he    | צה"ל כאן.                             | צה"ל·כאן·.
            hi    | हम आएंगे।                             | हम·आएंगे·।
            th    | เราจะมาพรุ่งนี้                           | เรา·จะ·มา·พรุ่ง·นี้
            zh    | 我们中午见面。                        | 我们·中午·见面·。
            ja    | 明日行きます。                        | 明日·行き·ます·。
            ko    | 내일 갑니다.                          | 내일·갑니다·.
            und   | Lone words, only.                     | Lone·words·,·only·.
            fr-CA | l'hiver                               | l'·hiver
            """)
    void wordsAreCutAsTheLanguageDoes(String language, String text, String words) {
        assertThat(joined(Tokens.in(language), text)).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            en  | Mr. Hale came. Did he go? Yes!         | Mr. Hale came.·Did he go?·Yes!
            en  | first line\\n\\nsecond one             | first line·second one
            de  | Er kam z.B. gestern. Sie ging.         | Er kam z.B. gestern.·Sie ging.
            fr  | M. Hale arrive. Il part?               | M. Hale arrive.·Il part?
            es  | ¿Vienes? No, el Sr. Hale sí.           | ¿Vienes?·No, el Sr. Hale sí.
            it  | Viene il dott. Rossi. Poi parte.       | Viene il dott. Rossi.·Poi parte.
            id  | Ia datang. Lalu pergi.                 | Ia datang.·Lalu pergi.
            ru  | Он пришёл. Потом ушёл.                 | Он пришёл.·Потом ушёл.
            ar  | جاء أمس. هل ذهب؟ نعم.                  | جاء أمس.·هل ذهب؟·نعم.
            hi  | वह आया। फिर गया।                       | वह आया।·फिर गया।
            zh  | 他来了。然后走了！                     | 他来了。·然后走了！
            ja  | 来た。行った？                         | 来た。·行った？
            el  | Ήρθε; Ναι.                             | Ήρθε;·Ναι.
            """)
    void sentencesAreCutAsTheLanguageDoes(String language, String text, String sentences) {
        assertThat(joined(Sentences.in(language), text.translateEscapes())).isEqualTo(sentences);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"", "\" ", "'", "“", "😀", "#a", "&", "\\", "/", "l'", "\ud800", "\udc00 ", "\u200b", "\u0000", "a",
                "a ", "1", ".", ". ", "ا", "你", "ก", "\n", "<", "http://", "U.S. ", "\"a\" "
            })
    void aLongTextOfOneThingIsCutInTimeInEveryLanguage(String unit) {
        String text = unit.repeat(50_000 / unit.length());
        for (String language : List.of("en", "fr", "es", "und")) {
            Assertions.assertTimeoutPreemptively(Duration.ofMinutes(2), () -> {
                assertOrdered(Tokens.in(language).cut(text), text);
                assertOrdered(Sentences.in(language).cut(text), text);
            });
        }
    }

    @Test
    void aMegabyteOfQuotationMarksIsCutInTime() {
        String text = "\"".repeat(1_000_000);
        Assertions.assertTimeoutPreemptively(
                Duration.ofMinutes(1), () -> Tokens.in("en").cut(text));
    }

    @Test
    void everyCharOfTheBasicPlaneIsCutWithoutAWordOnTheErrorOutput() {
        PrintStream before = System.err;
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            for (String language : List.of("en", "de", "fr", "es", "ar")) {
                for (int block = 0; block < 0x10000; block += 16) {
                    String text = IntStream.range(block, block + 16)
                            .mapToObj(c -> (char) c + " a" + (char) c + "1 ")
                            .collect(Collectors.joining());
                    assertOrdered(Tokens.in(language).cut(text), text);
                    assertOrdered(Sentences.in(language).cut(text), text);
                }
            }
        } finally {
            System.setErr(before);
        }
        assertThat(written.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void manyThreadsCutAsOneDoes() throws Exception {
        List<String> texts = IntStream.range(0, 300)
                .mapToObj(i -> "Mr. Hale said: “we don't meet " + i + "”. L'été! 我们中午见面。 เราจะมา 😀 قالت نعم.")
                .toList();
        for (String language : LANGUAGES) {
            TextCutter words = Tokens.in(language);
            TextCutter sentences = Sentences.in(language);
            List<List<Span>> expected = cutAll(texts, words, sentences);
            ExecutorService threads = Executors.newFixedThreadPool(4);
            try {
                List<Future<List<List<Span>>>> runs = IntStream.range(0, 4)
                        .mapToObj(i -> threads.submit(() -> cutAll(texts, words, sentences)))
                        .toList();
                for (Future<List<List<Span>>> run : runs) {
                    assertThat(run.get()).isEqualTo(expected);
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static List<List<Span>> cutAll(List<String> texts, TextCutter words, TextCutter sentences) {
        return texts.stream()
                .flatMap(text -> Stream.of(words.cut(text), sentences.cut(text)))
                .toList();
    }

    private static void assertOrdered(List<Span> spans, String text) {
        int end = 0;
        for (Span span : spans) {
            if (span.start() < end || span.end() <= span.start() || span.end() > text.length()) {
                throw new AssertionError(span + " after " + end + " of " + text.length());
            }
            end = span.end();
        }
    }

    private static String joined(TextCutter cutter, String text) {
        return cutter.cut(text).stream().map(span -> span.in(text)).collect(Collectors.joining("·"));
    }
}
