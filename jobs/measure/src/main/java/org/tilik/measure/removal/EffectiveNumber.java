// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

/**
 * How many items followed without censoring would say as much about a time as the items that are left, in items.
 *
 * <pre>
 * n'(t) = n(t) / S(t−)          n(t) at risk at t, S(t−) share visible just before
 * </pre>
 *
 * <p>Where items leave only because they went, n and S fall together and n' stays the number that began; censoring alone
 * makes it fall. A curve whose n' has become small rests on a handful of items that stand for many: one of two left that
 * goes takes half of the rest with it. The rows support a curve as long as n' is not below the least number asked for;
 * where fewer than twice that number began, as long as it is not below half of them.
 *
 * <p>Peto and others, Design and analysis of randomized clinical trials requiring prolonged observation of each patient,
 * II, 1977, doi:10.1038/bjc.1977.1 (its variance S² (1 − S) / n is that of n' items followed throughout); Dorey and Korn,
 * Effective sample sizes for confidence intervals for survival probabilities, 1987, doi:10.1002/sim.4780060605. An item
 * that went in a bracket counts until the bracket's end.
 */
final class EffectiveNumber {
    /** Expected numbers and quotients may end a rounding error below a whole number. */
    private static final double ROUNDING = 1e-9;

    private final SurvivalCurve curve;
    private final RemovalData data;
    private final double least;
    /** Items at risk at each point of the curve. */
    private final double[] followed;

    /** For a curve of these rows, of which {@code minAtRisk} must be left; at most 1 asks for nothing. */
    EffectiveNumber(SurvivalCurve curve, RemovalData data, double minAtRisk) {
        this.curve = curve;
        this.data = data;
        this.least = minAtRisk <= 1 ? 0 : Math.min(minAtRisk, data.totalWeight() / 2) - ROUNDING;
        this.followed = new double[curve.size() + 1];
        for (int i = 0; i < data.size(); i++) {
            followed[firstAfter(data.entry(i))] += data.weight(i);
            followed[firstAfter(data.exit(i))] -= data.weight(i);
        }
        for (int i = 1; i < followed.length; i++) {
            followed[i] += followed[i - 1];
        }
    }

    /** The first point that lies wholly after {@code hours}. */
    private int firstAfter(double hours) {
        int i = curve.indexAt(hours) + 1;
        while (i < curve.size() && curve.time(i) < hours) {
            i++;
        }
        return i;
    }

    /**
     * The last time, in hours, that the rows support of a curve that starts at {@code start}; +∞ if they support all of
     * it.
     */
    double lastSupported(double start) {
        int i = firstShortage(start);
        if (i == curve.size()) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.max(Math.max(0, start), i == 0 ? 0 : curve.timeHigh(i - 1));
    }

    /** Whether the rows support what a curve that starts at {@code start} says of the time until {@code end}. */
    boolean supports(double start, double end) {
        int shortage = firstShortage(start);
        return (shortage == curve.size() || curve.timeHigh(shortage) > end)
                && suffices(followedAt(end), curve.survivalAt(start), curve.survivalAt(end));
    }

    /** The first point of a curve that starts at {@code start} with too few; the number of points if there is none. */
    private int firstShortage(double start) {
        double atStart = curve.survivalAt(start);
        int i = curve.indexAt(start) + 1;
        while (i < curve.size()
                && (curve.timeHigh(i) == Double.POSITIVE_INFINITY
                        || suffices(followed[i], atStart, i == 0 ? 1 : curve.survival(i - 1)))) {
            i++;
        }
        return i;
    }

    private boolean suffices(double atRisk, double atStart, double visible) {
        return !(visible > 0) || atRisk * atStart / visible >= least;
    }

    private double followedAt(double hours) {
        double sum = 0;
        for (int i = 0; i < data.size(); i++) {
            sum += data.entry(i) < hours && hours <= data.exit(i) ? data.weight(i) : 0;
        }
        return sum;
    }
}
