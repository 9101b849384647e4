// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Intervals and caveats of a maximum that was found. */
final class HawkesReport {

    private static final int MOST_STEPS = 60;
    private static final double PRECISION = 1e-8;

    private final HawkesSearch search;
    private final LogScaleMaximum maximum;
    private final double z;

    HawkesReport(HawkesSearch search, LogScaleMaximum maximum, double z) {
        this.search = search;
        this.maximum = maximum;
        this.z = z;
    }

    HawkesFit fit(GoodnessOfFit goodness) {
        HawkesModel model = search.model(maximum.point());
        List<ParameterEstimate> parameters = parameters();
        double profileLow = profileEnd(-1);
        double profileHigh = profileEnd(1);
        List<EventSequence> sequences = search.sequences();
        return new HawkesFit(
                model,
                parameters.get(0),
                profileLow,
                profileHigh,
                parameters,
                maximum.value(),
                (int) sequences.stream().filter(events -> events.size() > 0).count(),
                search.events(),
                sequences.stream().mapToInt(EventSequence::afterEnd).sum(),
                goodness,
                caveats(model, profileLow, profileHigh, goodness));
    }

    private List<ParameterEstimate> parameters() {
        List<String> names = new ArrayList<>(List.of("branching_ratio"));
        if (search.immigration().isPresent()) {
            names.add("rate_per_hour");
        }
        names.addAll(
                search.shape() == KernelShape.EXPONENTIAL ? List.of("beta_per_hour") : List.of("theta", "c_hours"));
        List<ParameterEstimate> parameters = new ArrayList<>();
        double[] point = maximum.point();
        for (int i = 0; i < point.length; i++) {
            parameters.add(ParameterEstimate.onLogScale(names.get(i), point[i], maximum.standardError(i), z));
        }
        return parameters;
    }

    private Set<HawkesCaveat> caveats(HawkesModel model, double low, double high, GoodnessOfFit goodness) {
        Set<HawkesCaveat> caveats = EnumSet.noneOf(HawkesCaveat.class);
        add(caveats, HawkesCaveat.SUPERCRITICAL, model.branchingRatio() >= 1);
        add(caveats, HawkesCaveat.INTERVAL_REACHES_ONE, low < 1 && !(high < 1));
        add(caveats, HawkesCaveat.PROFILE_OPEN, Double.isNaN(low) || Double.isNaN(high));
        double lag = model.kernel().medianLag();
        List<EventSequence> sequences = search.sequences();
        double precision =
                sequences.stream().mapToDouble(EventSequence::precision).max().orElse(0);
        add(caveats, HawkesCaveat.FASTER_THAN_CLOCK, lag < precision);
        add(caveats, HawkesCaveat.SLOWER_THAN_FOLLOW_UP, lag > search.longest());
        add(caveats, HawkesCaveat.TIES_SPREAD, sequences.stream().anyMatch(events -> events.spreadTies() > 0));
        add(caveats, HawkesCaveat.POOR_FIT, goodness.p() < 0.05);
        return caveats;
    }

    private static void add(Set<HawkesCaveat> caveats, HawkesCaveat caveat, boolean holds) {
        if (holds) {
            caveats.add(caveat);
        }
    }

    /** Where twice the fall of the profile log-likelihood of log n* is z², below (−1) or above (1) the maximum. */
    private double profileEnd(int side) {
        double bound = side < 0 ? search.leastLogRatio() : search.mostLogRatio();
        double error = maximum.standardError(0);
        double step = Math.max(1e-3, Double.isNaN(error) ? 0.1 : Math.min(1, z * error));
        double inside = maximum.point()[0];
        double insideFall = -z * z;
        double[] warm = maximum.point();
        for (int k = 0; k < MOST_STEPS; k++) {
            double next = side < 0 ? Math.max(bound, inside - step) : Math.min(bound, inside + step);
            LogScaleMaximum there = search.profile(next, warm);
            double fall = 2 * (maximum.value() - there.value()) - z * z;
            if (!(fall < 0)) {
                return Math.exp(crossing(inside, insideFall, next, fall, warm));
            }
            if (next == bound) {
                // A model with immigration alone is not excluded.
                return side < 0 && search.immigration().isPresent() ? 0 : Double.NaN;
            }
            inside = next;
            insideFall = fall;
            warm = there.point();
            step *= 1.5;
        }
        return Double.NaN;
    }

    /** Between a point that is inside the interval and one that is not, by the secant rule of Illinois. */
    private double crossing(double in, double inFall, double out, double outFall, double[] start) {
        double a = in;
        double fa = inFall;
        double b = out;
        double fb = outFall;
        double[] warm = start;
        for (int k = 0; k < MOST_STEPS && Math.abs(b - a) > PRECISION; k++) {
            double x = Double.isFinite(fb) ? b - fb * (b - a) / (fb - fa) : (a + b) / 2;
            LogScaleMaximum there = search.profile(x, warm);
            double fx = 2 * (maximum.value() - there.value()) - z * z;
            warm = there.point();
            if (Math.abs(fx) < PRECISION) {
                return x;
            }
            if (fx > 0 == fb > 0) {
                fa /= 2;
            } else {
                a = b;
                fa = fb;
            }
            b = x;
            fb = fx;
        }
        return b;
    }
}
