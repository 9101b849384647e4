// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tilik.classify.Targets;
import org.tilik.classify.features.ConceptLexicon;
import org.tilik.classify.features.FeatureExtractor;
import org.tilik.classify.features.TextFeatures;
import org.tilik.classify.heads.Network;
import org.tilik.classify.heads.NetworkShape;
import org.tilik.classify.heads.NetworkWeights;

class QuantisationTest {
    private static final NetworkShape SHAPE = new NetworkShape(12, 8);
    private static final FeatureExtractor EXTRACTOR = new FeatureExtractor(ConceptLexicon.none());

    private static TrainableNetwork network(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TrainableNetwork network = new TrainableNetwork(SHAPE, random);
        for (int i = 0; i < network.table.length; i++) {
            network.table[i] = (float) (0.3 * (random.nextDouble() + random.nextDouble() - 1));
        }
        for (int head = 0; head < NetworkShape.HEADS; head++) {
            network.directBias[head] = (float) random.nextDouble();
            network.outputBias[head] = (float) -random.nextDouble();
        }
        return network;
    }

    @Test
    void theNetworkOfBytesScoresLikeThatOfFloats() {
        TrainableNetwork floats = network(3);
        Network bytes = Quantisation.of(floats).network();
        Thinning whole = new Thinning(0, 0, new SplittableRandom(0));
        for (String text : List.of(
                "", "calm", "The sea at Ostra is calm today!", "مدينة البحر", "我们去公园", "one two ".repeat(300))) {
            TextFeatures features = EXTRACTOR.extract(text, "en");
            whole.show(TrainingRow.of(features, new Targets(Map.of()), 1, SHAPE));
            floats.answer(whole);
            float[] score = bytes.score(features);
            for (int head = 0; head < NetworkShape.HEADS; head++) {
                assertThat(score[head])
                        .as(text)
                        .isCloseTo((floats.direct[head] + floats.convolved[head]) / 2, within(0.05f));
            }
        }
    }

    @Test
    void weightsAreRoundedToTheNearestStepOfTheirPlace() {
        TrainableNetwork floats = network(4);
        NetworkWeights weights = Quantisation.of(floats);
        for (int i = 0; i < floats.table.length; i++) {
            float step = weights.scale()[i % NetworkShape.ROW];
            assertThat(weights.table()[i] * step).isCloseTo(floats.table[i], within(0.51f * step));
        }
    }

    @Test
    void aPlaceThatLearntNothingStaysZero() {
        NetworkWeights weights = Quantisation.of(new TrainableNetwork(SHAPE, new SplittableRandom(1)));

        for (int i = 0; i < weights.table().length; i += NetworkShape.ROW) {
            assertThat(weights.table()[i]).isZero();
        }
        assertThat(weights.scale()[0]).isPositive();
    }
}
