// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TimeGridTest {

    @Test
    void aTimeInsideACellLiesBetweenItsEnds() {
        TimeGrid minutes = TimeGrid.ofSeconds(60);
        assertThat(minutes.hours(minutes.atOrBefore(1.01))).isEqualTo(1.0);
        assertThat(minutes.hours(minutes.atOrAfter(1.01))).isEqualTo(61 / 60.0);
    }

    @Test
    void aTimeOnTheEndOfACellStaysThereHoweverItWasComputed() {
        TimeGrid seconds = TimeGrid.ofSeconds(1);
        for (int s = 0; s < 200_000; s += 7) {
            double added = s / 60.0 / 60.0;
            double divided = s * 1000L / 3.6e6;
            assertThat(seconds.atOrBefore(added)).isEqualTo(s);
            assertThat(seconds.atOrAfter(divided)).isEqualTo(s);
            assertThat(seconds.hours(s)).isEqualTo(s / 3600.0);
        }
    }

    @Test
    void everyBoundaryOfGradedCellsIsItsOwnPlaceAndLaterThanTheOneBefore() {
        TimeGrid graded = TimeGrid.graded();
        for (int b = 0; b < 9_000; b++) {
            double hours = graded.hours(b);
            assertThat(graded.atOrBefore(hours)).isEqualTo(b);
            assertThat(graded.atOrAfter(hours)).isEqualTo(b);
            assertThat(graded.hours(b + 1)).isGreaterThan(hours);
        }
    }

    @Test
    void gradedCellsHoldTheTimesInThem() {
        TimeGrid graded = TimeGrid.graded();
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 10_000; i++) {
            double hours = 2_000 * Math.pow(random.nextDouble(), 4);
            assertThat(graded.hours(graded.atOrBefore(hours))).isLessThanOrEqualTo(hours + 1e-9);
            assertThat(graded.hours(graded.atOrAfter(hours))).isGreaterThanOrEqualTo(hours - 1e-9);
            assertThat(graded.atOrAfter(hours) - graded.atOrBefore(hours)).isBetween(0, 1);
        }
    }

    @Test
    void deadlinesOfLawsEndGradedCells() {
        TimeGrid.graded().requireAll(List.of(1.0, 2.0, 4.0, 6.0, 12.0, 24.0, 48.0, 72.0, 168.0, 336.0, 720.0));
    }

    @Test
    void aDeadlineInsideACellIsRefusedWithItsNeighbours() {
        TimeGrid hours = TimeGrid.ofSeconds(3600);
        assertThat(hours.has(1.5)).isFalse();
        assertThatThrownBy(() -> hours.requireAll(List.of(1.0, 1.5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1.5 hours")
                .hasMessageContaining("between 1.0 and 2.0");
    }

    @Test
    void timesBeforeTheOriginAndBeyondAllCellsAreRefused() {
        TimeGrid seconds = TimeGrid.ofSeconds(1);
        assertThatThrownBy(() -> seconds.atOrAfter(-0.1)).hasMessageContaining("expected 0 or more");
        assertThatThrownBy(() -> seconds.atOrAfter(Double.NaN)).hasMessageContaining("expected 0 or more");
        assertThatThrownBy(() -> seconds.atOrAfter(5_000)).hasMessageContaining("coarser");
        assertThatThrownBy(() -> TimeGrid.ofSeconds(0)).hasMessageContaining("1 or more");
    }

    @Test
    void gridsAreEqualByTheirCells() {
        assertThat(TimeGrid.graded()).isEqualTo(TimeGrid.graded()).hasSameHashCodeAs(TimeGrid.graded());
        assertThat(TimeGrid.ofSeconds(1)).isNotEqualTo(TimeGrid.ofSeconds(60));
    }
}
