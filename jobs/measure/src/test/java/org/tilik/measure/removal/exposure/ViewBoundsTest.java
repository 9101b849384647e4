// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tilik.measure.removal.exposure.ViewBounds.Count;

class ViewBoundsTest {
    private static final Instant START = Instant.parse("2024-06-03T12:00:00Z");

    @Test
    void viewsLieBetweenTheLastCountBeforeAndTheFirstAfter() {
        assertThat(bounds(5, 9.0, 1, 10, 4, 40, 9, 90, 12, 95)).isEqualTo(new ViewBounds(40L, 90L));
        assertThat(bounds(4, 9.0, 1, 10, 4, 40)).isEqualTo(new ViewBounds(40L, null));
        assertThat(bounds(5, 9.0, 10, 90)).isEqualTo(new ViewBounds(null, 90L));
    }

    @Test
    void aCountBetweenLastSightingAndDisappearanceIsNeither() {
        assertThat(bounds(5, 9.0, 4, 40, 7, 70, 9, 90)).isEqualTo(new ViewBounds(40L, 90L));
    }

    @Test
    void theViewsOfAnItemStillVisibleGoOn() {
        assertThat(bounds(5, null, 4, 40, 5, 50, 7, 70)).isEqualTo(new ViewBounds(50L, null));
    }

    @Test
    void withoutCountsNothingIsKnown() {
        assertThat(bounds(5, 9.0)).isEqualTo(new ViewBounds(null, null));
        assertThat(ViewBounds.of(List.of(new Count(START, 3)), null, null)).isEqualTo(new ViewBounds(null, null));
    }

    @Test
    void aPlatformThatCountsFewerLaterHasCorrectedItself() {
        assertThat(bounds(5, 9.0, 1, 50, 4, 40, 9, 45)).isEqualTo(new ViewBounds(50L, 50L));
    }

    @Test
    void ofTwoCountsOfOneTimeTheGreaterIsTheBound() {
        assertThat(bounds(5, 9.0, 5, 10, 5, 12, 9, 20, 9, 22)).isEqualTo(new ViewBounds(12L, 22L));
    }

    /** Counts as hours and views by turns. */
    private static ViewBounds bounds(double lastVisible, Double gone, double... counts) {
        List<Count> list = new ArrayList<>();
        for (int i = counts.length - 2; i >= 0; i -= 2) {
            list.add(new Count(at(counts[i]), Math.round(counts[i + 1])));
        }
        return ViewBounds.of(list, at(lastVisible), gone == null ? null : at(gone));
    }

    private static Instant at(double hours) {
        return START.plusSeconds(Math.round(hours * 3600));
    }
}
