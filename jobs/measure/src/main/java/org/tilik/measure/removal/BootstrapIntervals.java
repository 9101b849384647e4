// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Percentile intervals of estimates over seeded bootstrap samples.
 *
 * <pre>interval of level c = [quantile (1 − c)/2, quantile (1 + c)/2] of the B resampled estimates</pre>
 *
 * <p>Efron and Tibshirani, An Introduction to the Bootstrap, 1993, doi:10.1201/9780429246593, chapter 13. Samples in
 * which a number is not defined are left out; if more than half are, there is no interval. An end that is +∞ (a
 * quantile that samples do not reach) is NaN.
 */
final class BootstrapIntervals {

    /** Samples held at a time. */
    private static final int TOGETHER = Math.min(8, Runtime.getRuntime().availableProcessors());

    private final List<EstimationPlan.SampleNumbers> samples = new ArrayList<>();
    private final double tail;

    /** Over samples drawn as weights of the plan's rows. */
    BootstrapIntervals(EstimationPlan plan, Supplier<double[]> next) {
        int left = plan.options.replicates();
        while (left > 0) {
            // Drawn one after the other, so that the numbers do not depend on how many are worked on together.
            List<double[]> drawn = new ArrayList<>();
            for (; left > 0 && drawn.size() < TOGETHER; left--) {
                drawn.add(next.get());
            }
            samples.addAll(drawn.parallelStream().map(plan::numbers).toList());
        }
        this.tail = (1 - plan.options.confidenceLevel()) / 2;
    }

    double low(ToDoubleFunction<EstimationPlan.SampleNumbers> number) {
        return percentile(sorted(number), tail);
    }

    double high(ToDoubleFunction<EstimationPlan.SampleNumbers> number) {
        return percentile(sorted(number), 1 - tail);
    }

    /** Low end of the interval of how much higher a number is here than in others, over samples drawn together. */
    double lowOfDifference(
            ToDoubleFunction<EstimationPlan.SampleNumbers> number,
            BootstrapIntervals others,
            ToDoubleFunction<EstimationPlan.SampleNumbers> otherNumber) {
        return percentile(differences(number, others, otherNumber), tail);
    }

    /** High end of the same. */
    double highOfDifference(
            ToDoubleFunction<EstimationPlan.SampleNumbers> number,
            BootstrapIntervals others,
            ToDoubleFunction<EstimationPlan.SampleNumbers> otherNumber) {
        return percentile(differences(number, others, otherNumber), 1 - tail);
    }

    private double[] differences(
            ToDoubleFunction<EstimationPlan.SampleNumbers> number,
            BootstrapIntervals others,
            ToDoubleFunction<EstimationPlan.SampleNumbers> otherNumber) {
        return IntStream.range(0, samples.size())
                .mapToDouble(
                        i -> number.applyAsDouble(samples.get(i)) - otherNumber.applyAsDouble(others.samples.get(i)))
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    double standardError(ToDoubleFunction<EstimationPlan.SampleNumbers> number) {
        double[] values = sorted(number);
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return values.length < 2 ? Double.NaN : Math.sqrt(squares / (values.length - 1));
    }

    private double[] sorted(ToDoubleFunction<EstimationPlan.SampleNumbers> number) {
        return samples.stream()
                .mapToDouble(number)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    private double percentile(double[] values, double probability) {
        if (values.length * 2 <= samples.size()) {
            return Double.NaN;
        }
        double value = SampleQuantile.of(values, probability);
        return Double.isInfinite(value) ? Double.NaN : value;
    }
}
