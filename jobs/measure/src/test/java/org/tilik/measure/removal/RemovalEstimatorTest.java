// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tilik.measure.removal.Closeness.assertClose;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RemovalEstimatorTest {

    private static final double INF = Double.POSITIVE_INFINITY;
    private static final RemovalEstimator STANDARD = RemovalEstimator.standard();

    @Test
    void theDeadlineShareCountsItemsStillVisibleAndIsInclusive() {
        RemovalData data = ReferenceData.timed(ReferenceTable.read("deadline_share_toy/input.csv"), "hours");
        RemovalEstimate estimate = STANDARD.withDeadlines(1, 24, 168).estimate(data);
        ReferenceTable expected = ReferenceTable.read("deadline_share_toy/expected.csv");
        for (int i = 0; i < 3; i++) {
            DeadlineShare share = estimate.deadlines().get(i);
            assertThat(share.share().identifiability()).isEqualTo(Identifiability.POINT);
            assertClose("share", share.share().estimate(), expected.number(i, "km_share_removed"), 1e-9);
        }
        assertThat(estimate.method()).isEqualTo(Method.KAPLAN_MEIER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6MP", "placebo"})
    void shareIntervalsEqualThoseOfR(String group) {
        RemovalData data = ReferenceData.timed(
                ReferenceTable.read("km_freireich_6mp/input.csv").where("group", group), "time");
        RemovalEstimate estimate = STANDARD.withDeadlines(1, 7, 14, 21).estimate(data);
        ReferenceTable expected = ReferenceTable.read("km_freireich_6mp/expected_share_by_time_loglog.csv")
                .where("group", "group=" + group);
        for (int i = 0; i < expected.size(); i++) {
            Share share = estimate.deadlines().get(i).share();
            assertThat(estimate.deadlines().get(i).deadlineHours()).isEqualTo(expected.number(i, "time"));
            assertClose("share", share.estimate(), expected.number(i, "F"), 1e-9);
            assertClose("low", share.ciLow(), expected.number(i, "lo"), 1e-9);
            assertClose("high", share.ciHigh(), expected.number(i, "hi"), 1e-9);
        }
    }

    @Test
    void aRecheckAfterThirtySixHoursGivesOnlyBoundsAtTwentyFour() {
        RemovalDataBuilder rows = RemovalData.builder(List.of());
        rows.add(0, 0, 36, 0, 30).add(0, 0, 12, 0, 20).add(0, 36, INF, 0, 50);
        RemovalEstimate estimate = STANDARD.withDeadlines(12, 24, 36, 48).estimate(rows.build());

        assertThat(estimate.method()).isEqualTo(Method.TURNBULL);
        Share day = estimate.deadlines().get(1).share();
        assertThat(day.identifiability()).isEqualTo(Identifiability.BOUNDS);
        assertThat(day.estimate()).isNaN();
        assertClose("lower", day.boundLow(), 0.2, 1e-9);
        assertClose("upper", day.boundHigh(), 0.5, 1e-9);
        Share end = estimate.deadlines().get(2).share();
        assertThat(end.identifiability()).isEqualTo(Identifiability.POINT);
        assertClose("at the re-check", end.estimate(), 0.5, 1e-9);
        assertThat(estimate.deadlines().get(3).share().identifiability()).isEqualTo(Identifiability.NONE);
        assertThat(estimate.caveats())
                .contains(
                        Caveat.BRACKETS_STRADDLE_DEADLINE,
                        Caveat.DEADLINE_BEYOND_FOLLOW_UP,
                        Caveat.INTERVALS_NEED_BOOTSTRAP);
    }

    @Test
    void aDeadlineAfterTheLastItemWentNeedsNoFollowUp() {
        RemovalData data = RemovalData.builder(List.of()).add(1, 1).add(5, 5).build();
        Share share =
                STANDARD.withDeadlines(100).estimate(data).deadlines().get(0).share();
        assertThat(share.identifiability()).isEqualTo(Identifiability.POINT);
        assertThat(share.estimate()).isEqualTo(1);
    }

    @Test
    void lateEntryGivesAConditionalShareAndOnlyALowerBoundForAllItems() {
        RemovalDataBuilder rows = RemovalData.builder(List.of());
        rows.add(1, 2, 2, 0, 1);
        rows.add(2, 10, 10, 0, 10).add(2, 50, INF, 0, 10);
        RemovalEstimate estimate =
                STANDARD.withDeadlines(2, 24).withMinAtRisk(10).estimate(rows.build());

        DeadlineShare early = estimate.deadlines().get(0);
        assertThat(early.share().identifiability()).isEqualTo(Identifiability.NONE);
        DeadlineShare day = estimate.deadlines().get(1);
        assertThat(day.conditionalOnHours()).isEqualTo(2);
        assertClose("conditional", day.givenCaptured().estimate(), 0.5, 1e-12);
        assertThat(day.share().identifiability()).isEqualTo(Identifiability.BOUNDS);
        assertClose("lower bound", day.share().boundLow(), 0.5, 1e-12);
        assertThat(day.share().boundHigh()).isEqualTo(1);
        assertThat(day.share().ciLow()).isEqualTo(day.givenCaptured().ciLow());
        assertThat(estimate.caveats()).contains(Caveat.LEFT_TRUNCATED);
    }

    @Test
    void aRiskSetThatShrankBecauseItemsLeftIsNoTruncation() {
        RemovalDataBuilder rows = RemovalData.builder(List.of());
        rows.add(0, 1, 1, 0, 8).add(0, 30, INF, 0, 4);
        DeadlineShare share = STANDARD.withDeadlines(24)
                .withMinAtRisk(10)
                .estimate(rows.build())
                .deadlines()
                .get(0);
        assertThat(share.conditionalOnHours()).isZero();
        assertClose("share", share.share().estimate(), 8.0 / 12, 1e-12);
    }

    @Test
    void unknownCausesAreLeftOutBelowAndCountedAbove() {
        RemovalDataBuilder rows = RemovalData.builder(List.of("platform", "author", "unknown"));
        rows.add(0, 1, 1, 1, 30).add(0, 2, 2, 2, 20).add(0, 3, 3, 3, 10).add(0, 100, INF, 0, 40);
        CauseGroup removal = new CauseGroup("removal", Set.of("platform"), Set.of("unknown"));
        RemovalEstimate estimate =
                STANDARD.withDeadlines(2, 24).withCauseGroups(List.of(removal)).estimate(rows.build());

        Share before = estimate.causeGroups().get("removal").get(0).share();
        assertThat(before.identifiability()).isEqualTo(Identifiability.POINT);
        assertClose("platform", before.estimate(), 0.3, 1e-12);
        Share day = estimate.causeGroups().get("removal").get(1).share();
        assertThat(day.identifiability()).isEqualTo(Identifiability.BOUNDS);
        assertClose("without unknown", day.boundLow(), 0.3, 1e-12);
        assertClose("with unknown", day.boundHigh(), 0.4, 1e-12);
        assertThat(day.ciLow()).isLessThan(0.3);
        assertThat(day.ciHigh()).isGreaterThan(0.4);
        assertThat(estimate.causes()).extracting(CauseCurve::cause).containsExactly("platform", "author", "unknown");
    }

    @Test
    void causesOfBracketsShareTheMassOfTheGrid() {
        RemovalDataBuilder rows = RemovalData.builder(List.of("platform", "author"));
        rows.add(0, 0, 24, 1, 10).add(0, 0, 24, 2, 20).add(0, 24, 48, 1, 30).add(0, 48, INF, 0, 40);
        CauseGroup removal = new CauseGroup("removal", Set.of("platform"), Set.of());
        RemovalEstimate estimate = STANDARD.withDeadlines(24, 36, 48)
                .withCauseGroups(List.of(removal))
                .estimate(rows.build());
        assertClose("platform by 24", estimate.causes().get(0).at(24), 0.1, 1e-8);
        assertClose("platform by 48", estimate.causes().get(0).at(48), 0.4, 1e-8);
        assertClose("author by 48", estimate.causes().get(1).at(48), 0.2, 1e-8);
        Share middle = estimate.causeGroups().get("removal").get(1).share();
        assertClose("lower", middle.boundLow(), 0.1, 1e-8);
        assertClose("upper", middle.boundHigh(), 0.4, 1e-8);
    }

    @Test
    void quantilesOfBracketsAreTheInnermostInterval() {
        RemovalDataBuilder rows = RemovalData.builder(List.of());
        rows.add(0, 0, 24, 0, 30).add(0, 24, 48, 0, 30).add(0, 48, INF, 0, 40);
        RemovalEstimate estimate =
                STANDARD.withQuantiles(0.25, 0.5, 0.9).withBootstrap(100, 1).estimate(rows.build());
        Quantile median = estimate.quantiles().get(1);
        assertThat(median.estimate()).isNaN();
        assertThat(median.boundLow()).isEqualTo(24);
        assertThat(median.boundHigh()).isEqualTo(48);
        assertThat(median.ciLow()).isLessThanOrEqualTo(24);
        assertThat(estimate.quantiles().get(2).reached()).isFalse();
        assertThat(estimate.quantiles().get(2).boundLow()).isNaN();
        assertThat(estimate.intervalMethod()).isEqualTo(IntervalMethod.ITEM_BOOTSTRAP);
        assertThat(estimate.curve().ciLow(0)).isLessThan(0.7);
        assertThat(estimate.curve().standardError(0)).isBetween(0.03, 0.07);
    }

    @Test
    void noItemsGiveAnEmptyEstimate() {
        RemovalEstimate estimate = STANDARD.withDeadlines(24)
                .withTau(10)
                .estimate(RemovalData.builder(List.of("a")).build());
        assertThat(estimate.n()).isZero();
        assertThat(estimate.curve().size()).isZero();
        assertThat(estimate.quantiles().get(0).reached()).isFalse();
        assertThat(estimate.deadlines().get(0).share().identifiability()).isEqualTo(Identifiability.NONE);
        assertThat(estimate.intervalMethod()).isEqualTo(IntervalMethod.NONE);
        assertThat(estimate.caveats()).contains(Caveat.NO_FOLLOW_UP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTO", "TURNBULL"})
    void noEventsGiveAShareOfZero(String method) {
        RemovalEstimate estimate = STANDARD.withMethod(Method.valueOf(method))
                .withDeadlines(24)
                .withTau(10)
                .estimate(
                        RemovalData.builder(List.of("a")).add(0, 50, INF, 0, 5).build());
        assertThat(estimate.deadlines().get(0).share().estimate()).isZero();
        assertThat(estimate.quantiles().get(0).reached()).isFalse();
        assertThat(estimate.caveats()).contains(Caveat.NO_EVENTS);
    }

    @Test
    void copiesOfOneContentWidenTheInterval() {
        RemovalDataBuilder single = RemovalData.builder(List.of());
        RemovalDataBuilder copies = RemovalData.builder(List.of());
        for (int family = 0; family < 50; family++) {
            double upper = family % 2 == 0 ? 10 : INF;
            single.add(0, family % 2 == 0 ? 10 : 100, upper, 0, 8, -1);
            copies.add(0, family % 2 == 0 ? 10 : 100, upper, 0, 8, family);
        }
        RemovalEstimator estimator = STANDARD.withDeadlines(24).withBootstrap(400, 7);
        RemovalEstimate apart = estimator.estimate(single.build());
        RemovalEstimate together = estimator.estimate(copies.build());

        assertThat(apart.nEffective()).isEqualTo(400);
        assertThat(together.nEffective()).isEqualTo(50);
        assertThat(apart.intervalMethod()).isEqualTo(IntervalMethod.GREENWOOD);
        assertThat(together.intervalMethod()).isEqualTo(IntervalMethod.FAMILY_BOOTSTRAP);
        Share share = together.deadlines().get(0).share();
        // 50 independent coins: 0.5 ± 1.96 · sqrt(0.25 / 50).
        assertThat(share.ciLow()).isBetween(0.33, 0.39);
        assertThat(share.ciHigh()).isBetween(0.61, 0.67);
        assertThat(share.estimate()).isEqualTo(apart.deadlines().get(0).share().estimate());
    }

    @Test
    void fewFamiliesGiveNoInterval() {
        RemovalDataBuilder copies = RemovalData.builder(List.of());
        for (int family = 0; family < 10; family++) {
            copies.add(0, family + 1, family + 1, 0, 5, family);
        }
        RemovalEstimate estimate =
                STANDARD.withDeadlines(4).withBootstrap(100, 7).estimate(copies.build());
        assertThat(estimate.deadlines().get(0).share().ciLow()).isNaN();
        assertThat(estimate.quantiles().get(0).ciHigh()).isNaN();
        assertThat(estimate.caveats()).contains(Caveat.FEW_FAMILIES);
    }

    @Test
    void bracketsWithAMethodForExactTimesAreRefused() {
        RemovalData data = RemovalData.builder(List.of()).add(1, 3).build();
        assertThatThrownBy(() -> STANDARD.withMethod(Method.KAPLAN_MEIER).estimate(data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(1.0, 3.0]")
                .hasMessageContaining("Turnbull");
    }

    @Test
    void rowsThatCannotBeAreRefusedByNumber() {
        RemovalDataBuilder rows = RemovalData.builder(List.of("a")).add(0, 1, 1, 1, 1);
        assertThatThrownBy(() -> rows.add(0, 5, 4, 1, 1)).hasMessageContaining("Row 2: upper is 4.0");
        assertThatThrownBy(() -> rows.add(0, 5, 6, 0, 1)).hasMessageContaining("Row 3: cause is 0");
        assertThatThrownBy(() -> rows.add(0, Double.NaN, 6, 1, 1)).hasMessageContaining("Row 4: lower is NaN");
        assertThatThrownBy(() -> rows.add(0, 5, INF, 1, 1)).hasMessageContaining("right-censored");
        assertThatThrownBy(() -> rows.add(0, 5, 6, 1, 0)).hasMessageContaining("Row 6: weight is 0.0");
    }

    @Test
    void itemsGoneBeforeTheyEnteredHaveNoFollowUp() {
        RemovalData data = RemovalData.builder(List.of())
                .add(5, 4, 4, 0, 2)
                .add(5, 5, INF, 0, 3)
                .add(5, 2, 9, 0, 1)
                .build();
        assertThat(data.noFollowUp()).isEqualTo(5);
        assertThat(data.size()).isEqualTo(1);
        assertThat(data.lower(0)).isEqualTo(5);
    }

    private static RemovalData leftBehind(double went, double censored, boolean brackets) {
        RemovalDataBuilder rows = RemovalData.builder(List.of());
        rows.add(0, 6, 6, 0, went).add(0, 12, INF, 0, censored).add(0, 30, INF, 0, 4);
        return (brackets ? rows.add(0, 18, 20, 0, 1) : rows.add(0, 20, 20, 0, 1)).build();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatRestsOnAHandfulThatCensoringLeftIsNotGiven(boolean brackets) {
        RemovalEstimator ten = STANDARD.withDeadlines(12, 24)
                .withMinAtRisk(10)
                .withQuantiles(0.04, 0.2)
                .withTau(24);
        RemovalEstimate estimate = ten.estimate(leftBehind(10, 185, brackets));

        assertClose("within 12", estimate.deadlines().get(0).share().estimate(), 0.05, 1e-6);
        assertThat(estimate.deadlines().get(1).share().identifiability()).isEqualTo(Identifiability.NONE);
        assertThat(estimate.quantiles()).extracting(Quantile::reached).containsExactly(true, false);
        assertThat(estimate.restrictedMean().estimate()).isNaN();
        assertThat(estimate.caveats()).contains(Caveat.THINNED_BY_CENSORING);
        Share plain = STANDARD.withDeadlines(24)
                .estimate(leftBehind(10, 185, brackets))
                .deadlines()
                .get(0)
                .share();
        assertClose("a fifth of the rest goes with one of five", plain.estimate(), 0.05 + 0.95 / 5, 1e-6);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aHandfulIsEnoughWhereTheOthersWent(boolean brackets) {
        Share share = STANDARD.withDeadlines(24)
                .withMinAtRisk(10)
                .estimate(leftBehind(195, 1, brackets))
                .deadlines()
                .get(0)
                .share();
        assertThat(share.identifiability()).isEqualTo(Identifiability.POINT);
        assertClose("share", share.estimate(), 1 - 6 / 201.0 * 4 / 5, 1e-6);
    }

    @Test
    void ofAFewItemsHalfMustBeLeft() {
        RemovalEstimator ten = STANDARD.withDeadlines(24).withMinAtRisk(10);
        assertThat(ten.estimate(leftBehind(1, 4, false))
                        .deadlines()
                        .get(0)
                        .share()
                        .identifiability())
                .isEqualTo(Identifiability.POINT);
        assertThat(ten.estimate(leftBehind(1, 6, false))
                        .deadlines()
                        .get(0)
                        .share()
                        .identifiability())
                .isEqualTo(Identifiability.NONE);
    }

    @Test
    void samplesThatAllAgreeGiveNoInterval() {
        RemovalDataBuilder rows = RemovalData.builder(List.of());
        for (int family = 0; family < 40; family++) {
            rows.add(0, 1, 1, 0, 1, family).add(0, 1, 1, 0, 1, family);
        }
        Share share = STANDARD.withDeadlines(24)
                .withBootstrap(20, 1)
                .estimate(rows.build())
                .deadlines()
                .get(0)
                .share();
        assertThat(share.estimate()).isEqualTo(1);
        assertThat(share.ciLow()).isNaN();
        assertThat(share.ciHigh()).isNaN();
    }
}
