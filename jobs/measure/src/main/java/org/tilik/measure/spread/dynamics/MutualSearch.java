// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The search for β, all else being the best for it. */
final class MutualSearch {

    private static final int GRID = 30;
    private static final int MOST_STEPS = 100;
    private static final double PRECISION = 1e-11;

    /**
     * The best for one β.
     *
     * @param rows μ, then α, by kind
     * @param slope by log β, all else being the best for it
     */
    record At(double logBeta, double value, double slope, double[][] rows) {}

    private final List<MarkedEvents> sequences;
    private final int kinds;
    private final Immigration immigration;

    MutualSearch(List<MarkedEvents> sequences, int kinds, Immigration immigration) {
        this.sequences = sequences;
        this.kinds = kinds;
        this.immigration = immigration;
    }

    List<MarkedEvents> sequences() {
        return sequences;
    }

    int kinds() {
        return kinds;
    }

    Immigration immigration() {
        return immigration;
    }

    MutualSums sums(double logBeta) {
        return new MutualSums(sequences, kinds, immigration, Math.exp(logBeta));
    }

    Outcome<At> maximum() {
        double longest = sequences.stream().mapToDouble(MarkedEvents::end).max().orElseThrow();
        double from = Math.log(0.1 / longest);
        double to = Math.log(10 / shortestGap(longest));
        At[] grid = new At[GRID];
        int best = 0;
        for (int g = 0; g < GRID; g++) {
            Optional<At> at = at(from + (to - from) * g / (GRID - 1));
            if (at.isEmpty()) {
                return Outcome.none(NoEstimate.NOT_CONVERGED);
            }
            grid[g] = at.get();
            best = grid[g].value() > grid[best].value() ? g : best;
        }
        if (best == 0 || best == GRID - 1) {
            boolean nothing = Arrays.stream(grid[best].rows())
                    .allMatch(row -> Arrays.stream(row).skip(1).allMatch(alpha -> alpha == 0));
            return Outcome.none(nothing ? NoEstimate.NO_EXCITATION : NoEstimate.KERNEL_AT_BOUNDARY);
        }
        return level(grid[best - 1], grid[best + 1]);
    }

    /** Where the slope is 0 between two values of β, by bisection with secants. */
    private Outcome<At> level(At below, At above) {
        At left = below;
        At right = above;
        for (int k = 0; k < MOST_STEPS; k++) {
            double middle = (left.logBeta() + right.logBeta()) / 2;
            boolean secant = k % 3 != 2 && left.slope() > 0 && right.slope() < 0;
            double x = secant
                    ? left.logBeta()
                            + (right.logBeta() - left.logBeta()) * left.slope() / (left.slope() - right.slope())
                    : middle;
            Optional<At> next = at(x);
            if (next.isEmpty()) {
                return Outcome.none(NoEstimate.NOT_CONVERGED);
            }
            At at = next.get();
            if (Math.abs(at.slope()) <= PRECISION * (1 + Math.abs(at.value()))
                    || right.logBeta() - left.logBeta() < PRECISION) {
                return Outcome.of(at);
            }
            if (at.slope() > 0) {
                left = at;
            } else {
                right = at;
            }
        }
        return Outcome.none(NoEstimate.NOT_CONVERGED);
    }

    private Optional<At> at(double logBeta) {
        MutualSums sums = sums(logBeta);
        double[][] rows = new double[kinds][];
        double value = 0;
        double slope = 0;
        for (int i = 0; i < kinds; i++) {
            double[] start = new double[kinds + 1];
            Arrays.fill(start, 0.5 / kinds);
            start[0] = 0.5 * sums.size(i) / sums.expected(0);
            Optional<double[]> row = new MutualRow(sums, i).maximum(start);
            if (row.isEmpty()) {
                return Optional.empty();
            }
            rows[i] = row.get();
            value += sums.value(i, rows[i]);
            slope += sums.slopeByLogBeta(i, rows[i]);
        }
        return Optional.of(new At(logBeta, value, slope, rows));
    }

    /** The 5 % point of gaps between different times. */
    private double shortestGap(double otherwise) {
        double[] gaps = sequences.stream()
                .flatMapToDouble(events ->
                        IntStream.range(1, events.size()).mapToDouble(i -> events.time(i) - events.time(i - 1)))
                .filter(gap -> gap > 0)
                .sorted()
                .toArray();
        return gaps.length == 0 ? otherwise : gaps[gaps.length / 20];
    }
}
