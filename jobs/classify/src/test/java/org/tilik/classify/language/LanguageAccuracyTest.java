// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accuracy on invented sentences that no training saw; larger measurements stand in the README beside the weights. */
class LanguageAccuracyTest {
    private static final LanguageIdentifier IDENTIFIER = NgramLanguages.standard();

    @ParameterizedTest
    @ValueSource(strings = {"id", "ms"})
    void indonesianAndMalayAreToldApartInAtLeastNineOfTenSentencesOfSeveralGenres(String language) {
        List<Sentences.Sentence> sentences =
                of(s -> s.isSentence() && s.language().equals(language));

        assertThat(sentences).hasSizeGreaterThanOrEqualTo(40);
        assertShareRight(sentences, 0.92);
    }

    @Test
    void sentencesOfTheOtherMainLanguagesAreRight() {
        List<String> main =
                List.of("en", "fr", "ar", "de", "es", "it", "pt", "nl", "pl", "tr", "ru", "hi", "zh", "tl", "ur", "fa");
        List<Sentences.Sentence> sentences = of(s -> s.isSentence() && main.contains(s.language()));

        assertThat(sentences).hasSizeGreaterThanOrEqualTo(160);
        assertShareRight(sentences, 0.97);
    }

    @Test
    void sentencesOfOtherLanguagesAreRight() {
        assertShareRight(of(s -> s.genre().equals("everyday")), 0.95);
    }

    @Test
    void shortPostsAreMostlyRight() {
        assertShareRight(of(s -> s.genre().equals("short")), 0.75);
    }

    @Test
    void postsWithAddressesMentionsAndEmojiAreRight() {
        assertShareRight(of(s -> s.genre().equals("noise")), 0.83);
    }

    @Test
    void mixedPostsAreOfTheLanguageThatMostOfThemIsIn() {
        assertShareRight(of(s -> s.genre().equals("mixed")), 0.8);
    }

    @Test
    void romanisedHindiIsHindiOrUrduWhichLatinLettersHardlyTellApart() {
        List<Sentences.Sentence> sentences = of(s -> s.genre().equals("romanised"));

        assertThat(sentences)
                .allSatisfy(s -> assertThat(IDENTIFIER.identify(s.text()).language())
                        .as(s.text())
                        .isIn("hi", "ur"));
    }

    @Test
    void malayInJawiIsMalay() {
        assertShareRight(of(s -> s.genre().equals("jawi")), 1);
    }

    private static List<Sentences.Sentence> of(Predicate<Sentences.Sentence> which) {
        return Sentences.all().stream().filter(which).toList();
    }

    private static void assertShareRight(List<Sentences.Sentence> sentences, double atLeast) {
        List<String> wrong = sentences.stream()
                .filter(s -> !IDENTIFIER.identify(s.text()).language().equals(s.language()))
                .map(s -> s.language() + " taken for " + IDENTIFIER.identify(s.text()) + ": " + s.text())
                .toList();

        assertThat(1 - (double) wrong.size() / sentences.size())
                .as(() -> wrong.stream().collect(Collectors.joining("\n", "wrong:\n", "")))
                .isGreaterThanOrEqualTo(atLeast);
    }
}
