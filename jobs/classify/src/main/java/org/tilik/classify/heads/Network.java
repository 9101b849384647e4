// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.heads;

import static org.tilik.classify.heads.NetworkShape.HEADS;
import static org.tilik.classify.heads.NetworkShape.SPACE;
import static org.tilik.classify.heads.NetworkShape.WIDTH;

import java.util.List;
import org.tilik.classify.features.FeatureGroup;
import org.tilik.classify.features.TextFeatures;

/**
 * Scores the features of a text for each head, in log odds before calibration: the mean of a linear sum over all features
 * and of a convolution over the tokens (after Kim 2014, Convolutional Neural Networks for Sentence Classification,
 * doi:10.3115/v1/D14-1181, with hashed subwords in place of word vectors).
 *
 * <p>Weights of features are single bytes; sums are whole numbers, and floating-point operations have one order, so that
 * scores are the same on every machine. Immutable; 20 MiB at 2^20 rows.
 */
public final class Network {
    private static final long LANES = 0x00FF00FF00FF00FFL;
    private static final int ZERO = 128;
    private static final int MOST_IN_LANE = 256;
    private static final float STYLE_WEIGHT = 0.16f;
    private static final List<FeatureGroup> WHOLE_TEXT =
            List.of(FeatureGroup.WORDS, FeatureGroup.CONCEPTS, FeatureGroup.STYLE);

    private final NetworkShape shape;
    private final long[] table;

    /** The first four bytes of each row again, for features that do not place a token: they are found sooner among fewer. */
    private final int[] headTable;

    private final float[] scale;
    /** For each place of the space the weights towards the filters, by token of the window, the last one first. */
    private final float[][] projection;

    private final float[] kernelBias;
    private final float[] output;
    private final float[] directBias;
    private final float[] outputBias;

    Network(NetworkWeights weights) {
        shape = weights.shape();
        table = pack(weights.table());
        headTable = new int[shape.rows()];
        for (int row = 0; row < headTable.length; row++) {
            headTable[row] = (int) table[2 * row];
        }
        scale = weights.scale();
        projection = projection(weights);
        kernelBias = weights.kernelBias();
        output = weights.output();
        directBias = weights.directBias();
        outputBias = weights.outputBias();
    }

    private static float[][] projection(NetworkWeights weights) {
        int filters = weights.shape().filters();
        float[][] projection = new float[SPACE][WIDTH * filters];
        for (int w = 0; w < WIDTH; w++) {
            for (int d = 0; d < SPACE; d++) {
                int to = (WIDTH - 1 - w) * filters;
                System.arraycopy(weights.kernel(), (w * SPACE + d) * filters, projection[d], to, filters);
            }
        }
        return projection;
    }

    /** Two longs a row, each byte moved to be at least 0. */
    private static long[] pack(byte[] bytes) {
        long[] packed = new long[bytes.length / 8];
        for (int i = 0; i < bytes.length; i++) {
            packed[i >>> 3] |= (long) (bytes[i] + ZERO) << (8 * (i & 7));
        }
        return packed;
    }

    /** Weight of a group in the linear sum, by the number of its features. */
    public static float weight(FeatureGroup group, int features) {
        if (group == FeatureGroup.STYLE) {
            return STYLE_WEIGHT;
        }
        return (float) (1 / Math.sqrt(Math.max(1, features)));
    }

    /** Log odds of each head. */
    public float[] score(TextFeatures features) {
        float[] direct = directBias.clone();
        float[] space = new float[features.tokens() * SPACE];
        addTokens(features, direct, space);
        addGroups(features, direct);
        addConcepts(features, space);
        float[] convolved = convolve(space, features.tokens());
        float[] score = new float[HEADS];
        for (int head = 0; head < HEADS; head++) {
            score[head] = (direct[head] + convolved[head]) / 2;
        }
        return score;
    }

    /** Sums the rows of each token. */
    private void addTokens(TextFeatures features, float[] direct, float[] space) {
        long[] rows = tokenRows(features);
        long total0 = 0;
        long total1 = 0;
        long total2 = 0;
        long total3 = 0;
        int count = 0;
        for (int token = 0; token < features.tokens(); token++) {
            int from = features.tokenStart(token);
            int to = Math.min(features.tokenEnd(token), from + MOST_IN_LANE);
            long even0 = 0;
            long odd0 = 0;
            long even1 = 0;
            long odd1 = 0;
            for (int i = from; i < to; i++) {
                long low = rows[2 * i];
                long high = rows[2 * i + 1];
                even0 += low & LANES;
                odd0 += (low >>> 8) & LANES;
                even1 += high & LANES;
                odd1 += (high >>> 8) & LANES;
            }
            int n = to - from;
            count += n;
            total0 += even0 & 0xFFFF;
            total1 += odd0 & 0xFFFF;
            total2 += (even0 >>> 16) & 0xFFFF;
            total3 += (odd0 >>> 16) & 0xFFFF;
            float norm = weight(FeatureGroup.TOKENS, n);
            int base = token * SPACE;
            int zero = ZERO * n;
            for (int pair = 0; pair < 2; pair++) {
                int lane = 32 + 16 * pair;
                space[base + 2 * pair] = lane(even0, lane, zero, norm);
                space[base + 2 * pair + 1] = lane(odd0, lane, zero, norm);
            }
            for (int pair = 0; pair < 4; pair++) {
                space[base + 4 + 2 * pair] = lane(even1, 16 * pair, zero, norm);
                space[base + 4 + 2 * pair + 1] = lane(odd1, 16 * pair, zero, norm);
            }
            for (int i = 0; i < SPACE; i++) {
                space[base + i] *= scale[HEADS + i];
            }
        }
        float norm = weight(FeatureGroup.TOKENS, count);
        long zero = (long) ZERO * count;
        direct[0] += norm * (scale[0] * (total0 - zero));
        direct[1] += norm * (scale[1] * (total1 - zero));
        direct[2] += norm * (scale[2] * (total2 - zero));
        direct[3] += norm * (scale[3] * (total3 - zero));
    }

    /**
     * The rows of all tokens one behind the other. The table is larger than what the processor holds near; while nothing is done
     * with a row but moving it, many are fetched at a time.
     */
    private long[] tokenRows(TextFeatures features) {
        int[] hashes = features.hashes();
        int shift = 32 - shape.tableBits();
        int to = features.end(FeatureGroup.TOKENS);
        long[] rows = new long[2 * to];
        for (int i = 0; i < to; i++) {
            int at = (hashes[i] >>> shift) << 1;
            rows[2 * i] = table[at];
            rows[2 * i + 1] = table[at + 1];
        }
        return rows;
    }

    private static float lane(long sums, int shift, int zero, float norm) {
        return norm * (((int) (sums >>> shift) & 0xFFFF) - zero);
    }

    /** Adds the groups that belong to the whole text; their rows are fetched first, as those of tokens are. */
    private void addGroups(TextFeatures features, float[] direct) {
        int[] hashes = features.hashes();
        int shift = 32 - shape.tableBits();
        int begin = features.start(FeatureGroup.WORDS);
        int[] rows = new int[features.end(FeatureGroup.STYLE) - begin];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = headTable[hashes[begin + i] >>> shift];
        }
        for (FeatureGroup group : WHOLE_TEXT) {
            addRows(
                    rows,
                    features.start(group) - begin,
                    features.end(group) - begin,
                    weight(group, features.end(group) - features.start(group)),
                    direct);
        }
    }

    private void addRows(int[] rows, int from, int to, float norm, float[] direct) {
        int sum0 = 0;
        int sum1 = 0;
        int sum2 = 0;
        int sum3 = 0;
        for (int i = from; i < to; i++) {
            int row = rows[i];
            sum0 += row & 0xFF;
            sum1 += (row >>> 8) & 0xFF;
            sum2 += (row >>> 16) & 0xFF;
            sum3 += row >>> 24;
        }
        int zero = ZERO * (to - from);
        direct[0] += norm * (scale[0] * (sum0 - zero));
        direct[1] += norm * (scale[1] * (sum1 - zero));
        direct[2] += norm * (scale[2] * (sum2 - zero));
        direct[3] += norm * (scale[3] * (sum3 - zero));
    }

    private void addConcepts(TextFeatures features, float[] space) {
        for (int c = 0; c < features.concepts(); c++) {
            int at = shape.row(features.conceptHash(c)) * 2;
            int base = features.conceptToken(c) * SPACE;
            long low = table[at];
            long high = table[at + 1];
            for (int i = 0; i < SPACE; i++) {
                long word = i < 4 ? low >>> (32 + 8 * i) : high >>> (8 * (i - 4));
                space[base + i] += scale[HEADS + i] * ((int) (word & 0xFF) - ZERO);
            }
        }
    }

    private float[] convolve(float[] space, int tokens) {
        int filters = shape.filters();
        float[] sums = new float[filters];
        float[] most = new float[filters];
        // Answers of the filters around the token before, this one and the next, as far as the tokens up to this one
        // say.
        float[] answers = new float[WIDTH * filters];
        for (int w = 1; w < WIDTH; w++) {
            System.arraycopy(kernelBias, 0, answers, w * filters, filters);
        }
        for (int token = 0; token < tokens; token++) {
            System.arraycopy(answers, filters, answers, 0, (WIDTH - 1) * filters);
            System.arraycopy(kernelBias, 0, answers, (WIDTH - 1) * filters, filters);
            addProducts(space, token * SPACE, answers);
            if (token > 0) {
                pool(answers, most, sums);
            }
        }
        if (tokens > 0) {
            System.arraycopy(answers, filters, answers, 0, filters);
            pool(answers, most, sums);
        }
        float norm = (float) (1 / Math.sqrt(Math.max(1, tokens)));
        float[] heads = outputBias.clone();
        for (int head = 0; head < HEADS; head++) {
            int from = head * 2 * filters;
            float sum = 0;
            for (int f = 0; f < filters; f++) {
                sum += output[from + f] * most[f];
                sum += output[from + filters + f] * (norm * sums[f]);
            }
            heads[head] += sum;
        }
        return heads;
    }

    /** Adds the products of one token's place in the space with all weights; four places at a time, which processors do side by side. */
    private void addProducts(float[] space, int from, float[] answers) {
        for (int d = 0; d < SPACE; d += 4) {
            addProducts(
                    answers,
                    space[from + d],
                    projection[d],
                    space[from + d + 1],
                    projection[d + 1],
                    space[from + d + 2],
                    projection[d + 2],
                    space[from + d + 3],
                    projection[d + 3]);
        }
    }

    private static void addProducts(
            float[] answers, float a, float[] as, float b, float[] bs, float c, float[] cs, float d, float[] ds) {
        for (int i = 0; i < answers.length; i++) {
            answers[i] += a * as[i] + b * bs[i] + (c * cs[i] + d * ds[i]);
        }
    }

    /**
     * Takes the first answers into their greatest, which is not below 0, and their sums as far as they are positive: halves of
     * the answer and its size added, which is exact and which processors do side by side.
     */
    private static void pool(float[] answers, float[] most, float[] sums) {
        for (int f = 0; f < most.length; f++) {
            float answer = answers[f];
            most[f] = Math.max(most[f], answer);
            sums[f] += (answer + Math.abs(answer)) * 0.5f;
        }
    }

    /** Sizes of the network. */
    public NetworkShape shape() {
        return shape;
    }
}
