// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.features;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureExtractorTest {
    private static final FeatureExtractor EXTRACTOR = new FeatureExtractor(Lexicons.of(
            "en GROUP harbourfolk", "en GROUP strangers", "en WELCOME welcome", "en NOT not", "fr WELCOME bienvenus"));

    private static int[] of(FeatureGroup group, String text) {
        TextFeatures features = EXTRACTOR.extract(text, "en");
        return Arrays.copyOfRange(features.hashes(), features.start(group), features.end(group));
    }

    private static Set<Integer> set(FeatureGroup group, String text) {
        return Arrays.stream(of(group, text)).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    private static String hex(int[] hashes) {
        return Arrays.stream(hashes).mapToObj(h -> String.format("%08x", h)).collect(Collectors.joining(" "));
    }

    /** Weights are found by these hashes: whoever changes one must train the shipped models again. */
    @Test
    void hashesAreThoseThatModelsWereTrainedWith() {
        assertThat(hex(of(FeatureGroup.TOKENS, "Sea")))
                .isEqualTo("3426d77e 79477901 188a3281 8ed21893 343d620b 15d0b661");
        assertThat(hex(of(FeatureGroup.WORDS, "Sea 12 😀 ! @a www.b.example")))
                .isEqualTo("3426d77e c51d4f42 b5b6ef01 171fd254 dac6ce99 3ed97b36 ea201242 38819992 2d075a98 "
                        + "856c0b94 2c85567e 12e8ee4a 6c5f15a9");
        assertThat(hex(of(FeatureGroup.CONCEPTS, "strangers are not welcome")))
                .isEqualTo("770a1dec fec33c91 fa0c207f 63af125a 104a3aee 63cb0188 488e7430 9a1efe81 1957de49 "
                        + "a5c6ca35 a023b960 2a4c6657 4ef52eb8 adc9aca3 aa01f27e 3b3f07fc e9f721a6");
        assertThat(hex(of(FeatureGroup.CONCEPTS, "“strangers”"))).isEqualTo("770a1dec fec33c91 1b3976b7");
        assertThat(hex(of(FeatureGroup.STYLE, "“GONE” nooo! #why 😀?")))
                .isEqualTo("79162ad2 39b27986 0b555c15 a275bd70 61d1c6ae 4d9a2ed1 d1a1ca60 c2f450ce 02f8c545 "
                        + "e7b0417c");
    }

    @Test
    void aTokenHasItsWordAndRunsOfThreeAndFourCharacters() {
        TextFeatures features = EXTRACTOR.extract("sea at", "en");

        // Of " sea " there are 3 runs of three and 2 of four characters.
        assertThat(features.tokens()).isEqualTo(2);
        assertThat(features.tokenEnd(0) - features.tokenStart(0)).isEqualTo(1 + 5);
        assertThat(features.tokenEnd(1) - features.tokenStart(1)).isEqualTo(1 + 3);
        assertThat(features.end(FeatureGroup.TOKENS)).isEqualTo(features.tokenEnd(1));
    }

    @Test
    void numbersMarksAndMentionsHaveNoRuns() {
        TextFeatures features = EXTRACTOR.extract("2019 ! @someone www.sea.example 😀", "en");

        assertThat(features.end(FeatureGroup.TOKENS)).isEqualTo(5);
        assertThat(set(FeatureGroup.TOKENS, "@anna met @bert")).isEqualTo(set(FeatureGroup.TOKENS, "@carl met @dora"));
    }

    @Test
    void theSameConceptsHaveTheSameFeaturesInEachLanguage() {
        TextFeatures french = EXTRACTOR.extract("bienvenus", "fr");

        assertThat(Arrays.copyOfRange(
                        french.hashes(), french.start(FeatureGroup.CONCEPTS), french.end(FeatureGroup.CONCEPTS)))
                .isEqualTo(of(FeatureGroup.CONCEPTS, "welcome"))
                .hasSize(2);
    }

    @Test
    void theOrderOfConceptsMatters() {
        assertThat(set(FeatureGroup.CONCEPTS, "strangers not welcome"))
                .isNotEqualTo(set(FeatureGroup.CONCEPTS, "not strangers welcome"));
    }

    @Test
    void quotedConceptsAreMarked() {
        TextFeatures plain = EXTRACTOR.extract("strangers are welcome", "en");
        TextFeatures quoted = EXTRACTOR.extract("“strangers are” welcome", "en");

        assertThat(set(FeatureGroup.CONCEPTS, "“strangers are” welcome"))
                .containsAll(set(FeatureGroup.CONCEPTS, "strangers are welcome"))
                .hasSize(set(FeatureGroup.CONCEPTS, "strangers are welcome").size() + 1);
        assertThat(quoted.concepts()).isEqualTo(plain.concepts() + 1);
        assertThat(set(FeatureGroup.CONCEPTS, "“all” strangers are welcome"))
                .isEqualTo(set(FeatureGroup.CONCEPTS, "strangers are welcome"));
    }

    @Test
    void quotationIsFoundBehindEscapes() {
        assertThat(set(FeatureGroup.CONCEPTS, "a &amp; b say \"strangers\"").size())
                .isEqualTo(set(FeatureGroup.CONCEPTS, "strangers").size() + 1);
    }

    @Test
    void conceptsBelongToTheTokenWhereTheyBegin() {
        TextFeatures features = EXTRACTOR.extract("we say: strangers welcome", "en");

        assertThat(features.concepts()).isEqualTo(4);
        assertThat(features.conceptToken(0)).isEqualTo(3);
        assertThat(features.conceptToken(3)).isEqualTo(4);
        assertThat(of(FeatureGroup.CONCEPTS, "we say: strangers welcome"))
                .contains(features.conceptHash(0), features.conceptHash(3));
    }

    @Test
    void tokensBehindTheLimitAreNotRead() {
        String limit = "calm ".repeat(FeatureExtractor.MOST_TOKENS);

        assertThat(EXTRACTOR.extract(limit + "strangers!", "en").hashes())
                .startsWith(EXTRACTOR.extract(limit, "en").hashes()[0]);
        assertThat(set(FeatureGroup.CONCEPTS, limit + "strangers")).isEmpty();
        assertThat(set(FeatureGroup.STYLE, limit + "!!!")).isEqualTo(set(FeatureGroup.STYLE, limit));
        assertThat(EXTRACTOR.extract(limit + "strangers", "en").tokens()).isEqualTo(FeatureExtractor.MOST_TOKENS);
    }

    @Test
    void aLongTokenHasFewerRunsThanTheNetworkCanAdd() {
        TextFeatures features = EXTRACTOR.extract("abcdefghij".repeat(1000), "en");

        assertThat(features.tokens()).isOne();
        assertThat(features.tokenEnd(0)).isLessThanOrEqualTo(256);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200b", "!", "@a"})
    void textsWithoutWordsHaveFeaturesOfStyleAllTheSame(String text) {
        TextFeatures features = EXTRACTOR.extract(text, "und");

        assertThat(features.end(FeatureGroup.STYLE) - features.start(FeatureGroup.STYLE))
                .isEqualTo(10);
        assertThat(features.concepts()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "strangers ", "“", "\"a\" ", "😀", "我", "http://a ", "a.", "' "})
    void aMillionOfAnythingHasFeaturesInASecond(String part) {
        String text = part.repeat(1_000_000 / part.length());

        TextFeatures features =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(3), () -> EXTRACTOR.extract(text, "en"));

        assertThat(features.tokens()).isLessThanOrEqualTo(FeatureExtractor.MOST_TOKENS);
        assertThat(features.hashes().length).isLessThan(1_000_000);
    }

    @Property(tries = 500)
    void anyStringHasGroupsOneBehindTheOther(@ForAll @StringLength(max = 300) String text) {
        TextFeatures features = EXTRACTOR.extract(text, "en");
        int end = 0;
        for (int token = 0; token < features.tokens(); token++) {
            assertThat(features.tokenStart(token)).isEqualTo(end);
            assertThat(features.tokenEnd(token)).isGreaterThan(end);
            end = features.tokenEnd(token);
        }
        for (FeatureGroup group : FeatureGroup.values()) {
            assertThat(features.end(group)).isGreaterThanOrEqualTo(features.start(group));
        }
        assertThat(features.start(FeatureGroup.WORDS)).isEqualTo(end);
        for (int i = 0; i < features.concepts(); i++) {
            assertThat(features.conceptToken(i)).isBetween(0, features.tokens() - 1);
        }
    }

    @Property(tries = 200)
    void theSameStringHasTheSameFeatures(@ForAll @StringLength(max = 300) String text) {
        assertThat(EXTRACTOR.extract(text, "en").hashes())
                .isEqualTo(EXTRACTOR.extract(text, "en").hashes());
    }
}
