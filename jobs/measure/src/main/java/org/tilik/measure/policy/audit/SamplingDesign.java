// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tilik.measure.removal.DesignSamples;

/**
 * How a stratified random sample of items was drawn, and what totals over it say about all items of the frame.
 *
 * <pre>
 * w_i = (1 / π_i) (Σ_h 1/π of those drawn) / (Σ_h 1/π of those coded)     drawn but not coded: w = 0
 * total of v     Σ w_i v_i
 * variance       Σ_h n_h/(n_h − 1) Σ_i (1 − 1/w_i) (w_i v_i − A_h)²        A_h = Σ (1 − 1/w_i) w_i v_i / Σ (1 − 1/w_i)
 * </pre>
 *
 * <p>The total is that of Horvitz and Thompson, A generalization of sampling without replacement from a finite universe,
 * 1952, doi:10.1080/01621459.1952.10483446; the variance that of Hájek, Asymptotic theory of rejective sampling with
 * varying probabilities from a finite population, 1964, doi:10.1214/aoms/1177700375, within strata. Where all items of a
 * stratum had one probability it is N² (1 − n/N) s² / n, without approximation. Items that nobody coded, or whose coders
 * do not agree, are taken to be like the coded ones of their stratum; the weight of a stratum without any coded item is
 * spread over all. Strata with one coded item are joined for the variance, a single one of them with the smallest other.
 */
public final class SamplingDesign {
    private final double[] weight;
    /** Stratum for the variance, from 0; −1 = not coded. */
    private final int[] stratum;

    private final int[] codedInStratum;
    private final int uncoveredStrata;

    private SamplingDesign(double[] weight, int[] stratum, int strata, int uncoveredStrata) {
        this.weight = weight;
        this.stratum = stratum;
        this.uncoveredStrata = uncoveredStrata;
        this.codedInStratum = new int[strata];
        for (int s : stratum) {
            if (s >= 0) {
                codedInStratum[s]++;
            }
        }
    }

    /** Collects the drawn items. */
    public static Builder builder() {
        return new Builder();
    }

    /** Number of items drawn. */
    public int size() {
        return weight.length;
    }

    /** Number of items coded. */
    public int coded() {
        return Arrays.stream(codedInStratum).sum();
    }

    /** Strata of which no drawn item was coded. */
    public int uncoveredStrata() {
        return uncoveredStrata;
    }

    /** How many items of the frame item i stands for; 0 = it was not coded. */
    public double weight(int i) {
        return weight[i];
    }

    /** Whether item i has a label. */
    public boolean isCoded(int i) {
        return stratum[i] >= 0;
    }

    /** The number of items of the frame, as the sample has it. */
    public double frameSize() {
        return Arrays.stream(weight).sum();
    }

    /**
     * The same sample with weights that add up to the number of items known to be in the frame. They differ where the
     * frame has changed since the draw, or where part of the sample was not returned.
     */
    public SamplingDesign calibratedTo(double frameSize) {
        double factor = frameSize / frameSize();
        if (!(factor > 0 && Double.isFinite(factor))) {
            throw new IllegalArgumentException("The frame has " + frameSize + " items and the sample stands for "
                    + frameSize() + "; expected a coded sample of a frame that is not empty.");
        }
        return new SamplingDesign(
                Arrays.stream(weight).map(w -> w * factor).toArray(), stratum, codedInStratum.length, uncoveredStrata);
    }

    /** Σ w v over the coded items. */
    double total(double[] values) {
        double sum = 0;
        for (int i = 0; i < weight.length; i++) {
            sum += isCoded(i) ? weight[i] * values[i] : 0;
        }
        return sum;
    }

    /** The variance of the total. */
    double variance(double[] values) {
        return covariance(values, values);
    }

    /** The covariance of two totals. */
    double covariance(double[] one, double[] other) {
        int strata = codedInStratum.length;
        double[] rest = new double[strata];
        double[] centreOne = new double[strata];
        double[] centreOther = new double[strata];
        for (int i = 0; i < weight.length; i++) {
            if (isCoded(i)) {
                rest[stratum[i]] += unseen(i);
                centreOne[stratum[i]] += unseen(i) * weight[i] * one[i];
                centreOther[stratum[i]] += unseen(i) * weight[i] * other[i];
            }
        }
        double sum = 0;
        for (int i = 0; i < weight.length; i++) {
            int s = stratum[i];
            if (s >= 0 && rest[s] > 0) {
                double n = codedInStratum[s];
                sum += unseen(i)
                        * (n > 1 ? n / (n - 1) : 1)
                        * (weight[i] * one[i] - centreOne[s] / rest[s])
                        * (weight[i] * other[i] - centreOther[s] / rest[s]);
            }
        }
        return sum;
    }

    /** Share of what item i stands for that was not drawn. */
    private double unseen(int i) {
        return Math.max(0, 1 - 1 / weight[i]);
    }

    /** Coded items less strata, over the strata that hold some item of the domain; at least 1. */
    double degreesOfFreedom(boolean[] domain) {
        boolean[] holds = new boolean[codedInStratum.length];
        for (int i = 0; i < domain.length; i++) {
            if (isCoded(i) && domain[i]) {
                holds[stratum[i]] = true;
            }
        }
        int freedom = 0;
        for (int s = 0; s < holds.length; s++) {
            freedom += holds[s] ? codedInStratum[s] - 1 : 0;
        }
        return Math.max(1, freedom);
    }

    /** Bootstrap samples within the strata, for curves; item i is unit i. */
    public DesignSamples samples(long seed) {
        return new DesignSamples(stratum, seed);
    }

    /** Collects drawn items; the number of an item is its place. */
    public static final class Builder {
        private final List<String> strata = new ArrayList<>();
        private final List<Double> probabilities = new ArrayList<>();
        private final List<Boolean> coded = new ArrayList<>();

        private Builder() {}

        /**
         * Adds one drawn item.
         *
         * @param stratum name of the stratum that it was drawn from
         * @param inclusionProbability probability by which it was drawn, in (0, 1]
         * @param isCoded whether it has a label
         */
        public Builder add(String stratum, double inclusionProbability, boolean isCoded) {
            if (!(inclusionProbability > 0 && inclusionProbability <= 1)) {
                throw new IllegalArgumentException("Item " + (strata.size() + 1)
                        + " of the sample: the inclusion probability is " + inclusionProbability
                        + ", expected above 0 and at most 1.");
            }
            strata.add(stratum);
            probabilities.add(inclusionProbability);
            coded.add(isCoded);
            return this;
        }

        /** The design; items keep the order in which they were added. */
        public SamplingDesign build() {
            Map<String, double[]> sums = new TreeMap<>();
            double all = 0;
            double reached = 0;
            for (int i = 0; i < strata.size(); i++) {
                double[] sum = sums.computeIfAbsent(strata.get(i), key -> new double[3]);
                sum[0] += 1 / probabilities.get(i);
                sum[1] += coded.get(i) ? 1 / probabilities.get(i) : 0;
                sum[2] += coded.get(i) ? 1 : 0;
            }
            int uncovered = 0;
            for (double[] sum : sums.values()) {
                all += sum[0];
                reached += sum[2] > 0 ? sum[0] : 0;
                uncovered += sum[2] > 0 ? 0 : 1;
            }
            double spread = reached > 0 ? all / reached : 1;
            Map<String, Integer> numbers = numbers(sums);
            double[] weight = new double[strata.size()];
            int[] stratum = new int[strata.size()];
            for (int i = 0; i < weight.length; i++) {
                double[] sum = sums.get(strata.get(i));
                weight[i] = coded.get(i) ? sum[0] / sum[1] * spread / probabilities.get(i) : 0;
                stratum[i] = coded.get(i) ? numbers.get(strata.get(i)) : -1;
            }
            int count = numbers.values().stream().mapToInt(n -> n + 1).max().orElse(0);
            return new SamplingDesign(weight, stratum, count, uncovered);
        }

        /** Numbers of the strata for the variance, each with two coded items at least where there are two. */
        private static Map<String, Integer> numbers(Map<String, double[]> sums) {
            Map<String, Integer> numbers = new TreeMap<>();
            List<String> single = new ArrayList<>();
            String smallest = null;
            for (Map.Entry<String, double[]> entry : sums.entrySet()) {
                double coded = entry.getValue()[2];
                if (coded == 1) {
                    single.add(entry.getKey());
                } else if (coded > 1) {
                    numbers.put(entry.getKey(), numbers.size());
                    smallest = smallest == null || coded < sums.get(smallest)[2] ? entry.getKey() : smallest;
                }
            }
            int joined = single.size() == 1 && smallest != null ? numbers.get(smallest) : numbers.size();
            single.forEach(name -> numbers.put(name, joined));
            return numbers;
        }
    }
}
