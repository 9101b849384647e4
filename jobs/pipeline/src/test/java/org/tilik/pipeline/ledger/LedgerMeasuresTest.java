// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tilik.model.table.LedgerCountRow;
import org.tilik.model.table.LedgerEntryRow;
import org.tilik.model.table.LedgerMeasureRow;

class LedgerMeasuresTest {
    private static final String RUN = "0123456789abcdef";

    private static LedgerCountRow count(
            String ledger, String platform, String source, String action, String delay, Double lo, Double hi, long n) {
        return new LedgerCountRow(
                ledger, platform, "sim", "not_stated", source, "fully", "yes", action, delay, lo, hi, n, RUN);
    }

    /** Ten removals of three kinds, three actions that leave content in sight, two removals without a delay. */
    private static List<LedgerMeasureRow> byHand() {
        return new LedgerMeasures("sim-study", RUN, List.of(24.0, 48.0), 0.95, 10)
                .rows(List.of(
                        count("dsa", "A", "voluntary", "removed", "known", 0.0, 48.0, 7),
                        count("dsa", "A", "notice", "disabled", "known", 48.0, 96.0, 3),
                        count("dsa", "A", "voluntary", "labelled", "known", 0.0, 48.0, 3),
                        count("dsa", "A", "unknown", "removed", "before_clock", null, null, 1),
                        count("dsa", "A", "voluntary", "removed", "no_date", null, null, 1),
                        count("tco", "A", "order", "removed", "known", 59 / 60.0, 1.0, 12)));
    }

    private static LedgerMeasureRow whole(String ledger, String metric, String cause, Double deadline) {
        return byHand().stream()
                .filter(row -> row.ledger().equals(ledger)
                        && row.stratumBy().equals("all")
                        && row.metricId().equals(metric)
                        && (cause == null || cause.equals(row.cause()))
                        && (deadline == null || deadline.equals(row.deadlineHours())))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countsAndSharesAreThoseOfTheEntries() {
        assertThat(whole("dsa", "ledger.entries", null, null).estimate()).isEqualTo(15);
        assertThat(whole("dsa", "ledger.action_share", "labelled", null).estimate())
                .isEqualTo(0.2);
        LedgerMeasureRow proactive = whole("dsa", "ledger.proactive_share", null, null);
        assertThat(proactive.estimate()).isCloseTo(11 / 14.0, within(1e-12));
        assertThat(proactive.nEvents()).isEqualTo(11);
        assertThat(proactive.ciMethod()).isEqualTo("wilson");
    }

    @Test
    void delaysAreThoseOfWhatTookContentOutOfSight() {
        LedgerMeasureRow day = whole("dsa", "ledger.delay_share_within", null, 24.0);
        assertThat(day.nItems()).isEqualTo(15);
        assertThat(day.nEvents()).isEqualTo(10);
        assertThat(day.nUnconfirmed()).isEqualTo(2);
        assertThat(day.identifiability()).isEqualTo("bounds");
        assertThat(day.estimate()).isNull();
        assertThat(day.boundLow()).isZero();
        assertThat(day.boundHigh()).isEqualTo(0.7);
        assertThat(day.selection()).isEqualTo("conditional_on_action");

        LedgerMeasureRow twoDays = whole("dsa", "ledger.delay_share_within", null, 48.0);
        assertThat(twoDays.identifiability()).isEqualTo("point");
        assertThat(twoDays.estimate()).isEqualTo(0.7);

        LedgerMeasureRow median = whole("dsa", "ledger.delay_median_days", null, null);
        assertThat(median.boundLow()).isZero();
        assertThat(median.boundHigh()).isEqualTo(2);
        assertThat(median.unit()).isEqualTo("d");
    }

    @Test
    void ledgersAreNotPooledAndEachHasItsClock() {
        assertThat(whole("dsa", "ledger.delay_median_days", null, null).clock()).isEqualTo("posted");
        LedgerMeasureRow orders = whole("tco", "ledger.delay_share_within", null, 24.0);
        assertThat(orders.clock()).isEqualTo("ordered");
        assertThat(orders.estimate()).isOne();
        assertThat(orders.nInterval()).isZero();
        assertThat(byHand()).noneMatch(row -> row.stratumBy().equals("ledger"));
    }

    @Test
    void aSmallLedgerIsHeldBackWithoutHoldingBackAnother() {
        List<LedgerMeasureRow> rows = new LedgerMeasures("sim-study", RUN, List.of(24.0), 0.95, 10)
                .rows(List.of(
                        count("dsa", "A", "voluntary", "removed", "known", 0.0, 48.0, 100),
                        count("lumen", "A", "complaint", "taken", "no_date", null, null, 9)));

        assertThat(rows).allSatisfy(row -> {
            assertThat(row.suppressed()).isEqualTo(row.ledger().equals("lumen"));
            assertThat(row.nItems() == null).isEqualTo(row.suppressed());
        });
        assertThat(new LedgerMeasures("sim-study", RUN, List.of(24.0), 0.95, 10).rows(List.of()))
                .isEmpty();
    }

    @Test
    void aTallyCountsEachEntryOnceAndHoldsABoundedNumberOfCounts() {
        List<LedgerCountRow> counts = new ArrayList<>();
        LedgerTally tally = new LedgerTally(RUN, counts::add, 2);
        for (String key : List.of("a", "b", "b", "c", "d", "d", "d")) {
            tally.accept(new LedgerEntryRow(
                    "dsa",
                    key,
                    key,
                    null,
                    List.of(),
                    "voluntary",
                    null,
                    "not",
                    "removed",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "file",
                    null,
                    1));
        }
        tally.finish();

        assertThat(tally.entries()).isEqualTo(4);
        assertThat(tally.duplicates()).isEqualTo(3);
        assertThat(counts)
                .hasSize(4)
                .allSatisfy(count -> assertThat(count.nEntries()).isOne());
        assertThat(counts).extracting(LedgerCountRow::category).containsOnly("unknown");
    }
}
