// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

/**
 * The Turnbull curve of one sample with brackets.
 *
 * @param fit over all causes
 * @param tolerance of its masses
 * @param innermost first and last interval of the fit in the innermost interval of the sample that holds each of them;
 *     null where they are the same
 */
record IntervalSample(IntervalFit fit, double tolerance, int[][] innermost) implements SampleCurve {

    /** A curve whose intervals are the sample's own. */
    static IntervalSample of(IntervalFit fit, double tolerance) {
        return new IntervalSample(fit, tolerance, null);
    }

    @Override
    public double[] quantile(double start, double p) {
        int first = fit.firstAfter(start);
        double gone = 0;
        for (int i = first; i < fit.size() && i <= fit.partEnd(first); i++) {
            gone += fit.massGiven(first, i);
            if (gone >= p - tolerance && fit.upper(i) < Double.POSITIVE_INFINITY) {
                return innermost == null
                        ? new double[] {fit.lower(i), fit.upper(i)}
                        : new double[] {fit.lower(innermost[0][i]), fit.upper(innermost[1][i])};
            }
        }
        return SampleCurve.notReached();
    }

    @Override
    public double[] survivalAt(double start, double[] times) {
        double[] survival = new double[times.length];
        int first = fit.firstAfter(start);
        int end = first < fit.size() ? fit.partEnd(first) + 1 : first;
        double s = 1;
        int i = first;
        for (int next = 0; next < times.length; next++) {
            for (; i < end && fit.upper(i) <= times[next]; i++) {
                s -= fit.massGiven(first, i);
            }
            survival[next] = Math.max(0, s);
        }
        return survival;
    }
}
