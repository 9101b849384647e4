// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Every two of several groups compared, with p values that stay honest although many are looked at.
 *
 * <p>Adjusted by Holm, A simple sequentially rejective multiple test procedure, 1979, Scandinavian Journal of
 * Statistics 6:65–70, jstor:4615733: the k-th smallest of m p values is multiplied by m − k + 1, never falling below
 * the one before nor above 1; the chance of one or more false findings stays below the level, however the tests depend
 * on each other. Pairs that cannot be compared do not count in m.
 */
public final class PairwiseComparison {

    private PairwiseComparison() {}

    /** All pairs by a rank test. */
    public static List<PairTest> of(List<Group> groups, LogRankTest test) {
        return of(groups, pair -> test.test(pair).map(TestResult::p));
    }

    /** All pairs by any test that gives a p value, such as {@link IntervalScoreTest}. */
    public static List<PairTest> of(List<Group> groups, Function<List<Group>, Outcome<Double>> test) {
        List<PairTest> pairs = new ArrayList<>();
        for (int g = 0; g < groups.size(); g++) {
            for (int h = g + 1; h < groups.size(); h++) {
                Outcome<Double> p = test.apply(List.of(groups.get(g), groups.get(h)));
                pairs.add(new PairTest(groups.get(g).name(), groups.get(h).name(), p, Double.NaN));
            }
        }
        double[] defined = pairs.stream()
                .filter(pair -> pair.p().isDefined())
                .mapToDouble(pair -> pair.p().orElseThrow())
                .toArray();
        double[] adjusted = holm(defined);
        List<PairTest> result = new ArrayList<>();
        int next = 0;
        for (PairTest pair : pairs) {
            result.add(
                    pair.p().isDefined()
                            ? new PairTest(pair.first(), pair.second(), pair.p(), adjusted[next++])
                            : pair);
        }
        return List.copyOf(result);
    }

    /** Holm's adjusted p values, in the order given. */
    public static double[] holm(double[] p) {
        double[] sorted = p.clone();
        Arrays.sort(sorted);
        double[] stepped = new double[p.length];
        double largest = 0;
        for (int k = 0; k < sorted.length; k++) {
            largest = Math.max(largest, Math.min(1, (sorted.length - k) * sorted[k]));
            stepped[k] = largest;
        }
        double[] adjusted = new double[p.length];
        for (int i = 0; i < p.length; i++) {
            // Equal p values share what the first of them has.
            int k = 0;
            while (sorted[k] < p[i]) {
                k++;
            }
            adjusted[i] = stepped[k];
        }
        return adjusted;
    }
}
