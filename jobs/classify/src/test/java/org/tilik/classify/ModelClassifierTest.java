// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tilik.classify.heads.Model;
import org.tilik.classify.heads.Models;
import org.tilik.classify.language.LanguageGuess;

class ModelClassifierTest {
    private static TextClassifier classifier(Model model, String language) {
        return new ModelClassifier("small-1", model, text -> new LanguageGuess(language, 0.75));
    }

    private static Model constant(double hateful, double offensive, double counter, double support) {
        return Models.constant(Map.of(
                Head.HATEFUL, hateful,
                Head.OFFENSIVE, offensive,
                Head.COUNTER, counter,
                Head.EXTREMIST_SUPPORT, support));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "nothing,                            -1, -1, -1, -1, none",
        "offensive only,                     -1,  1, -1, -1, offensive",
        "hateful texts are mostly offensive,  1,  2, -1, -1, hateful",
        "counter before offensive,           -1,  2,  1, -1, counter",
        "the likelier of two: hateful,        2, -1,  1, -1, hateful",
        "the likelier of two: counter,        1, -1,  2, -1, counter",
        "equally likely: hateful,             1, -1,  1, -1, hateful",
        "support before all,                  3,  3,  3,  1, extremist_support",
        "at the threshold,                    0, -1, -1, -1, hateful"
    })
    void oneHeadSpeaksForTheText(
            String name, double hateful, double offensive, double counter, double support, String label) {
        Classification result =
                classifier(constant(hateful, offensive, counter, support), "en").classify("the sea is calm");

        assertThat(result.label()).as(name).isEqualTo(label);
    }

    @Test
    void probabilitiesAndLanguageAreTold() {
        Classification result = classifier(constant(1, 2, -1, -3), "en").classify("the sea is calm");

        assertThat(result.language()).isEqualTo("en");
        assertThat(result.languageConfidence()).isEqualTo(0.75);
        assertThat(result.hateful()).isCloseTo(0.7311, within(1e-4));
        assertThat(result.offensive()).isCloseTo(0.8808, within(1e-4));
        assertThat(result.counter()).isCloseTo(0.2689, within(1e-4));
        assertThat(result.extremistSupport()).isCloseTo(0.0474, within(1e-4));
        for (Head head : Head.values()) {
            assertThat(result.score(head)).isBetween(0.0, 1.0);
        }
        assertThat(result.score(Head.COUNTER)).isEqualTo(result.counter());
    }

    @Test
    void thresholdsAreThoseOfTheLanguage() {
        Model model = constant(1, -1, -1, -1);
        Classification english = classifier(model, "en").classify("calm");
        Classification french = classifier(model, "fr").classify("calme");

        assertThat(english.label()).isEqualTo("hateful");
        assertThat(french.label()).isEqualTo(Classification.NONE);
        assertThat(french.hateful()).isEqualTo(english.hateful());
        assertThat(classifier(model, "fr").reaches(english, Head.HATEFUL)).isTrue();
        assertThat(classifier(model, "en").reaches(french, Head.HATEFUL)).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\n\t ", "\u3000", "\u200b", "\ufeff", "\u00a0\u00a0", "\u3164", "\ud83d"})
    void textsWithoutAnythingToReadAreOfNoLanguageAndNoHead(String text) {
        TextClassifier classifier = classifier(constant(3, 3, 3, 3), "en");

        assertThat(classifier.classify(text)).isEqualTo(new Classification("und", 0, "none", 0, 0, 0, 0));
        assertThat(classifier.reaches(classifier.classify(text), Head.HATEFUL)).isFalse();
    }

    @Test
    void theModelIsNamed() {
        assertThat(classifier(constant(0, 0, 0, 0), "en").modelId()).isEqualTo("small-1");
    }

    @Test
    void headsAreFoundByTheirNames() {
        for (Head head : Head.values()) {
            assertThat(Head.byId(head.id())).contains(head);
        }
        assertThat(Head.EXTREMIST_SUPPORT.id()).isEqualTo("extremist_support");
        assertThat(Head.byId("HATEFUL")).isEmpty();
    }

    @Property(tries = 500)
    void anyTextIsClassifiedTheSameTwice(@ForAll @StringLength(max = 300) String text) {
        TextClassifier classifier = classifier(Models.random(1), "en");
        Classification result = classifier.classify(text);

        assertThat(classifier.classify(text)).isEqualTo(result);
        for (Head head : Head.values()) {
            assertThat(result.score(head)).isBetween(0.0, 1.0);
        }
    }
}
