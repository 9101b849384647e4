// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DesignRatioTest {

    private static final int FRAME = 4_000;
    private static final int DRAWN = 400;

    /** Of 4,000 items 24 % are of one kind and 40 % of another; the classifier errs in one of five. */
    private static DesignRatio world(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = IntStream.range(0, FRAME).toArray();
        for (int i = 0; i < DRAWN; i++) {
            int other = i + random.nextInt(FRAME - i);
            int swap = order[i];
            order[i] = order[other];
            order[other] = swap;
        }
        double[] found = new double[2];
        int[] truth = new int[FRAME];
        int[] said = new int[FRAME];
        for (int i = 0; i < FRAME; i++) {
            truth[i] = i < 0.24 * FRAME ? 0 : i < 0.64 * FRAME ? 1 : 2;
            said[i] = random.nextInt(5) == 0 ? random.nextInt(3) : truth[i];
            if (said[i] < 2) {
                found[said[i]]++;
            }
        }
        SamplingDesign.Builder design = SamplingDesign.builder();
        double[][] corrections = new double[2][DRAWN];
        boolean[] inside = new boolean[DRAWN];
        Arrays.fill(inside, true);
        for (int i = 0; i < DRAWN; i++) {
            design.add("all", DRAWN / (double) FRAME, true);
            for (int kind = 0; kind < 2; kind++) {
                corrections[kind][i] = (truth[order[i]] == kind ? 1 : 0) - (said[order[i]] == kind ? 1 : 0);
            }
        }
        return DesignRatio.of(
                design.build(),
                new DesignRatio.Kind(found[0], corrections[0]),
                new DesignRatio.Kind(found[1], corrections[1]),
                inside,
                0.95);
    }

    @Test
    void intervalsHoldTheRatioAsOftenAsTheySay() {
        long held = IntStream.range(0, 1_000)
                .mapToObj(seed -> world(seed))
                .filter(ratio -> ratio.ciLow() <= 0.6 && 0.6 <= ratio.ciHigh())
                .count();
        assertThat(held).isBetween(930L, 970L);
        assertThat(IntStream.range(0, 1_000)
                        .mapToDouble(seed -> world(seed).estimate())
                        .average()
                        .orElseThrow())
                .isCloseTo(0.6, within(0.01));
    }

    @Test
    void nothingIsSaidWhereTheOtherKindMayBeAbsentAndNoIntervalWhereNobodyDisagrees() {
        SamplingDesign design = SamplingDesign.builder()
                .add("all", 0.1, true)
                .add("all", 0.1, true)
                .add("all", 0.1, true)
                .build();
        boolean[] inside = {true, true, true};
        double[] nothing = new double[3];
        double[] fewer = {-1, 0, 0};
        assertThat(DesignRatio.of(
                        design, new DesignRatio.Kind(5, nothing), new DesignRatio.Kind(9, fewer), inside, 0.95))
                .isEqualTo(DesignRatio.NONE);
        DesignRatio agreed = DesignRatio.of(
                design, new DesignRatio.Kind(5, nothing), new DesignRatio.Kind(20, nothing), inside, 0.95);
        assertThat(agreed.estimate()).isEqualTo(0.25);
        assertThat(agreed.ciLow()).isNaN();
        DesignRatio unsure =
                DesignRatio.of(design, new DesignRatio.Kind(5, nothing), new DesignRatio.Kind(12, fewer), inside, 0.95);
        assertThat(unsure.estimate()).isEqualTo(2.5, within(1e-12));
        assertThat(unsure.ciHigh()).isNaN();
    }
}
