// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.restoration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tilik.measure.removal.FamilyResampling;
import org.tilik.measure.removal.IntervalMethod;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;
import org.tilik.measure.removal.Share;
import org.tilik.measure.removal.restoration.Transitions.Occupation;
import org.tilik.measure.removal.restoration.Transitions.Placement;

/**
 * The share of items visible D hours after the origin, what came back counted as visible again, in [0, 1].
 *
 * <p>The state occupation probability of a process with two states, visible and gone, from the transitions seen and the
 * items watched in each state:
 *
 * <pre>
 * p_v(t) = p_v(t−) (1 − d_vg / n_v) + p_g(t−) d_gv / n_g      p_g = 1 − p_v,  p_v(0) = 1
 * </pre>
 *
 * <p>Aalen and Johansen 1978, jstor:4615704; that it needs no Markov property: Datta and Satten 2001,
 * doi:10.1016/S0167-7152(01)00155-9. Risk sets (entry, exit], a change is at risk in the state it leaves.
 *
 * <p>Changes known as brackets give bounds. For the lower one, brackets around D are placed so that the fewest items are
 * visible there, and the others at either end, all early or all late, goings and returns apart; the least of the four
 * estimates counts. For the upper one the reverse. Without censoring before D that is sharp; with it, estimates from
 * the true times lay within the bounds in all but 1 of 1,500 cases tried. POINT where no bracket straddles D and all
 * placements agree. Of more than a million items only the placement is tried in which all go early and come back late,
 * or the reverse.
 *
 * <p>NONE where items entered so late that too few were watched from the start, where too few visible items are watched
 * at D, or where a change before D rests on too few: Peto's effective number, watched items over the share in their
 * state, must reach the least number at risk, or half of the items where that is less. Where too few gone items are
 * watched at D, all of them may have come back: the upper bound is 1. Intervals are bootstrap percentiles, families
 * resampled whole; none where all samples agree, as where all or none went, and none beyond 100,000 items.
 *
 * @param deadlines hours, inclusive
 * @param minAtRisk fewest items that must be watched from the start
 * @param level of intervals
 * @param replicates samples, 0 = no intervals
 */
public record VisibleShares(List<Double> deadlines, double minAtRisk, double level, int replicates, long seed) {
    private static final double FEWEST_FAMILIES = 20;
    private static final int MOST_RESAMPLED = 100_000;
    /** Of more items than this only the one placement is tried that makes for fewest, or most, visible ones. */
    private static final int MOST_PLACED = 1_000_000;

    private static final double SAME = 1e-12;

    /** Copies the deadlines. */
    public VisibleShares {
        deadlines = List.copyOf(deadlines);
    }

    /**
     * The shares.
     *
     * @param shares one for each deadline, in order
     * @param nEffective number of equally large independent families worth as much as the items
     */
    public record Visible(List<Share> shares, double nEffective, IntervalMethod intervalMethod) {}

    /** Estimates from these items. */
    public Visible estimate(VisiblePaths paths) {
        int[] families = new int[paths.size()];
        double[] ones = new double[paths.size()];
        Arrays.fill(ones, 1);
        for (int i = 0; i < families.length; i++) {
            families[i] = paths.family(i);
        }
        double effective = FamilyResampling.effectiveNumber(ones, families);
        boolean resample =
                replicates > 0 && paths.size() <= MOST_RESAMPLED && paths.size() > 0 && effective >= FEWEST_FAMILIES;
        IntervalMethod method = !resample
                ? IntervalMethod.NONE
                : FamilyResampling.anyShared(families)
                        ? IntervalMethod.FAMILY_BOOTSTRAP
                        : IntervalMethod.ITEM_BOOTSTRAP;
        List<double[]> samples = new ArrayList<>();
        if (resample) {
            FamilyResampling resampling = new FamilyResampling(families, contents(paths), seed);
            for (int b = 0; b < replicates; b++) {
                samples.add(resampling.next());
            }
        }
        List<Share> shares = new ArrayList<>();
        for (double deadline : deadlines) {
            boolean late = paths.size() == 0 || watchedFrom(paths, deadline) > 0;
            shares.add(late ? Share.none() : share(paths, deadline, ones, samples));
        }
        return new Visible(List.copyOf(shares), effective, method);
    }

    private Share share(VisiblePaths paths, double deadline, double[] ones, List<double[]> samples) {
        Bound low = new Bound(paths, deadline, false);
        Bound high = new Bound(paths, deadline, true);
        double least = minAtRisk <= 1 ? 0 : Math.min(minAtRisk, paths.size() / 2.0);
        Occupation fewest = low.occupation(ones, least);
        Occupation most = high.occupation(ones, least);
        if (!fewest.visibleWatched()
                || !most.visibleWatched()
                || Double.isNaN(fewest.share())
                || Double.isNaN(most.share())) {
            return Share.none();
        }
        double from = interval(low, samples, false);
        double to = interval(high, samples, true);
        double ciLow = from == to ? Double.NaN : from;
        double ciHigh = from == to ? Double.NaN : to;
        if (!fewest.goneWatched() || !most.goneWatched()) {
            return Share.bounds(fewest.share(), 1, ciLow, 1);
        }
        double highest = Math.max(fewest.share(), most.share());
        return straddled(paths, deadline) || highest - fewest.share() > SAME
                ? Share.bounds(fewest.share(), highest, ciLow, ciHigh)
                : Share.point(fewest.share(), ciLow, ciHigh);
    }

    private double interval(Bound bound, List<double[]> samples, boolean upper) {
        double tail = (1 - level) / 2;
        double[] shares = samples.stream()
                .mapToDouble(sample -> bound.occupation(sample, 0).share())
                .toArray();
        return FamilyResampling.percentile(shares, upper ? 1 - tail : tail);
    }

    /** One bound of the share at one deadline, over all placements that count for it. */
    private static final class Bound {
        private final List<Transitions> placed = new ArrayList<>();
        private final boolean most;

        Bound(VisiblePaths paths, double deadline, boolean most) {
            this.most = most;
            for (boolean goesLate : placements(paths, true, most)) {
                for (boolean comesLate : placements(paths, false, !most)) {
                    placed.add(new Transitions(paths, deadline, new Placement(most, goesLate, comesLate)));
                }
            }
        }

        /** Where every time is exact, placements are the same. */
        private static boolean[] placements(VisiblePaths paths, boolean goings, boolean favourable) {
            boolean all = paths.size() <= MOST_PLACED && paths.hasBrackets(goings);
            return all ? new boolean[] {false, true} : new boolean[] {favourable};
        }

        Occupation occupation(double[] times, double least) {
            Occupation bound = placed.get(0).occupation(times, least);
            for (int i = 1; i < placed.size(); i++) {
                Occupation other = placed.get(i).occupation(times, least);
                bound = new Occupation(
                        most ? Math.max(bound.share(), other.share()) : Math.min(bound.share(), other.share()),
                        bound.visibleWatched() && other.visibleWatched(),
                        bound.goneWatched() && other.goneWatched());
            }
            return bound;
        }
    }

    /** The earliest time from which enough items are watched up to the deadline, in whatever state. */
    private double watchedFrom(VisiblePaths paths, double deadline) {
        RemovalDataBuilder data = RemovalData.builder(List.of());
        for (int i = 0; i < paths.size(); i++) {
            data.add(paths.entry(i), Math.max(0, paths.end(i)), Double.POSITIVE_INFINITY, 0, 1);
        }
        return data.build().watchedFrom(deadline, minAtRisk);
    }

    private static boolean straddled(VisiblePaths paths, double deadline) {
        for (int i = 0; i < paths.size(); i++) {
            for (int c = 0; c < paths.changes(i); c++) {
                if (paths.low(i, c) < deadline && deadline < paths.high(i, c)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static long[] contents(VisiblePaths paths) {
        long[] contents = new long[paths.size()];
        for (int i = 0; i < contents.length; i++) {
            double[] known = new double[2 + 2 * paths.changes(i)];
            known[0] = paths.entry(i);
            known[1] = paths.end(i);
            for (int c = 0; c < paths.changes(i); c++) {
                known[2 + 2 * c] = paths.low(i, c);
                known[3 + 2 * c] = paths.high(i, c);
            }
            contents[i] = FamilyResampling.hash(known);
        }
        return contents;
    }
}
