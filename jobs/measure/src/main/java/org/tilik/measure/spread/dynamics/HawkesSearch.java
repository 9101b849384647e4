// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The search for the most likely parameters, in a box that the data's own lags and hours set. */
final class HawkesSearch {

    private static final int SCALES = 12;
    private static final int SEARCHES = 4;
    private static final double[] RATIOS = {0.2, 0.7};
    private static final double[] EXPONENTS = {0.5, 1.5, 4};
    private static final double LEAST_RATIO = 1e-6;
    private static final double MOST_RATIO = 1e3;
    /** By how much a maximum must be better than another to count as such. */
    private static final double MARGIN = 1e-7;

    private final List<EventSequence> sequences;
    private final KernelShape shape;
    private final Immigration immigration;
    private final int events;
    private final HawkesLikelihood likelihood;
    private final int rates;
    private final double[] low;
    private final double[] high;
    private final double shortest;
    private final double longest;
    private final double rate;

    HawkesSearch(List<EventSequence> sequences, KernelShape shape, Immigration immigration, int events, double hours) {
        this.sequences = sequences;
        this.shape = shape;
        this.immigration = immigration;
        this.events = events;
        this.likelihood = new HawkesLikelihood(sequences, shape, immigration);
        this.rates = HawkesLikelihood.rates(immigration);
        this.rate = events / hours;
        double[] gaps = gaps(sequences);
        this.shortest = gaps.length == 0 ? 1 : gaps[gaps.length / 20];
        this.longest = sequences.stream().mapToDouble(EventSequence::end).max().orElseThrow();
        double least = gaps.length == 0 ? 1 : gaps[0];
        this.low = new double[likelihood.parameters()];
        this.high = new double[low.length];
        box(0, LEAST_RATIO, MOST_RATIO);
        if (rates == 2) {
            box(1, 1e-6 * rate, 1e3 * rate);
        }
        if (shape == KernelShape.EXPONENTIAL) {
            box(rates, 1e-3 / longest, 1e2 / least);
        } else {
            box(rates, 1e-2, 1e2);
            box(rates + 1, 1e-2 * least, 1e3 * longest);
        }
    }

    private void box(int i, double least, double most) {
        low[i] = Math.log(least);
        high[i] = Math.log(most);
    }

    private static double[] gaps(List<EventSequence> sequences) {
        double[] gaps = new double
                [sequences.stream()
                        .mapToInt(events -> Math.max(0, events.size() - 1))
                        .sum()];
        int n = 0;
        for (EventSequence events : sequences) {
            for (int i = 1; i < events.size(); i++) {
                gaps[n++] = events.time(i) - events.time(i - 1);
            }
        }
        Arrays.sort(gaps);
        return gaps;
    }

    List<EventSequence> sequences() {
        return sequences;
    }

    KernelShape shape() {
        return shape;
    }

    Immigration immigration() {
        return immigration;
    }

    int events() {
        return events;
    }

    /** The longest sequence, in hours. */
    double longest() {
        return longest;
    }

    HawkesModel model(double[] logs) {
        return HawkesModel.of(logs, shape, immigration);
    }

    /** The search on other sequences that were made by the same clock. */
    HawkesSearch on(List<EventSequence> others, int otherEvents) {
        return new HawkesSearch(others, shape, immigration, otherEvents, events / rate);
    }

    /** The best of all starts. */
    Outcome<LogScaleMaximum> maximum() {
        double[] gradient = new double[low.length];
        List<double[]> starts = starts();
        List<LogScaleMaximum> found = starts.stream()
                .filter(start -> Double.isFinite(likelihood.at(start, gradient)))
                .sorted(Comparator.comparingDouble((double[] start) -> -likelihood.at(start, gradient)))
                .limit(SEARCHES)
                .map(start -> LogScaleMaximum.of(likelihood, start, low, high, -1))
                .toList();
        return best(found);
    }

    /** From one start only. */
    Outcome<LogScaleMaximum> maximumFrom(double[] start) {
        return best(List.of(LogScaleMaximum.of(likelihood, inside(start), low, high, -1)));
    }

    /** The most likely other parameters at a given logarithm of n*. */
    LogScaleMaximum profile(double logRatio, double[] start) {
        double[] from = inside(start);
        from[0] = logRatio;
        return LogScaleMaximum.of(likelihood, from, low, high, 0);
    }

    double leastLogRatio() {
        return low[0];
    }

    double mostLogRatio() {
        return high[0];
    }

    private double[] inside(double[] start) {
        double[] x = start.clone();
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.min(high[i], Math.max(low[i], x[i]));
        }
        return x;
    }

    private Outcome<LogScaleMaximum> best(List<LogScaleMaximum> found) {
        LogScaleMaximum best = null;
        for (LogScaleMaximum candidate : found) {
            double margin = best == null ? 0 : MARGIN * (1 + Math.abs(best.value()));
            boolean better = best == null
                    || candidate.value() > best.value() + margin
                    || (candidate.converged() && !best.converged() && candidate.value() >= best.value() - margin);
            if (better) {
                best = candidate;
            }
        }
        if (best == null) {
            return Outcome.none(NoEstimate.NOT_CONVERGED);
        }
        return best.converged() ? Outcome.of(best) : Outcome.none(reason(best));
    }

    /** Without excitation the kernel means nothing, and the search may end anywhere in it. */
    private boolean isNoBetterThanImmigrationAlone(LogScaleMaximum stopped) {
        double alone = events * Math.log(rate) - events;
        return immigration.isPresent() && stopped.value() <= alone + 1e-4;
    }

    private NoEstimate reason(LogScaleMaximum stopped) {
        int i = stopped.boundary();
        if (isNoBetterThanImmigrationAlone(stopped)) {
            return NoEstimate.NO_EXCITATION;
        }
        if (i < 0) {
            return NoEstimate.NOT_CONVERGED;
        }
        boolean atLow = stopped.point()[i] <= low[i];
        if (i >= rates) {
            return NoEstimate.KERNEL_AT_BOUNDARY;
        }
        if (!atLow) {
            return NoEstimate.RATE_AT_BOUNDARY;
        }
        return i == 0 ? NoEstimate.NO_EXCITATION : NoEstimate.NO_IMMIGRATION;
    }

    /** Kernels of typical lags from the shortest gaps to the longest sequence, with rates that fit their number. */
    private List<double[]> starts() {
        List<double[]> starts = new ArrayList<>();
        double from = Math.log(shortest / 3);
        double to = Math.log(longest);
        for (int s = 0; s < SCALES; s++) {
            double scale = Math.exp(from + (to - from) * s / (SCALES - 1));
            if (shape == KernelShape.EXPONENTIAL) {
                addStarts(starts, 1 / scale);
            } else {
                for (double theta : EXPONENTS) {
                    addStarts(starts, theta, scale * theta);
                }
            }
        }
        return starts;
    }

    private void addStarts(List<double[]> starts, double... kernel) {
        if (rates == 1) {
            // Given the kernel, the most likely n* is known: offspring over what of the kernel was watched.
            Kernel lags = shape.kernel(kernel);
            double watched = 0;
            for (EventSequence sequence : sequences) {
                for (int i = 0; i < sequence.size(); i++) {
                    watched += lags.cumulative(sequence.end() - sequence.time(i));
                }
            }
            starts.add(start(kernel, events / watched));
        } else {
            for (double ratio : RATIOS) {
                starts.add(start(kernel, ratio, (1 - ratio) * rate));
            }
        }
    }

    private double[] start(double[] kernel, double... first) {
        double[] logs = new double[low.length];
        for (int i = 0; i < rates; i++) {
            logs[i] = Math.log(first[i]);
        }
        for (int k = 0; k < kernel.length; k++) {
            logs[rates + k] = Math.log(kernel[k]);
        }
        return inside(logs);
    }
}
