// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tilik.measure.policy.series.MemberComparison.Inference;

class MemberComparisonTest {

    private static List<PlatformChange> platforms(int members, int others, double difference, long seed) {
        Random random = new Random(seed);
        List<PlatformChange> platforms = new ArrayList<>();
        for (int i = 0; i < members + others; i++) {
            double change = random.nextGaussian() + (i < members ? difference : 0);
            platforms.add(new PlatformChange("p" + i, i < members, change, change));
        }
        return platforms;
    }

    @Test
    void armsThatDoNotOverlapAreTheTwoMostExtremeOfAllAssignments() {
        MemberComparison apart = MemberComparison.of(platforms(6, 6, -100, 1), 1);
        assertThat(apart.inference()).isEqualTo(Inference.ALL_PERMUTATIONS);
        assertThat(apart.assignments()).isEqualTo(924);
        assertThat(apart.p()).isEqualTo(2 / 924.0);
        assertThat(apart.low()).isEqualTo(apart.high()).isBetween(-102.0, -98.0);
    }

    @Test
    void equalChangesAreAsFarFromNoDifferenceAsAnyOther() {
        List<PlatformChange> equal = platforms(6, 7, 0, 1).stream()
                .map(p -> new PlatformChange(p.platform(), p.member(), 0.1, 0.1))
                .toList();
        assertThat(MemberComparison.of(equal, 1).p()).isEqualTo(1);
    }

    @Test
    void drawnAssignmentsComeNearAllOfThem() {
        // C(20, 10) = 184,756 are too many; nothing of 18 has more than 48,620.
        MemberComparison drawn = MemberComparison.of(platforms(10, 10, 0.8, 3), 5);
        assertThat(drawn.inference()).isEqualTo(Inference.RANDOM_PERMUTATIONS);
        assertThat(drawn.assignments()).isEqualTo(10_000);
        assertThat(MemberComparison.of(platforms(10, 10, 0.8, 3), 5)).isEqualTo(drawn);
        assertThat(MemberComparison.of(platforms(10, 10, 0.8, 3), 6).p()).isCloseTo(drawn.p(), within(0.02));
        assertThat(MemberComparison.of(platforms(10, 10, 100, 3), 5).p()).isEqualTo(1 / 10_000.0);
        assertThat(MemberComparison.of(platforms(9, 9, 0, 3), 5).assignments()).isEqualTo(48_620);
    }

    @Test
    void fewPlatformsAndBoundsAreDescribedOnly() {
        MemberComparison few = MemberComparison.of(platforms(5, 8, -1, 1), 1);
        assertThat(few.inference()).isEqualTo(Inference.DESCRIPTIVE_FEW_PLATFORMS);
        assertThat(few.p()).isNaN();
        assertThat(few.low()).isFinite();
        List<PlatformChange> bounds = new ArrayList<>(platforms(6, 6, 0, 1));
        bounds.set(0, new PlatformChange("p0", true, 0, 6));
        MemberComparison described = MemberComparison.of(bounds, 1);
        assertThat(described.inference()).isEqualTo(Inference.DESCRIPTIVE_BOUNDS);
        assertThat(described.high() - described.low()).isCloseTo(1, within(1e-12));
        assertThat(described.p()).isNaN();
        assertThat(MemberComparison.of(platforms(0, 3, 0, 1), 1).low()).isNaN();
    }

    @Test
    void theOrderOfPlatformsChangesNothing() {
        List<PlatformChange> platforms = new ArrayList<>(platforms(7, 8, 0.5, 9));
        MemberComparison sorted = MemberComparison.of(platforms, 1);
        Collections.shuffle(platforms, new Random(2));
        assertThat(MemberComparison.of(platforms, 1)).isEqualTo(sorted);
    }

    @Test
    void withoutADifferencePIsAsSmallAsItSays() {
        int small = 0;
        for (int world = 0; world < 600; world++) {
            small += MemberComparison.of(platforms(6, 6, 0, world), 1).p() <= 0.05 ? 1 : 0;
        }
        assertThat(small / 600.0).isBetween(0.03, 0.07);
    }

    @Test
    void whatCannotBeIsRefused() {
        List<PlatformChange> twice = List.of(new PlatformChange("a", true, 0, 0), new PlatformChange("a", false, 0, 0));
        assertThatThrownBy(() -> MemberComparison.of(twice, 1)).hasMessageContaining("twice");
        assertThatThrownBy(() -> new PlatformChange("a", true, 1, 0)).hasMessageContaining("in this order");
    }
}
