// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Reproduction of cascades by age, in worlds whose number is known. */
class CascadeReproductionTest {
    private static final double LEVEL = 0.95;
    private static final double FEWEST = 20;
    private static final double WEEK_HOURS = 168;
    private static final double HOUR = 3.6e9;

    /** Cascades in which each item leads to {@code number} others on average, at lags of {@code meanHours} on average. */
    private static List<CascadeSteps> world(int cascades, double number, double meanHours, long seed) {
        return world(new Kind(number, meanHours, cascades, false), seed);
    }

    /**
     * A kind of worlds.
     *
     * @param unequal whether few items lead to most: how many each leads to on average is drawn from a gamma distribution of
     *     shape 1/2
     */
    private record Kind(double number, double meanHours, int cascades, boolean unequal) {}

    private static List<CascadeSteps> world(Kind kind, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<CascadeSteps> world = new ArrayList<>();
        for (int c = 0; c < kind.cascades(); c++) {
            List<Integer> parents = new ArrayList<>(List.of(-1));
            List<Long> times = new ArrayList<>(List.of(0L));
            for (int i = 0; i < times.size(); i++) {
                double infectious = kind.unequal() ? Math.pow(random.nextGaussian(), 2) : 1;
                int children = SimulatedWorld.poisson(kind.number() * infectious, random);
                for (int k = 0; k < children; k++) {
                    parents.add(i);
                    times.add(times.get(i) + Math.round(-Math.log1p(-random.nextDouble()) * kind.meanHours() * HOUR));
                }
            }
            world.add(CascadeSteps.of(
                    parents.stream().mapToInt(Integer::intValue).toArray(),
                    times.stream().mapToLong(Long::longValue).toArray()));
        }
        return world;
    }

    private static CascadeReproduction of(List<CascadeSteps> cascades, double followedHours) {
        CascadeReproduction reproduction = new CascadeReproduction();
        for (int i = 0; i < cascades.size(); i++) {
            reproduction.add(cascades.get(i), followedHours, i);
        }
        return reproduction;
    }

    private static CascadeReproduction.Estimate week(List<CascadeReproduction.Estimate> estimates) {
        return estimates.get(estimates.size() - 1);
    }

    @Test
    void theNumberOfABranchingWorldIsFoundInTheWeekAndInItsDays() {
        List<CascadeReproduction.Estimate> estimates =
                of(world(3000, 0.8, 8, 1), 200).estimate(LEVEL, FEWEST, 7);

        assertThat(estimates).hasSize(8);
        CascadeReproduction.Estimate week = week(estimates);
        assertThat(week.window().hours()).isEqualTo(WEEK_HOURS);
        assertThat(week.cascades()).isEqualTo(3000);
        assertThat(week.number().orElseThrow().mean()).isCloseTo(0.8, within(0.03));
        for (CascadeReproduction.Estimate day : estimates.subList(0, 4)) {
            assertThat(day.number().orElseThrow().mean()).isCloseTo(0.8, within(0.08));
        }
    }

    /** What the weeks of many worlds of a kind say. */
    private record Worlds(double mean, int withLimits, int held) {
        static Worlds of(int worlds, Kind kind) {
            double sum = 0;
            int withLimits = 0;
            int held = 0;
            for (int w = 0; w < worlds; w++) {
                CascadeReproduction reproduction = new CascadeReproduction();
                long family = 0;
                for (CascadeSteps cascade : world(kind, 1000 + w)) {
                    // Hashes of families, so that some groups have several and others none.
                    reproduction.add(cascade, WEEK_HOURS, (family++ * 0x9E3779B97F4A7C15L) >>> 20);
                }
                CascadeReproduction.Later later =
                        week(reproduction.estimate(LEVEL, FEWEST, w)).number().orElseThrow();
                sum += later.mean();
                withLimits += Double.isNaN(later.low()) ? 0 : 1;
                held += later.low() <= kind.number() && kind.number() <= later.high() ? 1 : 0;
            }
            return new Worlds(sum / worlds, withLimits, held);
        }
    }

    @Test
    void limitsHoldTheNumberAboutAsOftenAsTheySay() {
        Worlds worlds = Worlds.of(60, new Kind(0.7, 6, 400, false));

        assertThat(worlds.mean()).isCloseTo(0.7, within(0.01));
        assertThat(worlds.held()).isBetween(52, 60);
    }

    @Test
    void limitsHoldItAboutAsOftenWhereFewItemsLeadToMost() {
        Worlds worlds = Worlds.of(100, new Kind(0.9, 1, 200, true));

        // Whether there are limits must not depend on how large cascades turned out to be.
        assertThat(worlds.withLimits()).isEqualTo(100);
        assertThat(worlds.held()).isBetween(88, 100);
    }

    /** Makes the figures of the README. */
    @Test
    @Tag("slow")
    void aThousandWorlds() {
        List<Kind> kinds = List.of(
                new Kind(0.3, 6, 100, false),
                new Kind(0.7, 6, 400, false),
                new Kind(0.7, 6, 100, false),
                new Kind(0.7, 1 / 30.0, 400, false),
                new Kind(0.7, 6, 400, true),
                new Kind(0.7, 6, 100, true),
                new Kind(0.9, 6, 400, false),
                new Kind(0.9, 6, 100, false),
                new Kind(0.9, 1, 400, true),
                new Kind(0.97, 0.5, 1000, false));
        for (Kind kind : kinds) {
            Worlds worlds = Worlds.of(1000, kind);
            System.out.printf(
                    Locale.ROOT,
                    "| %.2f | %s | %.2f h | %d | %.3f | %d | %.1f |%n",
                    kind.number(),
                    kind.unequal() ? "unequal" : "alike",
                    kind.meanHours(),
                    kind.cascades(),
                    worlds.mean(),
                    worlds.withLimits(),
                    100.0 * worlds.held() / worlds.withLimits());
            assertThat(worlds.mean()).isCloseTo(kind.number(), within(0.02));
            assertThat(worlds.withLimits()).isEqualTo(1000);
            assertThat(worlds.held()).isBetween(930, 970);
        }
    }

    @Test
    void theNumberOfAWorldDoneByHandIsItemsOverWhatCouldHaveLedToThem() {
        // 40 roots, each with one share an hour later: all lags are six steps, so each root could lead to one in the
        // first
        // day, and so could its share.
        CascadeSteps one = new CascadeSteps(new int[] {6}, new int[] {1}, new int[] {6}, new int[] {1}, 0);
        List<CascadeReproduction.Estimate> estimates =
                of(Collections.nCopies(40, one), 200).estimate(LEVEL, FEWEST, 1);

        CascadeReproduction.Later first = estimates.get(0).number().orElseThrow();
        assertThat(first.mean()).isCloseTo((1 + 40) / (0.2 + 80), within(1e-12));
        assertThat(estimates.get(0).events()).isEqualTo(40);
        assertThat(estimates.get(0).effective()).isCloseTo(40, within(1e-9));
        assertThat(first.low()).isEqualTo(first.mean()).isEqualTo(first.high());
        assertThat(estimates.get(1).number().none()).contains(NoEstimate.LITTLE_INFECTIOUSNESS);
    }

    @Test
    void aCascadeCountsInTheWindowsToWhoseEndItWasFollowed() {
        List<CascadeSteps> cascades = world(300, 0.8, 3, 5);
        CascadeReproduction reproduction = new CascadeReproduction();
        for (int i = 0; i < cascades.size(); i++) {
            reproduction.add(cascades.get(i), i < 200 ? WEEK_HOURS : i < 250 ? 47.9 : 23.9, i);
        }
        List<CascadeReproduction.Estimate> estimates = reproduction.estimate(LEVEL, FEWEST, 1);

        assertThat(estimates.get(0).cascades()).isEqualTo(250);
        assertThat(estimates.get(1).cascades()).isEqualTo(200);
        assertThat(week(estimates).cascades()).isEqualTo(200);
    }

    @Test
    void withoutAWeekOfFollowUpThereIsNoGenerationInterval() {
        assertThat(of(world(300, 0.8, 3, 5), 167).estimate(LEVEL, FEWEST, 1))
                .allSatisfy(estimate -> assertThat(estimate.number().none()).contains(NoEstimate.FEW_PARENT_LAGS));
    }

    @Test
    void aFewLargeFamiliesHaveANumberButNoLimits() {
        List<CascadeSteps> cascades = world(300, 0.8, 3, 5);
        CascadeReproduction reproduction = new CascadeReproduction();
        for (int i = 0; i < cascades.size(); i++) {
            reproduction.add(cascades.get(i), WEEK_HOURS, i % 5);
        }
        CascadeReproduction.Estimate week = week(reproduction.estimate(LEVEL, FEWEST, 1));

        assertThat(week.effective()).isBetween(3.0, 5.0);
        assertThat(week.number().orElseThrow().mean()).isCloseTo(0.8, within(0.1));
        assertThat(week.number().orElseThrow().low()).isNaN();
    }

    @Test
    void theOrderOfCascadesDoesNotMatter() {
        List<CascadeSteps> cascades = world(300, 0.8, 3, 5);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < cascades.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(3));
        CascadeReproduction shuffled = new CascadeReproduction();
        order.forEach(i -> shuffled.add(cascades.get(i), WEEK_HOURS, i));

        assertThat(shuffled.estimate(LEVEL, FEWEST, 1))
                .isEqualTo(of(cascades, WEEK_HOURS).estimate(LEVEL, FEWEST, 1));
    }
}
