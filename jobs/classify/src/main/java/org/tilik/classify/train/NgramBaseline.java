// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

import static org.tilik.classify.heads.NetworkShape.HEADS;

import java.util.List;
import java.util.SplittableRandom;
import org.tilik.classify.features.FeatureGroup;
import org.tilik.classify.heads.Network;

/**
 * The floor that a network must beat: logistic regression on hashed runs of characters, words and pairs of words, all heads
 * side by side, by AdaGrad.
 */
final class NgramBaseline {
    private static final float STEP = 0.2f;
    private static final float CALM = 1e-4f;
    private static final int EPOCHS = 3;

    private final float[] weights;
    private final float[] squares;
    private final float[] bias = new float[HEADS];
    private final float[] biasSquares = new float[HEADS];

    private NgramBaseline(int rows) {
        weights = new float[rows * HEADS];
        squares = new float[rows * HEADS];
    }

    static NgramBaseline train(List<TrainingRow> rows, int tableRows, long seed) {
        NgramBaseline baseline = new NgramBaseline(tableRows);
        SplittableRandom random = new SplittableRandom(seed);
        TrainingRow[] shuffled = rows.toArray(TrainingRow[]::new);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            for (int i = shuffled.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                TrainingRow row = shuffled[i];
                shuffled[i] = shuffled[other];
                shuffled[other] = row;
            }
            for (TrainingRow row : shuffled) {
                baseline.learn(row);
            }
        }
        return baseline;
    }

    /** Log odds of each head. */
    float[] score(TrainingRow row) {
        float[] score = bias.clone();
        add(row, 0, row.tokensEnd(), score);
        add(row, row.tokensEnd(), row.wordsEnd(), score);
        return score;
    }

    private void add(TrainingRow row, int from, int to, float[] score) {
        float[] sums = new float[HEADS];
        for (int i = from; i < to; i++) {
            for (int head = 0; head < HEADS; head++) {
                sums[head] += weights[row.rows()[i] * HEADS + head];
            }
        }
        for (int head = 0; head < HEADS; head++) {
            score[head] += weight(from, to) * sums[head];
        }
    }

    private static float weight(int from, int to) {
        return Network.weight(FeatureGroup.WORDS, to - from);
    }

    private void learn(TrainingRow row) {
        float[] errors = score(row);
        for (int head = 0; head < HEADS; head++) {
            byte target = row.targets()[head];
            errors[head] =
                    target == TrainingRow.UNSTATED ? 0 : (float) (1 / (1 + StrictMath.exp(-errors[head])) - target);
            step(bias, biasSquares, head, errors[head], 1);
        }
        learn(row, 0, row.tokensEnd(), errors);
        learn(row, row.tokensEnd(), row.wordsEnd(), errors);
    }

    private void learn(TrainingRow row, int from, int to, float[] errors) {
        float weight = weight(from, to);
        for (int i = from; i < to; i++) {
            for (int head = 0; head < HEADS; head++) {
                if (errors[head] != 0) {
                    step(weights, squares, row.rows()[i] * HEADS + head, errors[head] * weight, CALM);
                }
            }
        }
    }

    private static void step(float[] values, float[] squares, int at, float slope, float calm) {
        float sum = squares[at] += slope * slope;
        values[at] -= STEP * slope / (float) Math.sqrt(sum + calm);
    }
}
