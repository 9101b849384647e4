// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.tilik.measure.removal.Closeness.assertClose;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Oracles: the table of deadline_share_toy, made by hand; R 4.2.2 with survival 3.5-3 for aj_mgus2. */
class NaiveFiguresTest {

    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double EXACT = 1e-12;

    @Test
    void theToyShowsAllThreeAnswersToOneQuestion() {
        RemovalData data = ReferenceData.timed(ReferenceTable.read("deadline_share_toy/input.csv"), "hours");
        ReferenceTable expected = ReferenceTable.read("deadline_share_toy/expected.csv");
        NaiveFigures naive = NaiveFigures.of(data, List.of(1.0, 24.0, 168.0));
        for (int i = 0; i < expected.size(); i++) {
            NaiveFigures.Shares shares = naive.deadlines().get(i);
            assertThat(shares.deadlineHours()).isEqualTo(expected.number(i, "deadline_h"));
            assertClose("all", shares.ofAllItems(), expected.number(i, "naive_all_denominator"), EXACT);
            assertClose("complete", shares.ofCompleteCases(), expected.number(i, "complete_case_share"), EXACT);
            // All times are exact, so that midpoints are the times themselves.
            assertClose("midpoint", shares.midpoint(), expected.number(i, "km_share_removed"), EXACT);
        }
        // Gone at 0.5, 0.9, 1, 2, 20, 24 and 100: six of seven within a day, and 2 in the middle.
        assertClose("gone", naive.deadlines().get(1).ofGone(), 6.0 / 7, EXACT);
        assertThat(naive.medianOfGone()).isEqualTo(2);
    }

    @Test
    void oneCurveForEachCauseOverstatesAsItDoesInR() {
        RemovalData data = ReferenceData.byCause(ReferenceTable.read("aj_mgus2/input.csv"), "pcm", "death");
        ReferenceTable expected = ReferenceTable.read("aj_mgus2/contrast_naive_1mKM.csv");
        List<Double> months = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            months.add(expected.number(i, "time"));
        }
        List<NaiveFigures.Shares> naive = NaiveFigures.of(data, months).deadlines();
        CauseCurve right = AalenJohansen.fit(data, IncidenceVariance.AALEN).get(0);
        for (int i = 0; i < expected.size(); i++) {
            double wrong = naive.get(i).oneMinusKaplanMeier().get("pcm");
            assertClose(
                    "at " + months.get(i), wrong, expected.number(i, "one_minus_km_treating_death_as_censored"), 1e-9);
            assertThat(wrong).isGreaterThanOrEqualTo(right.at(months.get(i)) - EXACT);
        }
        double last = naive.get(naive.size() - 1).oneMinusKaplanMeier().get("pcm");
        assertThat(last).isEqualTo(0.4248, offset(5e-5));
        assertThat(right.at(360)).isEqualTo(0.1340, offset(5e-5));
        assertThat(last + naive.get(naive.size() - 1).oneMinusKaplanMeier().get("death"))
                .isGreaterThan(1);
    }

    @Test
    void midpointsAnswerWhatBracketsCannot() {
        // 60 gone between looks at 0 and 36 h, 40 stayed: within 24 h anything from 0 to 0.6 is possible.
        RemovalData data = RemovalData.builder(List.of())
                .add(0, 0, 36, 0, 60)
                .add(0, 36, INF, 0, 40)
                .build();
        NaiveFigures naive = NaiveFigures.of(data, List.of(17.0, 18.0, 24.0));
        Share known = RemovalEstimator.standard()
                .withDeadlines(24)
                .estimate(data)
                .deadlines()
                .get(0)
                .share();
        assertThat(known.identifiability()).isEqualTo(Identifiability.BOUNDS);
        assertClose("low", known.boundLow(), 0, EXACT);
        assertClose("high", known.boundHigh(), 0.6, 1e-9);

        assertThat(naive.deadlines()).extracting(NaiveFigures.Shares::midpoint).containsExactly(0.0, 0.6, 0.6);
        assertThat(naive.medianOfMidpoints()).isEqualTo(18);
        assertThat(naive.medianOfGone()).isEqualTo(18);
        assertThat(naive.deadlines().get(2).ofCompleteCases()).isZero();
        assertThat(naive.deadlines().get(2).ofAllItems()).isZero();
    }

    @Test
    void causesAreGroupedAsAskedAndUnknownOnesAreCensored() {
        RemovalData data = RemovalData.builder(List.of("platform", "author", "unknown"))
                .add(0, 1, 1, 1, 25)
                .add(0, 2, 2, 2, 25)
                .add(0, 3, 3, 3, 25)
                .add(0, 4, 4, 1, 25)
                .build();
        CauseGroup removal = new CauseGroup("removal", Set.of("platform"), Set.of("unknown"));
        NaiveFigures naive = NaiveFigures.of(data, List.of(3.5, 4.0), List.of(removal));
        assertClose("before", naive.deadlines().get(0).oneMinusKaplanMeier().get("removal"), 0.25, EXACT);
        // The last 25 at risk are the last 25 there are: 1 − 0.75 · 0, though half of the items were removed.
        assertClose("after", naive.deadlines().get(1).oneMinusKaplanMeier().get("removal"), 1, EXACT);
    }

    @Test
    void lateEntryLeavesEarlyTimesToThoseWhoWereThere() {
        RemovalData data = RemovalData.builder(List.of())
                .add(0, 1, 1, 0, 1)
                .add(0, 10, INF, 0, 1)
                .add(5, 10, INF, 0, 98)
                .build();
        NaiveFigures.Shares day =
                NaiveFigures.of(data, List.of(8.0)).deadlines().get(0);
        assertClose("in risk sets", day.midpoint(), 0.5, EXACT);
        assertClose("ignored", day.ofAllItems(), 0.01, EXACT);
        assertClose("ignored", day.ofCompleteCases(), 0.01, EXACT);
    }

    @Test
    void nothingGoneAndNothingAtAllAreNotDefined() {
        NaiveFigures stayed = NaiveFigures.of(
                RemovalData.builder(List.of()).add(0, 30, INF, 0, 5).build(), List.of(24.0));
        assertThat(stayed.medianOfGone()).isNaN();
        assertThat(stayed.medianOfMidpoints()).isNaN();
        assertThat(stayed.deadlines().get(0).ofGone()).isNaN();
        assertThat(stayed.deadlines().get(0).ofCompleteCases()).isZero();

        NaiveFigures empty = NaiveFigures.of(RemovalData.builder(List.of()).build(), List.of(24.0));
        assertThat(empty.deadlines().get(0).ofAllItems()).isNaN();
        assertThat(empty.deadlines().get(0).midpoint()).isNaN();
    }

    /** Exponential removal at 0.02 a hour, author deletion at 0.03, follow-up uniform on (0, 100) hours. */
    @Test
    void inAKnownWorldEachNaiveFigureMissesItsTruthAndTheRightOnesDoNot() {
        SplittableRandom random = new SplittableRandom(20240611);
        RemovalDataBuilder rows = RemovalData.builder(List.of("platform", "author"));
        int items = 20_000;
        for (int i = 0; i < items; i++) {
            double gone = -Math.log(1 - random.nextDouble()) / 0.05;
            int cause = random.nextDouble() < 0.4 ? 1 : 2;
            double followed = 100 * random.nextDouble();
            rows.add(0, Math.min(gone, followed), gone <= followed ? gone : INF, gone <= followed ? cause : 0, 1);
        }
        RemovalData data = rows.build();
        CauseGroup removal = new CauseGroup("removal", Set.of("platform"), Set.of());
        RemovalEstimate right = RemovalEstimator.standard()
                .withDeadlines(24)
                .withCauseGroups(List.of(removal))
                .estimate(data);
        NaiveFigures naive = NaiveFigures.of(data, List.of(24.0));
        NaiveFigures.Shares shares = naive.deadlines().get(0);

        double truth = 1 - Math.exp(-0.05 * 24);
        double removed = 0.4 * truth;
        double noise = 0.015;
        assertThat(right.deadlines().get(0).share().estimate()).isBetween(truth - noise, truth + noise);
        assertThat(right.causeGroups().get("removal").get(0).share().estimate())
                .isBetween(removed - noise, removed + noise);
        assertThat(right.quantiles().get(0).estimate()).isBetween(13.2, 14.6);

        assertThat(shares.ofAllItems()).isLessThan(truth - 3 * noise);
        assertThat(shares.ofCompleteCases()).isGreaterThan(truth + noise);
        assertThat(shares.ofGone()).isGreaterThan(truth + 3 * noise);
        assertThat(naive.medianOfGone()).isLessThan(13);
        assertThat(shares.oneMinusKaplanMeier().get("platform"))
                .isBetween(1 - Math.exp(-0.02 * 24) - noise, 1 - Math.exp(-0.02 * 24) + noise)
                .isGreaterThan(removed + 3 * noise);
    }
}
