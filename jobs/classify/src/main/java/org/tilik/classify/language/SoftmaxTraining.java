// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Multinomial logistic regression by stochastic gradient descent with step sizes of AdaGrad (Duchi, Hazan and Singer
 * 2011). Texts are cut to random lengths and lose random n-grams, so that no weight leans on company.
 */
final class SoftmaxTraining {
    private static final float RATE = 0.15f;
    private static final double KEPT = 0.6;

    private final int[] hashes;
    private final Map<Integer, Integer> featureOfHash = new HashMap<>();
    private final int languages;
    private final float[] weights;
    private final float[] squares;
    private final float[] biases;
    private final float[] logits;

    SoftmaxTraining(int[] hashes, int languages) {
        this.hashes = hashes.clone();
        for (int i = 0; i < hashes.length; i++) {
            featureOfHash.put(hashes[i], i);
        }
        this.languages = languages;
        this.weights = new float[hashes.length * languages];
        this.squares = new float[hashes.length * languages];
        Arrays.fill(squares, 0.02f);
        this.biases = new float[languages];
        this.logits = new float[languages];
    }

    /** One pass: as many texts of each language as its share says. */
    void pass(
            TrainingTexts texts,
            WritingSystem system,
            List<String> codes,
            int draws,
            float rate,
            SplittableRandom random) {
        int[] order = new int[codes.size() * draws];
        int length = 0;
        for (int language = 0; language < codes.size(); language++) {
            int share = (int) (draws * TrainingShares.of(codes.get(language)));
            for (int i = 0; i < share && length < order.length; i++) {
                order[length++] = language;
            }
        }
        shuffle(order, length, random);
        for (int i = 0; i < length; i++) {
            String text = texts.draw(codes.get(order[i]), system, random);
            learn(features(Ngrams.of(Words.of(Excerpt.of(text, random)), system), random), order[i], rate * RATE);
        }
    }

    private static void shuffle(int[] order, int length, SplittableRandom random) {
        for (int i = length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }

    private int[] features(Ngrams ngrams, SplittableRandom random) {
        int[] features = new int[ngrams.count()];
        int count = 0;
        for (int i = 0; i < features.length; i++) {
            Integer feature = featureOfHash.get(ngrams.hash(i));
            if (feature != null && random.nextDouble() < KEPT) {
                features[count++] = feature;
            }
        }
        return Arrays.copyOf(features, count);
    }

    private void learn(int[] features, int language, float rate) {
        if (features.length == 0) {
            return;
        }
        System.arraycopy(biases, 0, logits, 0, languages);
        for (int feature : features) {
            int row = feature * languages;
            for (int l = 0; l < languages; l++) {
                logits[l] += weights[row + l];
            }
        }
        toGradient(language);
        for (int feature : features) {
            int row = feature * languages;
            for (int l = 0; l < languages; l++) {
                float gradient = logits[l];
                float square = squares[row + l] + gradient * gradient;
                squares[row + l] = square;
                weights[row + l] -= rate * gradient / (float) Math.sqrt(square);
            }
        }
        for (int l = 0; l < languages; l++) {
            biases[l] -= 0.002f * rate * logits[l];
        }
    }

    private void toGradient(int language) {
        float most = Float.NEGATIVE_INFINITY;
        for (float logit : logits) {
            most = Math.max(most, logit);
        }
        double sum = 0;
        for (int l = 0; l < languages; l++) {
            logits[l] = (float) Math.exp(logits[l] - most);
            sum += logits[l];
        }
        for (int l = 0; l < languages; l++) {
            logits[l] = (float) (logits[l] / sum);
        }
        logits[language] -= 1;
    }

    /** The model in bytes: of each row the least weight is taken off, which changes no probability. */
    ModelFile.Part part(WritingSystem system, boolean closer, List<String> codes) {
        float widest = widest();
        float scale = widest / 255;
        byte[] bytes = new byte[weights.length];
        for (int row = 0; row < hashes.length; row++) {
            float least = least(row);
            for (int l = 0; l < languages; l++) {
                int value = Math.round((weights[row * languages + l] - least) / scale);
                bytes[row * languages + l] = (byte) Math.min(255, value);
            }
        }
        Calibration none = new Calibration(new float[Calibration.SIZE]);
        return new ModelFile.Part(system, closer, codes, biases, scale, none, hashes, bytes);
    }

    private float least(int row) {
        float least = Float.POSITIVE_INFINITY;
        for (int l = 0; l < languages; l++) {
            least = Math.min(least, weights[row * languages + l]);
        }
        return least;
    }

    /** Nearly the widest range of a row; the few wider ones are cut. */
    private float widest() {
        float[] ranges = new float[hashes.length];
        for (int row = 0; row < hashes.length; row++) {
            float most = Float.NEGATIVE_INFINITY;
            for (int l = 0; l < languages; l++) {
                most = Math.max(most, weights[row * languages + l]);
            }
            ranges[row] = most - least(row);
        }
        Arrays.sort(ranges);
        return Math.max(1e-3f, ranges[(int) ((ranges.length - 1) * 0.9995)]);
    }
}
