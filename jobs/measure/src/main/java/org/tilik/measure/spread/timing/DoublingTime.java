// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.timing;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The hours in which the number of new copies doubles, while it grows exponentially.
 *
 * <pre>
 * log(new copies in bin i) = a + r t_i + e_i          ordinary least squares over bins that have copies
 * doubling time  = ln 2 / r
 * interval       = [ln 2 / (r + t s_r), ln 2 / (r − t s_r)]      t: quantile of Student's t with bins − 2 degrees of freedom
 * </pre>
 *
 * <p>The interval of r turned over. Where that of r holds 0, copies may not grow at all, and where it lies below, they
 * decline: there is no doubling time. Bins without copies have no logarithm; they are left out and counted, and with more of
 * them than of others there is none. Fewer than four bins with copies say nothing of a line.
 *
 * <p>Copies follow copies, so that the errors of neighbouring bins are not independent, and small counts vary more than
 * large ones: the interval is that of a line, not of a process. Same r and s_r as {@code lm} of R and {@code linregress} of
 * scipy.
 *
 * @param outcome whether there is a doubling time
 * @param window over which bins
 * @param hours doubling time; NaN without one
 * @param ciLow low end, hours
 * @param ciHigh high end, hours
 * @param ratePerHour r; NaN where no line could be drawn
 * @param rateError s_r
 * @param bins bins with copies in the window
 * @param emptyBins bins without copies in the window
 */
public record DoublingTime(
        Outcome outcome,
        GrowthWindow window,
        double hours,
        double ciLow,
        double ciHigh,
        double ratePerHour,
        double rateError,
        int bins,
        int emptyBins) {

    private static final int LEAST_BINS = 4;

    /** Whether copies doubled at a rate. */
    public enum Outcome {
        /** They did. */
        GROWS,
        /** NONE: fewer than four bins of the window have copies. */
        NONE_FEW_BINS,
        /** NONE: more bins of the window are without copies than with. */
        NONE_SPARSE,
        /** NONE: the interval of the rate holds 0. */
        NONE_RATE_SPANS_ZERO,
        /** NONE: the interval of the rate lies below 0. */
        NONE_DECLINES
    }

    /** The doubling time over a window; {@code level} of confidence such as 0.95. */
    public static DoublingTime of(CopyBins bins, GrowthWindow window, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("The confidence level is " + level + ", expected between 0 and 1.");
        }
        int end = window.end(bins);
        double[] place = new double[end];
        double[] log = new double[end];
        int used = 0;
        for (int i = 0; i < end; i++) {
            if (bins.copies(i) > 0) {
                place[used] = i;
                log[used++] = Math.log((double) bins.copies(i));
            }
        }
        if (used < LEAST_BINS) {
            return none(Outcome.NONE_FEW_BINS, window, used, end - used);
        }
        if (end - used > used) {
            return none(Outcome.NONE_SPARSE, window, used, end - used);
        }
        Line line = Line.through(Arrays.copyOf(place, used), Arrays.copyOf(log, used));
        double margin = line.error() * TDistribution.of(used - 2.0).inverseSurvivalProbability((1 - level) / 2);
        return of(window, bins.binHours(), line, margin, used, end - used);
    }

    /** A least-squares line: its slope and the standard error of that. */
    private record Line(double slope, double error) {
        static Line through(double[] x, double[] y) {
            double meanX = Arrays.stream(x).average().orElseThrow();
            double meanY = Arrays.stream(y).average().orElseThrow();
            double squares = 0;
            double products = 0;
            for (int i = 0; i < x.length; i++) {
                squares += (x[i] - meanX) * (x[i] - meanX);
                products += (x[i] - meanX) * (y[i] - meanY);
            }
            double slope = products / squares;
            double residuals = 0;
            for (int i = 0; i < x.length; i++) {
                double residual = y[i] - meanY - slope * (x[i] - meanX);
                residuals += residual * residual;
            }
            return new Line(slope, Math.sqrt(residuals / (x.length - 2) / squares));
        }
    }

    private static DoublingTime of(GrowthWindow window, double width, Line line, double margin, int used, int empty) {
        double slope = line.slope();
        boolean grows = slope - margin > 0;
        Outcome outcome =
                grows ? Outcome.GROWS : slope + margin < 0 ? Outcome.NONE_DECLINES : Outcome.NONE_RATE_SPANS_ZERO;
        double factor = grows ? Math.log(2) * width : Double.NaN;
        return new DoublingTime(
                outcome,
                window,
                factor / slope,
                factor / (slope + margin),
                factor / (slope - margin),
                slope / width,
                line.error() / width,
                used,
                empty);
    }

    private static DoublingTime none(Outcome outcome, GrowthWindow window, int used, int empty) {
        double nan = Double.NaN;
        return new DoublingTime(outcome, window, nan, nan, nan, nan, nan, used, empty);
    }
}
