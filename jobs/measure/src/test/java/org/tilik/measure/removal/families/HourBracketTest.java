// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.families;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class HourBracketTest {

    @Test
    void theLastOfSeveralLiesBetweenTheGreatestEnds() {
        assertThat(HourBracket.last(List.of(new HourBracket(1, 9), new HourBracket(4, 6))))
                .isEqualTo(new HourBracket(4, 9));
        assertThat(HourBracket.last(List.of(HourBracket.at(5), new HourBracket(3, 4))))
                .isEqualTo(HourBracket.at(5));
    }

    @Test
    void oneThatHasNotHappenedLeavesTheLastOpen() {
        assertThat(HourBracket.last(List.of(HourBracket.at(5), HourBracket.notUntil(5))))
                .isEqualTo(HourBracket.notUntil(5));
        // Gone at 5 for certain; the other, last seen at 2, may have gone before that: at 5 at the earliest.
        assertThat(HourBracket.last(List.of(HourBracket.at(5), HourBracket.notUntil(2))))
                .isEqualTo(HourBracket.notUntil(Math.nextDown(5.0)));
        assertThat(HourBracket.last(List.of(HourBracket.at(1), HourBracket.notUntil(2))))
                .isEqualTo(HourBracket.notUntil(2));
    }

    @Test
    void aKnownTimeThatMayBeTheLastBelongsToTheBracket() {
        // Gone at 5 for certain, the other at 4 or at 7: the last at 5 or at 7.
        HourBracket last = HourBracket.last(List.of(HourBracket.at(5), new HourBracket(3, 8)));
        assertThat(last.after()).isLessThan(5).isGreaterThan(4.999999);
        assertThat(last.by()).isEqualTo(8);
        // Alive at 5 when the first went at 5: the last is later.
        assertThat(HourBracket.last(List.of(HourBracket.at(4), new HourBracket(5, 8))))
                .isEqualTo(new HourBracket(5, 8));
    }

    @Test
    void theFirstOfSeveralLiesBetweenTheLeastEnds() {
        assertThat(HourBracket.first(List.of(new HourBracket(1, 9), new HourBracket(4, 6))))
                .isEqualTo(new HourBracket(1, 6));
        assertThat(HourBracket.first(List.of(HourBracket.at(5), new HourBracket(6, 8))))
                .isEqualTo(HourBracket.at(5));
    }

    @Test
    void impossibleTimesAreRefused() {
        assertThatThrownBy(() -> new HourBracket(2, 1)).hasMessageContaining("(2.0, 1.0]");
        assertThatThrownBy(() -> new HourBracket(Double.NaN, 1)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> HourBracket.last(List.of())).hasMessageContaining("at least one");
        assertThatThrownBy(() -> HourBracket.first(List.of())).hasMessageContaining("at least one");
    }
}
