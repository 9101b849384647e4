// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class NgramLanguagesTest {
    private static final LanguageIdentifier IDENTIFIER = NgramLanguages.standard();

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                " ",
                "12345 67,8 %",
                "😀😀😀 ❤️",
                "https://berita.example/halaman/panjang?x=yang",
                "@simbudi @simsiti",
                "...!?",
                "&amp; &#39; &gt;",
                "u/simuser",
                "\uD83D",
                "\u200B\u200D\uFE0F",
                "a",
                "ok"
            })
    void textsThatShowNoLanguageAreUndetermined(String text) {
        assertThat(IDENTIFIER.identify(text)).isEqualTo(LanguageGuess.UNDETERMINED);
    }

    @Test
    void confidenceIsAProbabilityAndNeverZeroForAKnownLanguage() {
        for (Sentences.Sentence sentence : Sentences.all()) {
            LanguageGuess guess = IDENTIFIER.identify(sentence.text());
            if (!guess.equals(LanguageGuess.UNDETERMINED)) {
                assertThat(guess.confidence()).isBetween(0.4, 1.0);
            }
        }
    }

    @Test
    void whatStandsInNoLanguageDoesNotChangeTheAnswer() {
        String bare = "Gue nggak ngerti kenapa jalanan macet banget hari ini";
        String noisy = "RT @simbudi: " + bare + " 😩😩 https://t.co/abc #traffic #monday &amp;";

        assertThat(IDENTIFIER.identify(noisy)).isEqualTo(IDENTIFIER.identify(bare));
    }

    @Test
    void hashtagsAreReadWhereThereIsNothingElse() {
        assertThat(IDENTIFIER
                        .identify("#ayo #bersihkan #pantai #karena #kita #bisa")
                        .language())
                .isEqualTo("id");
    }

    @Test
    void boldLettersOfMathematicsAreRead() {
        assertThat(IDENTIFIER
                        .identify("𝐓𝐡𝐞 𝐜𝐢𝐭𝐲 𝐜𝐨𝐮𝐧𝐜𝐢𝐥 𝐰𝐢𝐥𝐥 𝐫𝐞𝐩𝐚𝐢𝐫 𝐭𝐡𝐞 𝐛𝐫𝐢𝐝𝐠𝐞")
                        .language())
                .isEqualTo("en");
    }

    @Test
    void decomposedLettersAreReadAsComposedOnes() {
        String text = "Belediye eski köprüyü yağmur mevsiminden önce onaracak.";
        String decomposed = java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD);

        assertThat(IDENTIFIER.identify(decomposed)).isEqualTo(IDENTIFIER.identify(text));
    }

    @Test
    void japaneseIsToldFromChineseByItsKana() {
        assertThat(IDENTIFIER.identify("東京都渋谷区の天気予報です").language()).isEqualTo("ja");
        assertThat(IDENTIFIER.identify("明天上海的天气预报").language()).isEqualTo("zh");
    }

    @Test
    void theLanguageOfMostLettersIsTheLanguageOfAMixedText() {
        assertThat(IDENTIFIER
                        .identify("Сегодня утром очередь была очень длинной, но мы всё равно дождались. Great coffee!")
                        .language())
                .isEqualTo("ru");
        assertThat(IDENTIFIER
                        .identify("The queue was very long this morning, but we waited anyway. Очень вкусно!")
                        .language())
                .isEqualTo("en");
    }

    @Test
    void manyThreadsGetTheSameAnswers() throws Exception {
        List<LanguageGuess> expected =
                Sentences.all().stream().map(s -> IDENTIFIER.identify(s.text())).toList();
        Callable<List<LanguageGuess>> task = () ->
                Sentences.all().stream().map(s -> IDENTIFIER.identify(s.text())).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<LanguageGuess>>> answers = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                answers.add(threads.submit(task));
            }
            for (Future<List<LanguageGuess>> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"kata ", "a", "😀", "@", "#", "&", "http://x ", "\uD800", "ก", "字", "\u0301", "' "})
    void aMegabyteTakesNoLongerThanItsBeginning(String unit) {
        String text = unit.repeat(1_000_000 / unit.length());

        Assertions.assertTimeout(Duration.ofSeconds(2), () -> {
            for (int i = 0; i < 100; i++) {
                IDENTIFIER.identify(text);
            }
        });
    }

    @Test
    void sixtyLanguagesAndMoreAreKnown() {
        NgramLanguages identifier = (NgramLanguages) IDENTIFIER;

        assertThat(identifier.languages())
                .hasSizeGreaterThanOrEqualTo(100)
                .contains("id", "ms", "jv", "su", "min", "ban", "ace", "bjn", "tl", "en", "fr", "ar", "de", "es", "it")
                .contains("pt", "nl", "pl", "tr", "ru", "hi", "ur", "fa", "bn", "ta", "th", "vi", "zh", "ja", "ko")
                .contains("sw", "so", "uk", "cs", "ro", "hu", "sv", "da", "nb", "fi", "el", "he", "bg", "sr", "hr")
                .contains("ca", "ku", "ps", "ckb");
    }
}
