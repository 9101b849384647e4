// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * The reproduction number of cascades by their age: how many later items one item leads to, in days of the first week and in
 * the week as a whole, over all cascades that were followed to the end of the window.
 *
 * <p>Cori's estimator ({@link ReproductionEstimator}, with its prior) on the sums over cascades, in steps of ten minutes
 * since each root. Nothing is imported: all items but the root hang on an earlier one. The generation interval is that of
 * the lags seen behind items of the first day in cascades that were followed for the week ({@link CascadeSteps}), taken as
 * known. Lags within one step count as one step, which over windows of a day and more hardly moves the number.
 *
 * <p>Cascades differ far more from each other than Poisson's distribution says, so that limits are not those of the
 * posterior but come from samples of {@value #GROUPS} random groups of whole families, each drawn by its family's hash:
 * bootstrap-t, with the error of a ratio of sums.
 *
 * <pre>
 * R = Σ E_g / Σ Λ_g      se² = n / (n − 1) Σ (E_g − R Λ_g)² / (Σ Λ_g)²        n groups with events E_g, infectiousness Λ_g
 * t* = (R* − R) / se*    limits  R − t*(1 − α/2) se,  R − t*(α/2) se
 * </pre>
 *
 * <p>Where no large cascade came, R and its error are both too small; percentiles of R* alone then lie too low, those of t*
 * take it into account. For the same reason limits may not depend on how unequal cascades turned out to be: the effective
 * number of groups that decides whether there are any is that by numbers of cascades. Efron, Bootstrap methods, 1979,
 * doi:10.1214/aos/1176344552; Hall, Theoretical comparison of bootstrap confidence intervals, 1988,
 * doi:10.1214/aos/1176350933; error of a ratio: Cochran, Sampling techniques, 3rd edition, 1977, section 6.4.
 */
public final class CascadeReproduction {
    /** Groups of families that are sampled. */
    public static final int GROUPS = 200;
    /** Samples. */
    public static final int REPLICATES = 1000;
    /** Least infectiousness of a window, in items: below it the prior moves the number by more than a twentieth. */
    public static final double LEAST_INFECTIOUSNESS = 20;
    /** Each day of the first week, then the week. */
    public static final List<Window> WINDOWS = List.of(
            new Window(0, 1),
            new Window(1, 2),
            new Window(2, 3),
            new Window(3, 4),
            new Window(4, 5),
            new Window(5, 6),
            new Window(6, 7),
            new Window(0, 7));

    private static final int DAYS = 7;
    private static final double HOURS_A_DAY = 24;
    private static final double ROUNDING = 1e-12;

    /** By group, by whole days for which the cascade was followed, by step: items; null where there is none. */
    private final long[][][] items = new long[GROUPS][DAYS + 1][];

    private final long[] lags = new long[CascadeSteps.MOST_LAG];
    private long longer;

    /** Days since the root, the first of them not included. */
    public record Window(int fromDay, int untilDay) {
        /** How long it is. */
        public double hours() {
            return (untilDay - fromDay) * HOURS_A_DAY;
        }

        /** How long after the root it ends. */
        public double endHours() {
            return untilDay * HOURS_A_DAY;
        }
    }

    /** Later items per item; limits are NaN where there are too few groups for them, infinite where samples show none. */
    public record Later(double mean, double low, double high) {}

    /**
     * What one window says.
     *
     * @param cascades cascades that were followed to its end
     * @param events their items in it
     * @param effective number of groups of families with equally many cascades that are worth as much
     */
    public record Estimate(Window window, long cascades, long events, double effective, Outcome<Later> number) {}

    /** What the families of one group have in a window. */
    private record Part(double cascades, double events, double infectiousness) {}

    /**
     * Adds a cascade.
     *
     * @param followedHours how long after its root a further item would have been seen
     * @param family hash of the family with which it is not independent
     */
    public void add(CascadeSteps cascade, double followedHours, long family) {
        int days = (int) Math.min(DAYS, Math.floor(followedHours / HOURS_A_DAY));
        if (days < 1) {
            return;
        }
        int group = Math.floorMod(family, GROUPS);
        if (items[group][days] == null) {
            items[group][days] = new long[CascadeSteps.WEEK + 1];
        }
        long[] sums = items[group][days];
        sums[0]++;
        for (int i = 0; i < cascade.steps().length; i++) {
            sums[cascade.steps()[i]] += cascade.items()[i];
        }
        if (days == DAYS) {
            for (int i = 0; i < cascade.lags().length; i++) {
                lags[cascade.lags()[i] - 1] += cascade.lagCounts()[i];
            }
            longer += cascade.longer();
        }
    }

    /**
     * All {@link #WINDOWS}.
     *
     * @param level of the limits
     * @param fewestGroups effective groups below which there are no limits
     */
    public List<Estimate> estimate(double level, double fewestGroups, long seed) {
        Outcome<GenerationInterval> interval = GenerationInterval.ofLagCounts(lags, longer);
        List<Estimate> estimates = new ArrayList<>();
        for (Window window : WINDOWS) {
            double[] weights =
                    interval.value().map(known -> weights(known, window)).orElse(new double[CascadeSteps.WEEK + 1]);
            List<Part> parts = new ArrayList<>();
            long cascades = 0;
            long events = 0;
            for (long[][] group : items) {
                long[] sums = sums(group, window);
                Part part = part(sums, weights, window);
                cascades += sums[0];
                events += Math.round(part.events());
                if (sums[0] > 0) {
                    parts.add(part);
                }
            }
            double effective = effective(parts);
            Outcome<Later> number = interval.none()
                    .map(Outcome::<Later>none)
                    .orElseGet(() -> number(parts, level, effective >= fewestGroups, seed));
            estimates.add(new Estimate(window, cascades, events, effective, number));
        }
        return estimates;
    }

    /** How much an item of each step could lead to one within the window, by the generation interval. */
    private static double[] weights(GenerationInterval interval, Window window) {
        double[] within = new double[CascadeSteps.WEEK + 1];
        for (int s = 1; s <= CascadeSteps.WEEK; s++) {
            within[s] = within[s - 1] + (s <= interval.steps() ? interval.share(s) : 0);
        }
        int from = window.fromDay() * CascadeSteps.DAY;
        int until = window.untilDay() * CascadeSteps.DAY;
        double[] weights = new double[CascadeSteps.WEEK + 1];
        for (int step = 0; step < until; step++) {
            weights[step] = within[until - step] - within[Math.max(0, from - step)];
        }
        return weights;
    }

    /** Items of a group by step, of the cascades that were followed to the end of the window. */
    private static long[] sums(long[][] byDays, Window window) {
        long[] sums = new long[CascadeSteps.WEEK + 1];
        for (int days = window.untilDay(); days <= DAYS; days++) {
            for (int step = 0; byDays[days] != null && step < sums.length; step++) {
                sums[step] += byDays[days][step];
            }
        }
        return sums;
    }

    private static Part part(long[] sums, double[] weights, Window window) {
        double infectiousness = 0;
        for (int step = 0; step < sums.length; step++) {
            infectiousness += sums[step] * weights[step];
        }
        long events = Arrays.stream(
                        sums, window.fromDay() * CascadeSteps.DAY + 1, window.untilDay() * CascadeSteps.DAY + 1)
                .sum();
        return new Part((double) sums[0], (double) events, infectiousness);
    }

    private static double effective(List<Part> parts) {
        double sum = parts.stream().mapToDouble(Part::cascades).sum();
        double squares = parts.stream()
                .mapToDouble(part -> part.cascades() * part.cascades())
                .sum();
        return squares > 0 ? sum * sum / squares : 0;
    }

    private static Outcome<Later> number(List<Part> parts, double level, boolean hasLimits, long seed) {
        if (parts.isEmpty()) {
            return Outcome.none(NoEstimate.NO_FOLLOW_UP);
        }
        Sums all = Sums.of(parts);
        if (all.infectiousness < LEAST_INFECTIOUSNESS) {
            return Outcome.none(NoEstimate.LITTLE_INFECTIOUSNESS);
        }
        double mean = all.mean();
        if (!hasLimits) {
            return Outcome.of(new Later(mean, Double.NaN, Double.NaN));
        }
        double error = all.error();
        if (error == 0) {
            return Outcome.of(new Later(mean, mean, mean));
        }
        double[] samples = samples(parts, mean, seed);
        int rank = Math.max(0, (int) Math.floor((1 - level) / 2 * REPLICATES) - 1);
        double low = Math.max(0, mean - error * samples[REPLICATES - 1 - rank]);
        return Outcome.of(new Later(mean, low, mean - error * samples[rank]));
    }

    /** Sums over some groups. */
    private static final class Sums {
        private int groups;
        private double events;
        private double infectiousness;
        private double squaredEvents;
        private double products;
        private double squaredInfectiousness;

        static Sums of(List<Part> parts) {
            Sums sums = new Sums();
            parts.forEach(sums::add);
            return sums;
        }

        void add(Part part) {
            groups++;
            events += part.events();
            infectiousness += part.infectiousness();
            squaredEvents += part.events() * part.events();
            products += part.events() * part.infectiousness();
            squaredInfectiousness += part.infectiousness() * part.infectiousness();
        }

        double mean() {
            return ReproductionEstimator.mean(events, infectiousness);
        }

        /** The standard error of events over infectiousness. */
        double error() {
            double ratio = events / infectiousness;
            double squares = squaredEvents - 2 * ratio * products + ratio * ratio * squaredInfectiousness;
            // What is left of squares that cancel each other is rounding.
            double residuals = squares > ROUNDING * squaredEvents ? squares : 0;
            return Math.sqrt(residuals * groups / (groups - 1)) / infectiousness;
        }
    }

    /** Distances from the number in standard errors, ascending; infinite where a sample has no error of its own. */
    private static double[] samples(List<Part> parts, double mean, long seed) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        double[] samples = new double[REPLICATES];
        for (int r = 0; r < REPLICATES; r++) {
            Sums sums = new Sums();
            for (int i = 0; i < parts.size(); i++) {
                sums.add(parts.get(random.nextInt(parts.size())));
            }
            double distance = sums.mean() - mean;
            samples[r] = distance == 0 ? 0 : distance / sums.error();
        }
        Arrays.sort(samples);
        return samples;
    }
}
