// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.evaluate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Works out how right a head is. */
public final class Scoring {
    private static final int BANDS = 10;
    private static final double TAIL = 0.025;

    private Scoring() {}

    /**
     * The metrics of these labels.
     *
     * @param resamples bootstrap samples for the interval of macro-F1, at a confidence level of 0.95
     * @param seed seed of the bootstrap
     */
    public static HeadMetrics of(ScoredLabels labels, int resamples, long seed) {
        Confusion all = confusion(labels);
        double[] bootstrap = bootstrap(labels, resamples, new SplittableRandom(seed));
        return new HeadMetrics(
                labels.size(),
                (int) (all.hits() + all.misses()),
                all.precision(),
                all.recall(),
                all.specificity(),
                all.f1(),
                all.macroF1(),
                quantile(bootstrap, TAIL),
                quantile(bootstrap, 1 - TAIL),
                auc(labels),
                calibrationError(labels));
    }

    /** Right and wrong answers at the thresholds. */
    public static Confusion confusion(ScoredLabels labels) {
        long[] counts = new long[4];
        for (int i = 0; i < labels.size(); i++) {
            counts[cell(labels, i)]++;
        }
        return new Confusion(counts[3], counts[2], counts[1], counts[0]);
    }

    private static int cell(ScoredLabels labels, int i) {
        return (labels.predicted(i) ? 2 : 0) + (labels.label(i) ? 1 : 0);
    }

    /** Texts are drawn with replacement; counts of the four cells are all that macro-F1 needs. */
    private static double[] bootstrap(ScoredLabels labels, int resamples, SplittableRandom random) {
        double[] values = new double[resamples];
        for (int r = 0; r < resamples; r++) {
            long[] counts = new long[4];
            for (int i = 0; i < labels.size(); i++) {
                counts[cell(labels, random.nextInt(labels.size()))]++;
            }
            values[r] = new Confusion(counts[3], counts[2], counts[1], counts[0]).macroF1();
        }
        Arrays.sort(values);
        return values;
    }

    private static double quantile(double[] sorted, double p) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(p * sorted.length))];
    }

    /** Area under the ROC curve by ranks (Mann and Whitney 1947, doi:10.1214/aoms/1177730491), ties counted half. */
    static double auc(ScoredLabels labels) {
        int[] order = IntStream.range(0, labels.size())
                .boxed()
                .sorted(Comparator.comparingDouble(labels::probability))
                .mapToInt(Integer::intValue)
                .toArray();
        double positives = 0;
        double negatives = 0;
        double above = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            double up = 0;
            double down = 0;
            while (to < order.length && labels.probability(order[to]) == labels.probability(order[from])) {
                if (labels.label(order[to])) {
                    up++;
                } else {
                    down++;
                }
                to++;
            }
            above += up * (negatives + down / 2);
            positives += up;
            negatives += down;
            from = to;
        }
        return above / (positives * negatives);
    }

    /** Expected calibration error (Naeini, Cooper, Hauskrecht 2015, doi:10.1609/aaai.v29i1.9602), ten equal bands. */
    static double calibrationError(ScoredLabels labels) {
        double[] sum = new double[BANDS];
        double[] hits = new double[BANDS];
        for (int i = 0; i < labels.size(); i++) {
            int band = Math.min(BANDS - 1, (int) (labels.probability(i) * BANDS));
            sum[band] += labels.probability(i);
            hits[band] += labels.label(i) ? 1 : 0;
        }
        double error = 0;
        for (int band = 0; band < BANDS; band++) {
            error += Math.abs(sum[band] - hits[band]);
        }
        return error / labels.size();
    }
}
