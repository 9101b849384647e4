// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.families;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * For how many of the first {@code horizon} hours since its first copy a family had at least one visible copy.
 *
 * <pre>
 * low   = length of the union of [begun at the latest, gone at the earliest] over spans, within the horizon
 * high  = length of the union of [begun at the earliest, gone at the latest]; a copy not seen gone may be there still
 * </pre>
 *
 * <p>Exact where every copy's end is known or lies after the horizon. Only for families whose new copies were sighted for
 * the whole horizon.
 *
 * @param low at least, hours
 * @param high at most, hours
 */
public record VisibleTime(double low, double high) {

    /** The visible time of a family within a horizon of hours. */
    public static VisibleTime of(Family family, double horizon) {
        double origin = family.firstPosted();
        List<Copy.Span> spans =
                family.copies().stream().flatMap(copy -> copy.spans().stream()).toList();
        double low = union(
                spans, span -> span.from().by() - origin, span -> span.until().after() - origin, horizon);
        double high = union(
                spans,
                span -> span.from().after() - origin,
                span -> span.until().by() - origin,
                horizon);
        return new VisibleTime(low, high);
    }

    private static double union(
            List<Copy.Span> spans, ToDoubleFunction<Copy.Span> begin, ToDoubleFunction<Copy.Span> end, double horizon) {
        double covered = 0;
        double until = 0;
        for (Copy.Span span :
                spans.stream().sorted(Comparator.comparingDouble(begin)).toList()) {
            double from = Math.max(until, begin.applyAsDouble(span));
            double to = Math.min(horizon, end.applyAsDouble(span));
            if (to > from) {
                covered += to - from;
                until = to;
            }
        }
        return covered;
    }

    /**
     * The mean over families, with a normal interval that reaches from the low end for the low mean to the high end for the
     * high mean; families are independent. NaN without families, and no interval where no two differ.
     *
     * @param families number of families
     */
    public record Mean(int families, double low, double high, double ciLow, double ciHigh) {

        /** The mean of what each family was visible at least and at most, with an interval of this level. */
        public static Mean of(double[] low, double[] high, double level) {
            double z = CumulativeMean.z(level);
            return new Mean(
                    low.length,
                    mean(low),
                    mean(high),
                    Math.max(0, mean(low) - z * standardError(low)),
                    mean(high) + z * standardError(high));
        }

        private static double mean(double[] values) {
            // Sorted, so that the sum does not depend on the order in which families come.
            return Arrays.stream(values).sorted().average().orElse(Double.NaN);
        }

        private static double standardError(double[] values) {
            double mean = mean(values);
            double squares =
                    Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
            int n = values.length;
            return n < 2 || squares == 0 ? Double.NaN : Math.sqrt(squares / (n - 1) / n);
        }
    }

    /** Whether the new copies of a family were sighted for the whole horizon. */
    public static boolean isSightedFor(Family family, double horizon) {
        return family.sightedUntil() - family.firstPosted() >= horizon;
    }
}
