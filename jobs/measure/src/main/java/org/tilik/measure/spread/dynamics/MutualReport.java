// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Intervals, shares and caveats of the maximum that was found. */
final class MutualReport {

    private static final double DIFFERENCE = 1e-4;

    private final MutualSearch search;
    private final MutualSearch.At at;
    private final double z;
    private final int kinds;

    MutualReport(MutualSearch search, MutualSearch.At at, double z) {
        this.search = search;
        this.at = at;
        this.z = z;
        this.kinds = search.kinds();
    }

    MutualFit fit() {
        MutualModel model = MutualModel.of(at.rows(), Math.exp(at.logBeta()));
        MutualSums sums = search.sums(at.logBeta());
        double radius = model.spectralRadius();
        // Parameters above 0, kind by kind, then β.
        int[] free = IntStream.range(0, kinds * (kinds + 1))
                .filter(f -> parameter(f) > 0)
                .toArray();
        SymmetricSystem information = SymmetricSystem.of(information(sums, free), 0);
        List<List<ParameterEstimate>> offspring = new ArrayList<>();
        for (int i = 0; i < kinds; i++) {
            List<ParameterEstimate> row = new ArrayList<>();
            for (int a = 1; a <= kinds; a++) {
                int position = Arrays.binarySearch(free, i * (kinds + 1) + a);
                String name = "offspring_" + i + "_" + (a - 1);
                row.add(
                        position < 0
                                ? new ParameterEstimate(name, 0, Double.NaN, Double.NaN)
                                : ParameterEstimate.onLogScale(
                                        name, Math.log(at.rows()[i][a]), information.standardError(position), z));
            }
            offspring.add(row);
        }
        List<GoodnessOfFit> fits = fits(model);
        return new MutualFit(
                model,
                offspring,
                ParameterEstimate.onLogScale("beta_per_hour", at.logBeta(), information.standardError(free.length), z),
                at.value(),
                radius,
                IntStream.range(0, kinds)
                        .mapToObj(i -> DoubleStream.of(sums.attributed(i, at.rows()[i]))
                                .boxed()
                                .toList())
                        .toList(),
                fits,
                IntStream.range(0, kinds).mapToObj(sums::size).toList(),
                search.sequences().stream().mapToInt(MarkedEvents::ties).sum(),
                search.sequences().stream().mapToInt(MarkedEvents::afterEnd).sum(),
                caveats(model, radius, fits));
    }

    private double parameter(int f) {
        return at.rows()[f / (kinds + 1)][f % (kinds + 1)];
    }

    private Set<HawkesCaveat> caveats(MutualModel model, double radius, List<GoodnessOfFit> fits) {
        Set<HawkesCaveat> caveats = EnumSet.noneOf(HawkesCaveat.class);
        if (radius >= 1) {
            caveats.add(HawkesCaveat.SUPERCRITICAL);
        }
        double longest =
                search.sequences().stream().mapToDouble(MarkedEvents::end).max().orElseThrow();
        if (new Kernel.Exponential(model.beta()).medianLag() > longest) {
            caveats.add(HawkesCaveat.SLOWER_THAN_FOLLOW_UP);
        }
        if (fits.stream().anyMatch(fit -> fit.p() < 0.05 / kinds)) {
            caveats.add(HawkesCaveat.POOR_FIT);
        }
        return caveats;
    }

    /** Minus the second derivatives by the logarithms of the free parameters and of β. */
    private double[][] information(MutualSums sums, int[] free) {
        int n = free.length;
        double[][] information = new double[n + 1][n + 1];
        MutualSums above = search.sums(at.logBeta() + DIFFERENCE);
        MutualSums below = search.sums(at.logBeta() - DIFFERENCE);
        for (int i = 0; i < kinds; i++) {
            double[] p = at.rows()[i];
            double[][] within = sums.information(i, p);
            double[] up = above.gradient(i, p);
            double[] down = below.gradient(i, p);
            information[n][n] -= (above.slopeByLogBeta(i, p) - below.slopeByLogBeta(i, p)) / (2 * DIFFERENCE);
            for (int f = 0; f < n; f++) {
                if (free[f] / (kinds + 1) == i) {
                    int a = free[f] % (kinds + 1);
                    for (int g = 0; g < n; g++) {
                        if (free[g] / (kinds + 1) == i) {
                            int b = free[g] % (kinds + 1);
                            information[f][g] = within[a][b] * p[a] * p[b];
                        }
                    }
                    information[f][n] = -(up[a] - down[a]) / (2 * DIFFERENCE) * p[a];
                    information[n][f] = information[f][n];
                }
            }
        }
        return information;
    }

    private List<GoodnessOfFit> fits(MutualModel model) {
        List<GoodnessOfFit> fits = new ArrayList<>();
        for (double[] increments : MutualRescaling.increments(model, search.sequences(), search.immigration())) {
            Arrays.sort(increments);
            double distance = KolmogorovDistribution.distanceFromExponential(increments);
            fits.add(new GoodnessOfFit(
                    distance,
                    increments.length,
                    KolmogorovDistribution.tail(distance, increments.length),
                    GoodnessOfFit.PValueMethod.ASYMPTOTIC_STEPHENS));
        }
        return fits;
    }
}
