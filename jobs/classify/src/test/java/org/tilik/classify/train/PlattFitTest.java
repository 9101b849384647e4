// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlattFitTest {
    private static final PlattFit.Line PRIOR = new PlattFit.Line(1, 0);

    private static List<PlattFit.Point> simulated(PlattFit.Line truth, int texts, double spread, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PlattFit.Point> points = new ArrayList<>();
        for (int i = 0; i < texts; i++) {
            double score = spread * (2 * random.nextDouble() - 1);
            points.add(new PlattFit.Point(score, random.nextDouble() < truth.probability(score)));
        }
        return points;
    }

    @Test
    void aKnownLineIsFoundAgain() {
        PlattFit.Line line = PlattFit.fit(simulated(new PlattFit.Line(0.6, -1.5), 20_000, 5, 1), PRIOR);

        assertThat(line.slope()).isCloseTo(0.6, within(0.05));
        assertThat(line.intercept()).isCloseTo(-1.5, within(0.1));
    }

    @Test
    void fewTextsMoveTheLineLittle() {
        PlattFit.Line prior = new PlattFit.Line(0.8, -2);
        PlattFit.Line few = PlattFit.fit(simulated(new PlattFit.Line(3, 3), 10, 2, 2), prior);
        PlattFit.Line many = PlattFit.fit(simulated(new PlattFit.Line(3, 3), 5000, 2, 2), prior);

        assertThat(Math.abs(few.slope() - 0.8)).isLessThan(Math.abs(many.slope() - 0.8) / 3);
        assertThat(many.slope()).isCloseTo(3, within(0.3));
        assertThat(PlattFit.fit(List.of(), prior)).isEqualTo(prior);
    }

    @Test
    void perfectlyPartedTextsHaveAFiniteLine() {
        List<PlattFit.Point> parted = new ArrayList<>();
        for (int i = 1; i <= 500; i++) {
            parted.add(new PlattFit.Point(i / 50.0, true));
            parted.add(new PlattFit.Point(-i / 50.0, false));
        }
        PlattFit.Line line = PlattFit.fit(parted, PRIOR);

        assertThat(line.slope()).isBetween(1.0, 20.0);
        assertThat(line.intercept()).isCloseTo(0, within(1e-6));
    }

    /** The loss is convex, so that its slope is 0 at the minimum only. */
    @Property(tries = 300)
    void theLineIsTheMinimumAlsoForWildScores(
            @ForAll @DoubleRange(min = -2, max = 2) double slope,
            @ForAll @DoubleRange(min = -5, max = 5) double intercept,
            @ForAll @IntRange(min = 1, max = 400) int texts,
            @ForAll @DoubleRange(min = 0.1, max = 60) double spread) {
        List<PlattFit.Point> points = simulated(new PlattFit.Line(slope, intercept), texts, spread, texts);

        PlattFit.Line line = PlattFit.fit(points, PRIOR);

        double slopeError = 8 * (line.slope() - PRIOR.slope());
        double interceptError = line.intercept() - PRIOR.intercept();
        for (PlattFit.Point point : points) {
            double error = line.probability(point.score()) - (point.label() ? 1 : 0);
            slopeError += error * point.score();
            interceptError += error;
        }
        assertThat(slopeError).isCloseTo(0, within(1e-3));
        assertThat(interceptError).isCloseTo(0, within(1e-3));
    }

    @Test
    void manySureAndSomeWrongTextsDoNotThrowTheLineOff() {
        List<PlattFit.Point> points = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            points.add(new PlattFit.Point(12, i % 20 != 0));
            points.add(new PlattFit.Point(-12, i % 20 == 0));
        }
        PlattFit.Line line = PlattFit.fit(points, PRIOR);

        assertThat(line.probability(12)).isCloseTo(0.95, within(0.01));
        assertThat(line.probability(-12)).isCloseTo(0.05, within(0.01));
    }
}
