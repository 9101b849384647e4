// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.families;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimeBracketTest {

    @Test
    void theLastOfSeveralLiesBetweenTheGreatestEnds() {
        assertThat(TimeBracket.last(List.of(new TimeBracket(1, 9), new TimeBracket(4, 6))))
                .isEqualTo(new TimeBracket(4, 9));
        assertThat(TimeBracket.last(List.of(TimeBracket.at(5), new TimeBracket(3, 4))))
                .isEqualTo(TimeBracket.at(5));
    }

    @Test
    void oneThatHasNotHappenedLeavesTheLastOpen() {
        assertThat(TimeBracket.last(List.of(TimeBracket.at(5), TimeBracket.notUntil(5))))
                .isEqualTo(TimeBracket.notUntil(5));
        // Gone at 5 for certain; the other, last seen at 2, may have gone before that: at 5 at the earliest.
        assertThat(TimeBracket.last(List.of(TimeBracket.at(5), TimeBracket.notUntil(2))))
                .isEqualTo(TimeBracket.notUntil(Math.nextDown(5.0)));
        assertThat(TimeBracket.last(List.of(TimeBracket.at(1), TimeBracket.notUntil(2))))
                .isEqualTo(TimeBracket.notUntil(2));
    }

    @Test
    void aKnownTimeThatMayBeTheLastBelongsToTheBracket() {
        // Gone at 5 for certain, the other at 4 or at 7: the last at 5 or at 7.
        TimeBracket last = TimeBracket.last(List.of(TimeBracket.at(5), new TimeBracket(3, 8)));
        assertThat(last.after()).isLessThan(5).isGreaterThan(4.999999);
        assertThat(last.by()).isEqualTo(8);
        // Alive at 5 when the first went at 5: the last is later.
        assertThat(TimeBracket.last(List.of(TimeBracket.at(4), new TimeBracket(5, 8))))
                .isEqualTo(new TimeBracket(5, 8));
    }

    @Test
    void theFirstOfSeveralLiesBetweenTheLeastEnds() {
        assertThat(TimeBracket.first(List.of(new TimeBracket(1, 9), new TimeBracket(4, 6))))
                .isEqualTo(new TimeBracket(1, 6));
        assertThat(TimeBracket.first(List.of(TimeBracket.at(5), new TimeBracket(6, 8))))
                .isEqualTo(TimeBracket.at(5));
    }

    @Test
    void impossibleTimesAreRefused() {
        assertThatThrownBy(() -> new TimeBracket(2, 1)).hasMessageContaining("(2.0, 1.0]");
        assertThatThrownBy(() -> new TimeBracket(Double.NaN, 1)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> TimeBracket.last(List.of())).hasMessageContaining("at least one");
        assertThatThrownBy(() -> TimeBracket.first(List.of())).hasMessageContaining("at least one");
    }
}
