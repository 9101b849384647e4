// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tilik.measure.removal.Identifiability;
import org.tilik.measure.removal.exposure.ViewedItem.CountAt;

class ExposureHalfLifeTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private final List<ViewedItem> items = new ArrayList<>();

    /** Together 160 to 180 views: at most 150 by 1 h and a little, at least 150 by 10 h. */
    @Test
    void countsBoundTheHalfLife() {
        add(10, NEVER, 100, 100, 1, 10, 10, 100);
        add(20, 30, 60, 80, 2, 50, 20, 60, 40, 80);
        ExposureHalfLife half = halfLife();

        assertThat(half.identifiability()).isEqualTo(Identifiability.BOUNDS);
        assertThat(half.boundLow()).isEqualTo(1);
        assertThat(half.boundHigh()).isEqualTo(10);
        assertThat(half.estimate()).isNaN();
        // 180² / (100² + 80²)
        assertThat(half.effectiveItems()).isCloseTo(32400 / 16400.0, within(1e-12));
    }

    @Test
    void denseCountsOfALinearGrowthCloseInOnHalfTheTime() {
        double[] counts = new double[200];
        for (int i = 0; i < 100; i++) {
            counts[2 * i] = i + 1;
            counts[2 * i + 1] = 10.0 * (i + 1);
        }
        add(100, NEVER, 1000, 1000, counts);
        ExposureHalfLife half = halfLife();

        assertThat(half.boundLow()).isEqualTo(49);
        assertThat(half.boundHigh()).isEqualTo(50);
    }

    @Test
    void oneCountOnlySaysThatItWasBeforeIt() {
        add(6, NEVER, 12, 12, 6, 12);
        assertThat(halfLife().boundLow()).isZero();
        assertThat(halfLife().boundHigh()).isEqualTo(6);
    }

    @Test
    void viewsWithoutAnUpperBoundLeaveTheUpperBoundOpen() {
        add(10, 20, 100, NEVER, 1, 80, 10, 100);
        ExposureHalfLife half = halfLife();

        assertThat(half.identifiability()).isEqualTo(Identifiability.BOUNDS);
        assertThat(half.boundLow()).isZero();
        assertThat(half.boundHigh()).isNaN();
    }

    @Test
    void withoutViewsThereIsNone() {
        assertThat(halfLife().identifiability()).isEqualTo(Identifiability.NONE);
        add(10, NEVER, 0, 0, 5, 0, 10, 0);
        assertThat(halfLife().identifiability()).isEqualTo(Identifiability.NONE);
    }

    @Test
    void theIntervalCoversTheBoundsAndDoesNotDependOnTheOrderOfItems() {
        for (int i = 0; i < 40; i++) {
            double last = 20 + i % 7;
            add(last, NEVER, 50 + i, 50 + i, 2 + i % 5, 20, 10, 30, last, 50 + i);
        }
        ExposureHalfLife half = ExposureHalfLife.of(items, 0.95, 200, 5);
        Collections.shuffle(items, new Random(3));

        assertThat(ExposureHalfLife.of(items, 0.95, 200, 5)).isEqualTo(half);
        assertThat(half.ciLow()).isLessThanOrEqualTo(half.boundLow());
        assertThat(half.ciHigh()).isGreaterThanOrEqualTo(half.boundHigh());
    }

    private ExposureHalfLife halfLife() {
        return ExposureHalfLife.of(items, 0.95, 0, 1);
    }

    /** Counts as hours and views by turns. */
    private void add(double lower, double upper, double least, double most, double... counts) {
        List<CountAt> list = new ArrayList<>();
        for (int i = 0; i < counts.length; i += 2) {
            list.add(new CountAt(counts[i], counts[i + 1]));
        }
        items.add(new ViewedItem(
                Double.NEGATIVE_INFINITY, lower, upper, upper == NEVER ? null : "platform", least, most, list, -1));
    }
}
