// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tilik.measure.removal.Closeness.assertClose;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tilik.measure.removal.ReferenceData;
import org.tilik.measure.removal.ReferenceTable;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;

/** Oracle: the vignette of R package interval, {@code ictest} with its standard scores, printed to five digits. */
class IntervalComparisonTest {

    private static final double INF = Double.POSITIVE_INFINITY;

    @Test
    void theBreastCosmesisTestEqualsThePublishedOne() {
        ReferenceTable input = ReferenceTable.read("turnbull_breast_cosmesis/input.csv");
        List<Group> groups = List.of(
                new Group("Rad", ReferenceData.brackets(input.where("treatment", "Rad"), "left", "right")),
                new Group("RadChem", ReferenceData.brackets(input.where("treatment", "RadChem"), "left", "right")));
        ReferenceTable published = ReferenceTable.read("turnbull_breast_cosmesis/expected_published_tests.csv");
        PermutationResult result =
                IntervalScoreTest.asymptotic(IntervalScore.SUN).test(groups).orElseThrow();

        assertThat(result.z()).isCloseTo(published.value("asymptotic_logrank_Sun_permutation_Z")[0], within(5e-5));
        assertThat(result.p()).isCloseTo(published.value("p")[0], within(5e-7));
        assertThat(result.scores().get(0)).isCloseTo(published.value("score_Rad")[0], within(5e-7));
        assertThat(result.scores().get(1)).isCloseTo(-published.value("score_Rad")[0], within(5e-7));
        assertThat(result.df()).isEqualTo(1);

        PermutationResult finkelstein = IntervalScoreTest.asymptotic(IntervalScore.FINKELSTEIN)
                .test(groups)
                .orElseThrow();
        assertThat(finkelstein.z())
                .isCloseTo(published.value("asymptotic_logrank_Finkelstein_permutation_Z")[0], within(5e-5));
        assertThat(finkelstein.p()).isCloseTo(published.value("p_finkelstein")[0], within(5e-7));
        PermutationResult wilcoxon = IntervalScoreTest.asymptotic(IntervalScore.WILCOXON)
                .test(groups)
                .orElseThrow();
        assertThat(wilcoxon.z()).isCloseTo(published.value("wmw_Z")[0], within(5e-5));
        assertThat(wilcoxon.p()).isCloseTo(published.value("wmw_p")[0], within(5e-6));

        PermutationResult counted = IntervalScoreTest.permuted(IntervalScore.SUN, 20_000, 1)
                .test(groups)
                .orElseThrow();
        assertThat(counted.reference()).isEqualTo(PermutationResult.Reference.RANDOM_PERMUTATIONS);
        // Four standard errors of a share of 0.0076 in 20,000.
        assertThat(counted.p()).isCloseTo(result.p(), within(0.0025));

        GroupComparison all = GroupComparison.of(groups);
        assertThat(all.logRank().undefined()).contains(Undefined.BRACKETS);
        assertThat(all.petoPeto().undefined()).contains(Undefined.BRACKETS);
        assertThat(all.sun().orElseThrow()).isEqualTo(result);
        assertThat(all.gray()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "km_aml, x, Maintained|Nonmaintained, logrank",
        "km_lung, ph_ecog, 0|1|2|3, logrank_ecog",
    })
    void onExactTimesTheScoresAreObservedLessExpectedEvents(String set, String column, String names, String key) {
        List<Group> groups =
                LogRankReferenceTest.groups(ReferenceTable.read(set + "/input.csv"), column, names.split("\\|", -1));
        List<Double> scores = IntervalScoreTest.asymptotic(IntervalScore.SUN)
                .test(groups)
                .orElseThrow()
                .scores();
        ReferenceTable expected = ReferenceTable.read(set + "/expected_tests.csv");
        for (int g = 0; g < groups.size(); g++) {
            double excess = expected.value(key + "_obs")[g] - expected.value(key + "_exp")[g];
            assertClose("score of " + groups.get(g).name(), scores.get(g), excess, 1e-7);
        }
    }

    @Test
    void everyAssignmentOfFewItemsIsCounted() {
        RemovalData fast = RemovalData.builder(List.of())
                .add(Double.NEGATIVE_INFINITY, 0, 2, 0, 2)
                .add(1, 3)
                .build();
        RemovalData slow = RemovalData.builder(List.of())
                .add(Double.NEGATIVE_INFINITY, 5, INF, 0, 2)
                .add(4, 6)
                .build();
        PermutationResult result = IntervalScoreTest.permuted(IntervalScore.SUN, 100, 1)
                .test(List.of(new Group("fast", fast), new Group("slow", slow)))
                .orElseThrow();
        // Of the 20 ways to choose three items of six, the two in order are the most extreme.
        assertThat(result.reference()).isEqualTo(PermutationResult.Reference.ALL_PERMUTATIONS);
        assertThat(result.permutations()).isEqualTo(20);
        assertThat(result.p()).isEqualTo(0.1);
        assertThat(result.z()).isPositive();
    }

    @Test
    void copiesOfOneContentAreExchangedTogether() {
        RemovalDataBuilder[] single = {RemovalData.builder(List.of()), RemovalData.builder(List.of())};
        RemovalDataBuilder[] copies = {RemovalData.builder(List.of()), RemovalData.builder(List.of())};
        for (int family = 0; family < 40; family++) {
            double seen = family % 5 + (family % 2) * 2;
            single[family % 2].add(seen, seen + 2);
            copies[family % 2].add(Double.NEGATIVE_INFINITY, seen, seen + 2, 0, 7, family);
        }
        PermutationResult one = IntervalScoreTest.asymptotic(IntervalScore.SUN)
                .test(groups(single))
                .orElseThrow();
        PermutationResult seven = IntervalScoreTest.asymptotic(IntervalScore.SUN)
                .test(groups(copies))
                .orElseThrow();
        assertThat(one.units()).isEqualTo(PermutationResult.Units.ITEMS);
        assertThat(seven.units()).isEqualTo(PermutationResult.Units.FAMILIES);
        assertClose("chi-square", seven.chiSquare(), one.chiSquare(), 1e-7);
        assertClose("score", seven.scores().get(0), 7 * one.scores().get(0), 1e-7);
    }

    @Test
    void familiesOverGroupsAreNotExchanged() {
        RemovalDataBuilder[] rows = {RemovalData.builder(List.of()), RemovalData.builder(List.of())};
        for (int family = 0; family < 60; family++) {
            rows[0].add(Double.NEGATIVE_INFINITY, family % 6, family % 6 + 2, 0, 1, family);
            rows[1].add(Double.NEGATIVE_INFINITY, family % 6, family % 6 + 2 + family % 3, 0, 1, family);
        }
        PermutationResult result = IntervalScoreTest.asymptotic(IntervalScore.SUN)
                .test(groups(rows))
                .orElseThrow();
        assertThat(result.units()).isEqualTo(PermutationResult.Units.FAMILIES_OVER_GROUPS);
        // Nearly the same times in both groups: the paired difference is far more certain than two samples of sixty.
        assertThat(result.variances().get(0)).isLessThan(5);
        assertThat(IntervalScoreTest.permuted(IntervalScore.SUN, 100, 1)
                        .test(groups(rows))
                        .undefined())
                .contains(Undefined.FAMILIES_SPAN_GROUPS);
    }

    @Test
    void lateEntryGivesNoTest() {
        RemovalDataBuilder[] rows = {RemovalData.builder(List.of()), RemovalData.builder(List.of())};
        rows[0].add(1, 2, 3, 0, 1);
        rows[1].add(0, 2, 3, 0, 1);
        assertThat(IntervalScoreTest.asymptotic(IntervalScore.SUN)
                        .test(groups(rows))
                        .undefined())
                .contains(Undefined.LATE_ENTRY);
    }

    private static List<Group> groups(RemovalDataBuilder... rows) {
        return List.of(new Group("first", rows[0].build()), new Group("second", rows[1].build()));
    }
}
