// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.families;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tilik.measure.removal.families.Copies.alive;
import static org.tilik.measure.removal.families.Copies.deleted;
import static org.tilik.measure.removal.families.Copies.family;
import static org.tilik.measure.removal.families.Copies.removed;
import static org.tilik.measure.removal.families.Copies.share;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.Share;

class LastCopyTest {

    @Test
    void theLastCopyIsGoneWhenTheLatestOfThemIsForWhateverCause() {
        RemovalData data = LastCopy.gone(List.of(
                family(removed("a", 10, 20), deleted("b", 12, 45)),
                family(removed("a", 10, 20, 30), removed("b", 12, 25, 28)),
                family(removed("a", 10, 20), alive("b", 12, 50)),
                family(removed("a", 10, 60), share("a", 12, 65))));
        assertThat(rows(data)).containsExactly("35.0 35.0", "15.0 20.0", "40.0 Infinity", "55.0 Infinity");
    }

    @Test
    void aFamilyIsUnderObservationFromItsFirstCaptureOn() {
        Copy late = Copy.of("a", false, 10, 16, HourBracket.at(30), Departure.REMOVED);
        Copy later = Copy.of("a", false, 12, 15, HourBracket.at(25), Departure.REMOVED);
        RemovalData data = LastCopy.gone(List.of(family(late, later)));
        assertThat(data.entry(0)).isEqualTo(5);
        Copy unknown = Copy.of("a", false, 10, Double.POSITIVE_INFINITY, HourBracket.at(30), Departure.REMOVED);
        assertThat(LastCopy.gone(List.of(family(unknown))).noFollowUp()).isEqualTo(1);
    }

    @Test
    void platformsAreClearedOneByOne() {
        RemovalData data = LastCopy.cleared(List.of(
                family(removed("a", 10, 20), removed("b", 12, 45), removed("a", 13, 24), alive("c", 14, 99)),
                family(removed("a", 10, 20), removed("a", 11, 21))));
        assertThat(rows(data)).containsExactly("14.0 14.0", "35.0 35.0", "89.0 Infinity");
        Share day = RemovalEstimator.standard()
                .withDeadlines(24)
                .estimate(data)
                .deadlines()
                .get(0)
                .share();
        assertThat(day.estimate()).isCloseTo(1.0 / 3, within(1e-12));
        // One family is one unit: three platforms of it give no interval.
        assertThat(day.ciLow()).isNaN();
    }

    private static List<String> rows(RemovalData data) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            rows.add(data.lower(i) + " " + data.upper(i));
        }
        return rows;
    }
}
