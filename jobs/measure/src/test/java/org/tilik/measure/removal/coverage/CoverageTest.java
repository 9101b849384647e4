// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Intervals of 95 % hold what they should in about 95 % of worlds; a thousand worlds of each kind stand in COVERAGE.md,
 * run by hand.
 */
class CoverageTest {
    private static final int BRACKET_REPLICATES = 200;
    private static final int EXACT_REPLICATES = 1000;

    @ParameterizedTest
    @EnumSource(
            value = World.class,
            names = {"EXACT", "EXACT_LATE", "LABELLED"})
    void intervalsOfIndependentItemsHoldTheTruth(World world) {
        // 0.95 − 4 · sqrt(0.95 · 0.05 / 300)
        assertHeld(new Coverage(world), 300, 0, 0.9);
    }

    @ParameterizedTest
    @EnumSource(
            value = World.class,
            names = {"EXACT_FAMILIES", "EXACT_LATE_FAMILIES"})
    void intervalsOfCopiesHoldTheTruth(World world) {
        // 0.95 − 4 · sqrt(0.95 · 0.05 / 60)
        assertHeld(new Coverage(world), 60, 200, 0.837);
    }

    @ParameterizedTest
    @EnumSource(
            value = World.class,
            names = {"BRACKETS", "MIXED"})
    void intervalsOfBoundsHoldAllThatIsIdentified(World world) {
        // 0.93 − 4 · sqrt(0.93 · 0.07 / 20)
        assertHeld(new Coverage(world), 20, 100, 0.7);
    }

    private static Map<Coverage.Figure, Coverage.Result> assertHeld(
            Coverage coverage, int worlds, int replicates, double least) {
        Map<Coverage.Figure, Coverage.Result> results = coverage.over(worlds, replicates);
        assertThat(results).containsOnlyKeys(coverage.figures());
        results.forEach((figure, result) -> {
            assertThat(result.share()).as("%s: %s", figure, result).isGreaterThan(least);
            assertThat(result.given()).as(figure.name()).isGreaterThan(worlds * 9 / 10);
        });
        return results;
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(World.class)
    void aThousandWorlds(World world) {
        Coverage coverage = new Coverage(world);
        Map<Coverage.Figure, Coverage.Result> results = assertHeld(
                coverage,
                1000,
                world.hasBrackets() ? BRACKET_REPLICATES : EXACT_REPLICATES,
                world.hasBrackets() ? 0.93 : 0.915);
        results.forEach((figure, result) -> System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.4f | %.4f | %d | %.1f %% | %.4f |%n",
                world,
                figure,
                coverage.truth(figure)[0],
                coverage.truth(figure)[1],
                result.given(),
                100 * result.share(),
                result.width()));
    }
}
