// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.families;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tilik.measure.removal.families.Copies.alive;
import static org.tilik.measure.removal.families.Copies.family;
import static org.tilik.measure.removal.families.Copies.removed;
import static org.tilik.measure.removal.families.Copies.share;

import java.util.List;
import org.junit.jupiter.api.Test;

class VisibleTimeTest {

    @Test
    void hoursInWhichSeveralCopiesWereVisibleCountOnce() {
        // Up from 0 to 10, from 5 to 20 and from 30 to 40: 30 h, of which 28 within 38 h.
        Family family = family(removed("a", 0, 10), removed("b", 5, 20), removed("a", 30, 40));
        assertThat(VisibleTime.of(family, 100)).isEqualTo(new VisibleTime(30, 30));
        assertThat(VisibleTime.of(family, 38)).isEqualTo(new VisibleTime(28, 28));
        assertThat(VisibleTime.of(family, 5)).isEqualTo(new VisibleTime(5, 5));
    }

    @Test
    void timeCountsFromTheFirstCopy() {
        assertThat(VisibleTime.of(family(removed("a", 50, 60), removed("a", 57, 65)), 12))
                .isEqualTo(new VisibleTime(12, 12));
    }

    @Test
    void bracketsLeaveBounds() {
        // Gone in (4, 10]; the next copy up from 8 to 12: 4 + 4 at least, 12 at most.
        Family family = family(removed("a", 0, 4, 10), removed("a", 8, 12));
        assertThat(VisibleTime.of(family, 48)).isEqualTo(new VisibleTime(8, 12));
    }

    @Test
    void aCopyNotSeenGoneMayBeThereUntilTheHorizon() {
        assertThat(VisibleTime.of(family(alive("a", 0, 30)), 48)).isEqualTo(new VisibleTime(30, 48));
        assertThat(VisibleTime.of(family(alive("a", 0, 50)), 48)).isEqualTo(new VisibleTime(48, 48));
        assertThat(VisibleTime.of(family(share("a", 0, 50)), 48)).isEqualTo(new VisibleTime(48, 48));
    }

    @Test
    void aRestoredCopyIsVisibleAgain() {
        // Gone at 10, seen again at 20, gone at 30: restored somewhere in (10, 20].
        Copy copy = new Copy(
                "a",
                false,
                0,
                0,
                List.of(
                        new Copy.Span(HourBracket.at(0), HourBracket.at(10)),
                        new Copy.Span(new HourBracket(10, 20), HourBracket.at(30))),
                Departure.REMOVED);
        assertThat(VisibleTime.of(family(copy), 48)).isEqualTo(new VisibleTime(20, 30));
        assertThat(family(copy).lastGone()).isEqualTo(HourBracket.at(30));
        assertThat(copy.firstGone()).isEqualTo(HourBracket.at(10));
    }

    @Test
    void onlyFamiliesThatWereSightedForTheWholeHorizonCount() {
        assertThat(VisibleTime.isSightedFor(family(removed("a", 52, 60)), 48)).isTrue();
        assertThat(VisibleTime.isSightedFor(family(removed("a", 53, 60)), 48)).isFalse();
    }

    @Test
    void theMeanHasBoundsAndAnIntervalAroundBoth() {
        VisibleTime.Mean mean = VisibleTime.Mean.of(new double[] {10, 20}, new double[] {10, 30}, 0.95);
        assertThat(mean.families()).isEqualTo(2);
        assertThat(mean.low()).isEqualTo(15);
        assertThat(mean.high()).isEqualTo(20);
        // Standard errors: sd of 10 and 20 over sqrt 2 is 5, of 10 and 30 is 10.
        assertThat(mean.ciLow()).isCloseTo(15 - 1.959963984540054 * 5, within(1e-9));
        assertThat(mean.ciHigh()).isCloseTo(20 + 1.959963984540054 * 10, within(1e-9));
        assertThat(VisibleTime.Mean.of(new double[0], new double[0], 0.95).low())
                .isNaN();
        assertThat(VisibleTime.Mean.of(new double[] {5}, new double[] {5}, 0.95).ciLow())
                .isNaN();
    }
}
