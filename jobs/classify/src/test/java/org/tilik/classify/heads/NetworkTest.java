// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.tilik.classify.Head;
import org.tilik.classify.features.ConceptLexicon;
import org.tilik.classify.features.FeatureExtractor;
import org.tilik.classify.features.FeatureGroup;
import org.tilik.classify.features.TextFeatures;

class NetworkTest {
    private static final FeatureExtractor EXTRACTOR = new FeatureExtractor(ConceptLexicon.none());
    private static final Network NETWORK = Models.random(5).weights().network();

    private static float[] score(String text) {
        return NETWORK.score(EXTRACTOR.extract(text, "en"));
    }

    @Test
    void manyThreadsGetTheScoresOfOne() {
        List<String> texts = IntStream.range(0, 400)
                .mapToObj(i -> "calm sea number " + "abcdefghij".charAt(i % 10) + " of " + i)
                .toList();
        List<float[]> alone = texts.stream().map(NetworkTest::score).toList();
        List<float[]> together = texts.parallelStream().map(NetworkTest::score).toList();

        for (int i = 0; i < texts.size(); i++) {
            assertThat(together.get(i)).isEqualTo(alone.get(i));
        }
    }

    @Property(tries = 300)
    void anyTextHasFiniteScores(@ForAll @StringLength(max = 300) String text) {
        for (float score : score(text)) {
            assertThat(score).isFinite();
        }
    }

    @Test
    void greatestBytesInTheLongestTextsDoNotOverflow() {
        Model model = Models.random(6);
        byte[] table = new byte[model.weights().table().length];
        Arrays.fill(table, (byte) 127);
        float[] scale = new float[NetworkShape.ROW];
        Arrays.fill(scale, 1);
        NetworkWeights old = model.weights();
        Network network = new NetworkWeights(
                        old.shape(),
                        table,
                        scale,
                        new float[old.kernel().length],
                        new float[old.kernelBias().length],
                        new float[old.output().length],
                        new float[NetworkShape.HEADS],
                        new float[NetworkShape.HEADS])
                .network();
        String longest = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz ".repeat(FeatureExtractor.MOST_TOKENS);
        TextFeatures features = EXTRACTOR.extract(longest, "en");
        int inTokens = features.tokenEnd(features.tokens() - 1);
        int inWords = features.end(FeatureGroup.WORDS) - inTokens;
        double expected = (127 * (Math.sqrt(inTokens) + Math.sqrt(inWords) + 0.16 * 10)) / 2;

        for (float score : network.score(features)) {
            assertThat(score).isCloseTo((float) expected, within(1f));
        }
    }

    @Test
    void weightsMustFitTheirShape() {
        NetworkWeights weights = Models.random(7).weights();

        assertThatThrownBy(() -> new NetworkWeights(
                        new NetworkShape(11, 4),
                        weights.table(),
                        weights.scale(),
                        weights.kernel(),
                        weights.kernelBias(),
                        weights.output(),
                        weights.directBias(),
                        weights.outputBias()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("do not fit");
        assertThatThrownBy(() -> new NetworkShape(40, 4)).hasMessageContaining("No such network: 2^40 rows");
    }

    @Test
    void aLanguageOrHeadWithoutItsOwnCalibrationHasThatOfAll() {
        HeadCalibration all = new HeadCalibration(1, 0, 0.5);
        HeadCalibration own = new HeadCalibration(2, 1, 0.3);
        Map<Head, HeadCalibration> heads = new EnumMap<>(Head.class);
        for (Head head : Head.values()) {
            heads.put(head, all);
        }
        Calibration calibration =
                new Calibration(Map.of(Calibration.ALL_LANGUAGES, heads, "id", Map.of(Head.COUNTER, own)));

        assertThat(calibration.of("id", Head.COUNTER)).isEqualTo(own);
        assertThat(calibration.of("id", Head.HATEFUL)).isEqualTo(all);
        assertThat(calibration.of("sv", Head.COUNTER)).isEqualTo(all);
        assertThatThrownBy(() -> new Calibration(Map.of("id", heads)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("for all languages together");
    }

    @Test
    void logOddsBecomeProbabilities() {
        HeadCalibration calibration = new HeadCalibration(2, -1, 0.5);

        assertThat(calibration.probability(0.5)).isEqualTo(0.5);
        assertThat(calibration.probability(1e9)).isEqualTo(1);
        assertThat(calibration.probability(-1e9)).isZero();
    }
}
