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
import org.tilik.measure.removal.RemovalDataBuilder;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.Share;

class LastCopyTest {

    @Test
    void theLastCopyIsGoneWhenTheLatestOfThemIsForWhateverCause() {
        RemovalData data = data(List.of(
                LastCopy.of(family(removed("a", 10, 20), deleted("b", 12, 45))),
                LastCopy.of(family(removed("a", 10, 20, 30), removed("b", 12, 25, 28))),
                LastCopy.of(family(removed("a", 10, 20), alive("b", 12, 50))),
                LastCopy.of(family(removed("a", 10, 60), share("a", 12, 65)))));
        assertThat(rows(data)).containsExactly("35.0 35.0", "15.0 20.0", "40.0 Infinity", "55.0 Infinity");
    }

    @Test
    void aFamilyIsUnderObservationFromItsFirstCaptureOn() {
        Copy late = Copy.of("a", false, 10, 16, HourBracket.at(30), Departure.REMOVED);
        Copy later = Copy.of("a", false, 12, 15, HourBracket.at(25), Departure.REMOVED);
        RemovalData data = data(List.of(LastCopy.of(family(late, later))));
        assertThat(data.entry(0)).isEqualTo(5);
        assertThat(LastCopy.of(family(late, later, removed("a", 18, 19))).entryHours())
                .isZero();
        Copy unknown = Copy.of("a", false, 10, Double.POSITIVE_INFINITY, HourBracket.at(30), Departure.REMOVED);
        assertThat(data(List.of(LastCopy.of(family(unknown)))).noFollowUp()).isEqualTo(1);
    }

    @Test
    void platformsAreClearedOneByOne() {
        RemovalData data = data(LastCopy.cleared(
                family(removed("a", 10, 20), removed("b", 12, 45), removed("a", 13, 24), alive("c", 14, 99))));
        assertThat(LastCopy.cleared(family(removed("a", 10, 20), removed("a", 11, 21))))
                .isEmpty();
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

    /** All as rows of one family. */
    private static RemovalData data(List<LastCopy> last) {
        RemovalDataBuilder rows = RemovalData.builder(List.of());
        last.forEach(copy -> copy.addTo(rows, 3));
        return rows.build();
    }

    private static List<String> rows(RemovalData data) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            rows.add(data.lower(i) + " " + data.upper(i));
        }
        return rows;
    }
}
