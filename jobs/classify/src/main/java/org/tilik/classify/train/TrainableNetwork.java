// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

import static org.tilik.classify.heads.NetworkShape.HEADS;
import static org.tilik.classify.heads.NetworkShape.ROW;
import static org.tilik.classify.heads.NetworkShape.SPACE;
import static org.tilik.classify.heads.NetworkShape.WIDTH;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.tilik.classify.features.FeatureGroup;
import org.tilik.classify.heads.Network;
import org.tilik.classify.heads.NetworkShape;

/**
 * The network in floating point, with its answer to one text at a time and the way back from errors to weights.
 *
 * <p>The linear sum and the convolution learn side by side, each from its own error; their mean is the score. Steps are
 * those of AdaGrad (Duchi, Hazan, Singer 2011, Adaptive subgradient methods, JMLR 12).
 */
final class TrainableNetwork {
    private static final float CALM_TABLE = 1e-4f;
    private static final float CALM_SPACE = 1e-5f;
    private static final float CALM_DENSE = 1e-2f;
    private static final float CALM_BIAS = 1f;
    private static final float FIRST_SPREAD = 0.5f;

    private final NetworkShape shape;
    private final int filters;

    final float[] table;
    final float[] kernel;
    final float[] kernelBias;
    final float[] output;
    final float[] directBias = new float[HEADS];
    final float[] outputBias = new float[HEADS];

    private final float[] tableSquares;
    private final float[] kernelSquares;
    private final float[] kernelBiasSquares;
    private final float[] outputSquares;
    private final float[] directBiasSquares = new float[HEADS];
    private final float[] outputBiasSquares = new float[HEADS];

    /** Log odds of each head by the linear sum for the text seen last. */
    final float[] direct = new float[HEADS];

    /** Log odds of each head by the convolution for the text seen last. */
    final float[] convolved = new float[HEADS];

    private final float[] groupSums = new float[HEADS];
    private final float[] pooled;
    private final float[] pooledErrors;
    private final float[] kernelErrors;
    private final int[] greatest;
    private float[] space = new float[0];
    private float[] answers = new float[0];
    private float[] spaceErrors = new float[0];
    private float[] answerErrors = new float[0];

    TrainableNetwork(NetworkShape shape, SplittableRandom random) {
        this.shape = shape;
        filters = shape.filters();
        table = new float[shape.rows() * ROW];
        for (int i = 0; i < table.length; i++) {
            table[i] = i % ROW < HEADS ? 0 : (float) ((random.nextDouble() - 0.5) * FIRST_SPREAD);
        }
        tableSquares = new float[shape.rows() * (HEADS + 1)];
        kernel = new float[shape.kernelSize()];
        double spread = StrictMath.sqrt(6.0 / (WIDTH * SPACE));
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) ((2 * random.nextDouble() - 1) * spread);
        }
        output = new float[shape.outputSize()];
        for (int i = 0; i < output.length; i++) {
            output[i] = (float) ((2 * random.nextDouble() - 1) * 0.17);
        }
        kernelSquares = new float[kernel.length];
        kernelBias = new float[filters];
        kernelBiasSquares = new float[filters];
        outputSquares = new float[output.length];
        pooled = new float[2 * filters];
        pooledErrors = new float[2 * filters];
        kernelErrors = new float[filters];
        greatest = new int[filters];
    }

    NetworkShape shape() {
        return shape;
    }

    /** Answers to a text; the answers are then in {@link #direct} and {@link #convolved}. */
    void answer(Thinning text) {
        reserve(text.tokens);
        System.arraycopy(directBias, 0, direct, 0, HEADS);
        sumTokens(text);
        sumGroup(text.rows, text.tokensEnd, text.wordsEnd, FeatureGroup.WORDS);
        sumGroup(text.rows, text.wordsEnd, text.conceptsEnd, FeatureGroup.CONCEPTS);
        sumGroup(text.rows, text.conceptsEnd, text.end, FeatureGroup.STYLE);
        for (int i = 0; i < text.concepts; i++) {
            int at = text.conceptRows[i] * ROW + HEADS;
            int base = text.conceptTokens[i] * SPACE;
            for (int d = 0; d < SPACE; d++) {
                space[base + d] += table[at + d];
            }
        }
        convolve(text.tokens);
    }

    private void reserve(int tokens) {
        if (space.length < tokens * SPACE) {
            space = new float[2 * tokens * SPACE];
            spaceErrors = new float[space.length];
            answers = new float[2 * tokens * filters];
            answerErrors = new float[answers.length];
        }
    }

    private void sumTokens(Thinning text) {
        Arrays.fill(groupSums, 0);
        for (int token = 0; token < text.tokens; token++) {
            int base = token * SPACE;
            Arrays.fill(space, base, base + SPACE, 0);
            int from = text.tokenStart(token);
            int to = text.tokenEnds[token];
            for (int i = from; i < to; i++) {
                int at = text.rows[i] * ROW;
                for (int head = 0; head < HEADS; head++) {
                    groupSums[head] += table[at + head];
                }
                for (int d = 0; d < SPACE; d++) {
                    space[base + d] += table[at + HEADS + d];
                }
            }
            float norm = Network.weight(FeatureGroup.TOKENS, to - from);
            for (int d = 0; d < SPACE; d++) {
                space[base + d] *= norm;
            }
        }
        addToDirect(Network.weight(FeatureGroup.TOKENS, text.tokensEnd));
    }

    private void sumGroup(int[] rows, int from, int to, FeatureGroup group) {
        Arrays.fill(groupSums, 0);
        for (int i = from; i < to; i++) {
            int at = rows[i] * ROW;
            for (int head = 0; head < HEADS; head++) {
                groupSums[head] += table[at + head];
            }
        }
        addToDirect(Network.weight(group, to - from));
    }

    private void addToDirect(float weight) {
        for (int head = 0; head < HEADS; head++) {
            direct[head] += weight * groupSums[head];
        }
    }

    private void convolve(int tokens) {
        Arrays.fill(pooled, 0);
        Arrays.fill(greatest, -1);
        for (int token = 0; token < tokens; token++) {
            int base = token * filters;
            System.arraycopy(kernelBias, 0, answers, base, filters);
            for (int w = 0; w < WIDTH; w++) {
                int seen = token + w - WIDTH / 2;
                if (seen >= 0 && seen < tokens) {
                    for (int d = 0; d < SPACE; d++) {
                        float value = space[seen * SPACE + d];
                        int at = (w * SPACE + d) * filters;
                        for (int f = 0; f < filters; f++) {
                            answers[base + f] += value * kernel[at + f];
                        }
                    }
                }
            }
            for (int f = 0; f < filters; f++) {
                float answer = answers[base + f];
                if (answer > 0) {
                    pooled[filters + f] += answer;
                    if (answer > pooled[f]) {
                        pooled[f] = answer;
                        greatest[f] = token;
                    }
                }
            }
        }
        float norm = meanWeight(tokens);
        for (int f = 0; f < filters; f++) {
            pooled[filters + f] *= norm;
        }
        for (int head = 0; head < HEADS; head++) {
            float sum = outputBias[head];
            int at = head * 2 * filters;
            for (int i = 0; i < 2 * filters; i++) {
                sum += output[at + i] * pooled[i];
            }
            convolved[head] = sum;
        }
    }

    private static float meanWeight(int tokens) {
        return (float) (1 / Math.sqrt(Math.max(1, tokens)));
    }

    /**
     * Learns from the errors of the text that was answered last.
     *
     * @param directErrors probability minus label by the linear sum, 0 where nothing is stated
     * @param convolvedErrors the same by the convolution
     * @param step size of the steps in the table
     * @param denseStep size of the steps elsewhere
     */
    void learn(Thinning text, float[] directErrors, float[] convolvedErrors, float step, float denseStep) {
        findErrorsOfSpace(text.tokens, convolvedErrors);
        stepOutput(convolvedErrors, denseStep);
        stepKernel(text.tokens, denseStep);
        stepBias(directBias, directBiasSquares, directErrors, denseStep);
        stepTable(text, directErrors, step);
    }

    private void findErrorsOfSpace(int tokens, float[] errors) {
        for (int i = 0; i < 2 * filters; i++) {
            float sum = 0;
            for (int head = 0; head < HEADS; head++) {
                sum += errors[head] * output[head * 2 * filters + i];
            }
            pooledErrors[i] = sum;
        }
        float norm = meanWeight(tokens);
        Arrays.fill(spaceErrors, 0, tokens * SPACE, 0);
        for (int token = 0; token < tokens; token++) {
            int base = token * filters;
            for (int f = 0; f < filters; f++) {
                float error = 0;
                if (answers[base + f] > 0) {
                    error = pooledErrors[filters + f] * norm + (greatest[f] == token ? pooledErrors[f] : 0);
                }
                answerErrors[base + f] = error;
            }
            for (int w = 0; w < WIDTH; w++) {
                int seen = token + w - WIDTH / 2;
                if (seen >= 0 && seen < tokens) {
                    for (int d = 0; d < SPACE; d++) {
                        int at = (w * SPACE + d) * filters;
                        float sum = 0;
                        for (int f = 0; f < filters; f++) {
                            sum += answerErrors[base + f] * kernel[at + f];
                        }
                        spaceErrors[seen * SPACE + d] += sum;
                    }
                }
            }
        }
    }

    private void stepOutput(float[] errors, float step) {
        for (int head = 0; head < HEADS; head++) {
            if (errors[head] != 0) {
                int at = head * 2 * filters;
                for (int i = 0; i < 2 * filters; i++) {
                    step(output, outputSquares, at + i, errors[head] * pooled[i], step, CALM_DENSE);
                }
            }
        }
        stepBias(outputBias, outputBiasSquares, errors, step);
    }

    private static void stepBias(float[] bias, float[] squares, float[] errors, float step) {
        for (int head = 0; head < HEADS; head++) {
            step(bias, squares, head, errors[head], step, CALM_BIAS);
        }
    }

    private void stepKernel(int tokens, float step) {
        for (int w = 0; w < WIDTH; w++) {
            int shift = w - WIDTH / 2;
            for (int d = 0; d < SPACE; d++) {
                Arrays.fill(kernelErrors, 0);
                for (int token = Math.max(0, -shift); token < Math.min(tokens, tokens - shift); token++) {
                    float value = space[(token + shift) * SPACE + d];
                    int base = token * filters;
                    for (int f = 0; f < filters; f++) {
                        kernelErrors[f] += value * answerErrors[base + f];
                    }
                }
                int at = (w * SPACE + d) * filters;
                for (int f = 0; f < filters; f++) {
                    step(kernel, kernelSquares, at + f, kernelErrors[f], step, CALM_DENSE);
                }
            }
        }
        Arrays.fill(kernelErrors, 0);
        for (int token = 0; token < tokens; token++) {
            for (int f = 0; f < filters; f++) {
                kernelErrors[f] += answerErrors[token * filters + f];
            }
        }
        for (int f = 0; f < filters; f++) {
            step(kernelBias, kernelBiasSquares, f, kernelErrors[f], step, CALM_BIAS);
        }
    }

    private void stepTable(Thinning text, float[] errors, float step) {
        float tokenWeight = Network.weight(FeatureGroup.TOKENS, text.tokensEnd);
        for (int token = 0; token < text.tokens; token++) {
            int from = text.tokenStart(token);
            int to = text.tokenEnds[token];
            float weight = Network.weight(FeatureGroup.TOKENS, to - from);
            float square = meanSquare(token) * weight * weight;
            for (int i = from; i < to; i++) {
                stepHeads(text.rows[i], errors, tokenWeight, step);
                stepSpace(text.rows[i], token, weight, square, step);
            }
        }
        stepGroup(text.rows, text.tokensEnd, text.wordsEnd, FeatureGroup.WORDS, errors, step);
        stepGroup(text.rows, text.wordsEnd, text.conceptsEnd, FeatureGroup.CONCEPTS, errors, step);
        stepGroup(text.rows, text.conceptsEnd, text.end, FeatureGroup.STYLE, errors, step);
        for (int i = 0; i < text.concepts; i++) {
            int token = text.conceptTokens[i];
            stepSpace(text.conceptRows[i], token, 1, meanSquare(token), step);
        }
    }

    private float meanSquare(int token) {
        float sum = 0;
        for (int d = 0; d < SPACE; d++) {
            float error = spaceErrors[token * SPACE + d];
            sum += error * error;
        }
        return sum / SPACE;
    }

    private void stepGroup(int[] rows, int from, int to, FeatureGroup group, float[] errors, float step) {
        float weight = Network.weight(group, to - from);
        for (int i = from; i < to; i++) {
            stepHeads(rows[i], errors, weight, step);
        }
    }

    private void stepHeads(int row, float[] errors, float weight, float step) {
        int squares = row * (HEADS + 1);
        for (int head = 0; head < HEADS; head++) {
            if (errors[head] != 0) {
                float slope = errors[head] * weight;
                float sum = tableSquares[squares + head] += slope * slope;
                table[row * ROW + head] -= step * slope / (float) Math.sqrt(sum + CALM_TABLE);
            }
        }
    }

    private void stepSpace(int row, int token, float weight, float square, float step) {
        float sum = tableSquares[row * (HEADS + 1) + HEADS] += square;
        float factor = step * weight / (float) Math.sqrt(sum + CALM_SPACE);
        int at = row * ROW + HEADS;
        for (int d = 0; d < SPACE; d++) {
            table[at + d] -= factor * spaceErrors[token * SPACE + d];
        }
    }

    private static void step(float[] weights, float[] squares, int at, float slope, float step, float calm) {
        float sum = squares[at] += slope * slope;
        weights[at] -= step * slope / (float) Math.sqrt(sum + calm);
    }
}
