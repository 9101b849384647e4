// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.heads;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.tilik.classify.Head;
import org.tilik.classify.features.ConceptLexicon;

/** Small models for tests. */
public final class Models {
    private static final NetworkShape SHAPE = new NetworkShape(10, 4);

    private Models() {}

    /** A model whose weights are drawn at random, with calibrations of all languages together and of Indonesian. */
    public static Model random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] table = new byte[SHAPE.rows() * NetworkShape.ROW];
        random.nextBytes(table);
        NetworkWeights weights = new NetworkWeights(
                SHAPE,
                table,
                floats(NetworkShape.ROW, 0.01, random),
                floats(SHAPE.kernelSize(), 0.5, random),
                floats(SHAPE.filters(), 0.5, random),
                floats(SHAPE.outputSize(), 0.5, random),
                floats(NetworkShape.HEADS, 1, random),
                floats(NetworkShape.HEADS, 1, random));
        return new Model(
                "random",
                weights,
                new Calibration(Map.of(Calibration.ALL_LANGUAGES, heads(1, 0, 0.5), "id", heads(0.7, -0.3, 0.44))),
                ConceptLexicon.none());
    }

    /** A model that gives each text these log odds, by head, at a threshold of one half. */
    public static Model constant(Map<Head, Double> logOdds) {
        float[] bias = new float[NetworkShape.HEADS];
        logOdds.forEach((head, value) -> bias[NetworkShape.index(head)] = value.floatValue());
        NetworkWeights weights = new NetworkWeights(
                SHAPE,
                new byte[SHAPE.rows() * NetworkShape.ROW],
                new float[NetworkShape.ROW],
                new float[SHAPE.kernelSize()],
                new float[SHAPE.filters()],
                new float[SHAPE.outputSize()],
                bias,
                bias.clone());
        return new Model(
                "constant",
                weights,
                new Calibration(Map.of(Calibration.ALL_LANGUAGES, heads(1, 0, 0.5), "fr", heads(1, 0, 0.99))),
                ConceptLexicon.none());
    }

    private static float[] floats(int count, double spread, SplittableRandom random) {
        float[] floats = new float[count];
        for (int i = 0; i < count; i++) {
            floats[i] = (float) (spread * (2 * random.nextDouble() - 1));
        }
        return floats;
    }

    private static Map<Head, HeadCalibration> heads(double slope, double intercept, double threshold) {
        Map<Head, HeadCalibration> heads = new HashMap<>();
        for (Head head : Head.values()) {
            heads.put(head, new HeadCalibration(slope, intercept, threshold));
        }
        return new EnumMap<>(heads);
    }
}
