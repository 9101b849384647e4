// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

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

    BootstrapIntervals(EstimationPlan plan) {
        Resampling resampling = new Resampling(plan.data, plan.options.seed());
        int left = plan.options.replicates();
        while (left > 0) {
            // Drawn one after the other, so that the numbers do not depend on how many are worked on together.
            List<double[]> drawn = new ArrayList<>();
            for (; left > 0 && drawn.size() < TOGETHER; left--) {
                drawn.add(resampling.next());
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
