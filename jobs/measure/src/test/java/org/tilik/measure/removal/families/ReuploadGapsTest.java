// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.families;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tilik.measure.removal.families.Copies.alive;
import static org.tilik.measure.removal.families.Copies.deleted;
import static org.tilik.measure.removal.families.Copies.family;
import static org.tilik.measure.removal.families.Copies.removed;
import static org.tilik.measure.removal.families.Copies.share;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tilik.measure.removal.Identifiability;
import org.tilik.measure.removal.IntervalMethod;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RemovalEstimator;

class ReuploadGapsTest {

    private static final double INF = Double.POSITIVE_INFINITY;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // what, removed after, removed by, copies posted, gap after, gap by
        "known and copied again,                 10, 10, '0 25 40',   15, 15",
        "known and never copied again,           10, 10, '0 5',       90, Infinity",
        "a copy at the very moment is no answer, 10, 10, '0 10 12',    2,  2",
        "bracket before the next copy,            5, 20, '0 25',       5, 20",
        "bracket that ends at the next copy,      5, 20, '0 20',       0, 15",
        "bracket never copied again,              5, 20, '0',         80, Infinity",
        "a copy inside the bracket,               5, 20, '0 8 30',     0, 22",
        "two copies inside the bracket,           5, 20, '0 14 16 21', 0,  9",
        "nothing known after a copy inside,       5, 20, '0 8',        0, Infinity",
    })
    void eachGapIsWhatItCanBe(String what, double after, double by, String posted, double gapAfter, double gapBy) {
        double[] times = List.of(posted.split(" ")).stream()
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertThat(ReuploadGaps.gap(new HourBracket(after, by), times, 100))
                .as(what)
                .isEqualTo(new HourBracket(gapAfter, gapBy));
    }

    @Test
    void everyRemovedCopyHasAGapAndNoOtherHas() {
        RemovalData gaps = ReuploadGaps.of(List.of(
                family(removed("a", 0, 10), removed("b", 4, 12), alive("a", 20, 90)),
                family(deleted("a", 0, 10), alive("a", 30, 90)),
                family(alive("a", 0, 90)),
                family(removed("a", 3, 40))));
        assertThat(rows(gaps)).containsExactly("0: 10.0 10.0", "0: 8.0 8.0", "3: 60.0 Infinity");
    }

    @Test
    void sharesAreNoReuploadsButTheirRemovalIsOne() {
        Copy share = Copy.of("a", true, 2, 2, HourBracket.at(6), Departure.REMOVED);
        RemovalData gaps = ReuploadGaps.of(List.of(family(alive("a", 0, 90), share, share("a", 7, 90))));
        assertThat(rows(gaps)).containsExactly("0: 94.0 Infinity");
    }

    @Test
    void whoRemovedItMustBeKnown() {
        Copy unknown = Copy.of("a", false, 0, 0, HourBracket.at(6), Departure.UNKNOWN);
        assertThat(ReuploadGaps.of(List.of(family(unknown, alive("a", 9, 90)))).size())
                .isZero();
    }

    @Test
    void whatHappenedAfterTheEndOfSightingIsNotFollowed() {
        RemovalData gaps = ReuploadGaps.of(List.of(
                family(removed("a", 0, 120)),
                family(removed("a", 0, 90, 130)),
                family(removed("a", 0, 10), removed("a", 101, 102))));
        assertThat(rows(gaps)).containsExactly("2: 90.0 Infinity");
        assertThat(gaps.noFollowUp()).isEqualTo(2);
    }

    @Test
    void theShareReuploadedIsEstimatedWithFamiliesAsUnits() {
        // 40 families: half of them come back 5 h after each of two removals, half are never seen again.
        List<Family> families = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            families.add(
                    i % 2 == 0
                            ? family(removed("a", 0, 10), removed("a", 15, 20), alive("a", 25, 99))
                            : family(removed("a", 0, 10), removed("a", 2, 10)));
        }
        RemovalEstimate estimate = RemovalEstimator.standard()
                .withDeadlines(4, 5, 24, 95)
                .withBootstrap(400, 3)
                .estimate(ReuploadGaps.of(families));
        assertThat(estimate.n()).isEqualTo(80);
        assertThat(estimate.nEffective()).isEqualTo(40);
        assertThat(estimate.intervalMethod()).isEqualTo(IntervalMethod.FAMILY_BOOTSTRAP);
        assertThat(estimate.deadlines())
                .extracting(deadline -> deadline.share().estimate())
                .containsExactly(0.0, 0.5, 0.5, Double.NaN);
        // 40 independent coins: 0.5 ± 1.96 · sqrt(0.25 / 40).
        assertThat(estimate.deadlines().get(1).share().ciLow()).isBetween(0.31, 0.39);
        assertThat(estimate.deadlines().get(3).share().identifiability()).isEqualTo(Identifiability.NONE);
    }

    private static List<String> rows(RemovalData data) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            rows.add(data.family(i) + ": " + data.lower(i) + " " + (data.isCensored(i) ? INF : data.upper(i)));
        }
        return rows;
    }
}
