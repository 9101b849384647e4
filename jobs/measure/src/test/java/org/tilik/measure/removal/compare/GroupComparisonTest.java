// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tilik.measure.removal.ReferenceData;
import org.tilik.measure.removal.ReferenceTable;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;

class GroupComparisonTest {

    private static final double INF = Double.POSITIVE_INFINITY;

    @Test
    void exactTimesHaveEveryTestButTheOneForBrackets() {
        ReferenceTable input = ReferenceTable.read("aj_mgus2/input.csv");
        List<Group> groups = List.of(
                new Group("F", ReferenceData.byCause(input.where("sex", "F"), "pcm", "death")),
                new Group("M", ReferenceData.byCause(input.where("sex", "M"), "pcm", "death")));
        GroupComparison all = GroupComparison.of(groups);
        assertThat(all.logRank()).isEqualTo(LogRankTest.LOG_RANK.test(groups));
        assertThat(all.petoPeto()).isEqualTo(LogRankTest.PETO_PETO.test(groups));
        assertThat(all.gray()).extracting(CauseTest::cause).containsExactly("pcm", "death");
        assertThat(all.gray().get(1).test()).isEqualTo(GrayTest.test(groups, 2));
        assertThat(all.sun().undefined()).contains(Undefined.EXACT_TIMES);
    }

    @Test
    void oneStratumIsComparedWithNothing() {
        Group only = new Group("a", RemovalData.builder(List.of()).add(1, 1).build());
        for (List<Group> groups : List.of(List.of(only), List.<Group>of())) {
            GroupComparison all = GroupComparison.of(groups);
            assertThat(all.logRank().undefined()).contains(Undefined.FEWER_THAN_TWO_GROUPS);
            assertThat(all.petoPeto().isDefined()).isFalse();
            assertThat(all.gray()).isEmpty();
        }
    }

    @Test
    void lateEntryLeavesTheRankTestsAndFamiliesMakeThemRobust() {
        RemovalDataBuilder[] rows = {RemovalData.builder(List.of("a")), RemovalData.builder(List.of("a"))};
        for (int family = 0; family < 60; family++) {
            double t = 2 + family % 7 + 3 * (family % 2);
            rows[family % 2].add(1, t, family % 5 == 0 ? INF : t, family % 5 == 0 ? 0 : 1, 3, family);
        }
        List<Group> groups = List.of(new Group("first", rows[0].build()), new Group("second", rows[1].build()));
        GroupComparison all = GroupComparison.of(groups);
        assertThat(all.logRank().orElseThrow().variance()).isEqualTo(TestVariance.FAMILY_ROBUST);
        assertThat(all.gray().get(0).test().undefined()).contains(Undefined.LATE_ENTRY);
    }

    @Test
    void weightsThatDieOutWithTheRiskSetGiveNoTest() {
        RemovalDataBuilder[] rows = {RemovalData.builder(List.of()), RemovalData.builder(List.of())};
        rows[0].add(0, 1, 1, 0, 1).add(2, 5, 5, 0, 1);
        rows[1].add(0, 1, 1, 0, 1).add(2, 6, 6, 0, 1);
        List<Group> groups = List.of(new Group("first", rows[0].build()), new Group("second", rows[1].build()));
        assertThat(LogRankTest.PETO_PETO.test(groups).undefined()).contains(Undefined.RISK_SET_GAP);
        assertThat(LogRankTest.LOG_RANK.test(groups).isDefined()).isTrue();
    }

    @Test
    void groupsNeverAtRiskTogetherAndFewFamiliesGiveNoTest() {
        RemovalDataBuilder[] rows = {RemovalData.builder(List.of()), RemovalData.builder(List.of())};
        rows[0].add(0, 2, 2, 0, 1).add(0, 3, 3, 0, 1);
        rows[1].add(4, 6, 6, 0, 1).add(4, 7, 7, 0, 1);
        List<Group> apart = List.of(new Group("first", rows[0].build()), new Group("second", rows[1].build()));
        assertThat(LogRankTest.LOG_RANK.test(apart).undefined()).contains(Undefined.NEVER_AT_RISK_TOGETHER);
        RemovalDataBuilder[] few = {RemovalData.builder(List.of()), RemovalData.builder(List.of())};
        for (int family = 0; family < 10; family++) {
            few[family % 2].add(0, 1 + family, 1 + family, 0, 50, family);
        }
        List<Group> copies = List.of(new Group("first", few[0].build()), new Group("second", few[1].build()));
        assertThat(LogRankTest.LOG_RANK.test(copies).undefined()).contains(Undefined.FEW_FAMILIES);
    }

    @Test
    void causesMustBeTheSame() {
        Group first = new Group(
                "a", RemovalData.builder(List.of("x")).add(0, 1, 1, 1, 1).build());
        Group second = new Group(
                "b", RemovalData.builder(List.of("y")).add(0, 1, 1, 1, 1).build());
        assertThatThrownBy(() -> GroupComparison.of(List.of(first, second)))
                .hasMessageContaining("Group b has the causes [y]");
    }

    @Test
    void anOutcomeIsAValueOrAReason() {
        assertThat(Outcome.of(2).map(x -> x + 1).orElseThrow()).isEqualTo(3);
        assertThat(Outcome.<Integer>none(Undefined.NO_EVENTS)
                        .flatMap(Outcome::of)
                        .undefined())
                .contains(Undefined.NO_EVENTS);
        assertThatThrownBy(() -> Outcome.none(Undefined.NO_EVENTS).orElseThrow())
                .hasMessage("Not defined: no item went.");
    }
}
