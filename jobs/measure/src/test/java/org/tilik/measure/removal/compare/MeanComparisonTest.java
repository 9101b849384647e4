// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tilik.measure.removal.Closeness.assertClose;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tilik.measure.removal.ReferenceTable;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;
import org.tilik.measure.removal.RestrictedMean;

/** Oracle: R 4.2.2 with survival 3.5-3, {@code survmean}; differences and ratios by hand from it. */
class MeanComparisonTest {

    private static final double INF = Double.POSITIVE_INFINITY;

    @ParameterizedTest
    @CsvSource({
        "km_lung, sex, 1, 2, 180",
        "km_lung, sex, 1, 2, 365",
        "km_lung, sex, 1, 2, 730",
        "km_freireich_6mp, group, 6MP, placebo, 10",
        "km_freireich_6mp, group, 6MP, placebo, 20",
        "km_freireich_6mp, group, 6MP, placebo, 23"
    })
    void meansEqualRAndDifferencesFollowFromThem(String set, String column, String first, String second, double tau) {
        List<Group> groups =
                LogRankReferenceTest.groups(ReferenceTable.read(set + "/input.csv"), column, first, second);
        MeanComparison result = MeanComparison.of(groups, tau, 0.95).orElseThrow();
        double[] mean = new double[2];
        double[] error = new double[2];
        ReferenceTable expected = ReferenceTable.read(set + "/expected_rmst.csv");
        for (int g = 0; g < 2; g++) {
            ReferenceTable row = expected.where(
                            "group", column + "=" + groups.get(g).name())
                    .where("tau", Integer.toString((int) tau));
            mean[g] = row.number(0, "rmst");
            error[g] = row.number(0, "se");
            RestrictedMean found = result.means().get(g).mean();
            assertClose("mean", found.estimate(), mean[g], 1e-9);
            assertClose("error", found.standardError(), error[g], 1e-9);
        }
        MeanContrast contrast = result.contrasts().get(0);
        double spread = Math.hypot(error[0], error[1]);
        assertClose("difference", contrast.difference().estimate(), mean[0] - mean[1], 1e-9);
        assertClose("its error", contrast.difference().standardError(), spread, 1e-9);
        assertClose("its low end", contrast.difference().ciLow(), mean[0] - mean[1] - 1.959963984540054 * spread, 1e-9);
        double logSpread = Math.hypot(error[0] / mean[0], error[1] / mean[1]);
        assertClose("ratio", contrast.ratio().estimate(), mean[0] / mean[1], 1e-9);
        assertClose(
                "its high end",
                contrast.ratio().ciHigh(),
                mean[0] / mean[1] * Math.exp(1.959963984540054 * logSpread),
                1e-9);
        assertThat(result.variance()).isEqualTo(MeanVariance.GREENWOOD);
    }

    @Test
    void theHorizonMayNotPassTheFollowUpOfAnyGroupThatHasItemsLeft() {
        RemovalData longer =
                RemovalData.builder(List.of()).add(5, 5).add(30, INF).build();
        RemovalData shorter =
                RemovalData.builder(List.of()).add(4, 4).add(20, INF).build();
        RemovalData gone = RemovalData.builder(List.of()).add(4, 4).add(6, 6).build();
        Group a = new Group("a", longer);
        assertThat(MeanComparison.of(List.of(a, new Group("b", shorter)), 25, 0.95)
                        .undefined())
                .contains(Undefined.HORIZON_BEYOND_FOLLOW_UP);
        MeanComparison all =
                MeanComparison.of(List.of(a, new Group("c", gone)), 25, 0.95).orElseThrow();
        assertThat(all.means().get(1).mean().estimate()).isEqualTo(5);
    }

    @Test
    void aGapBeforeTheLastEntryGivesNoMean() {
        RemovalData gap = RemovalData.builder(List.of())
                .add(0, 4, 4, 0, 1)
                .add(6, 20, INF, 0, 1)
                .build();
        RemovalData whole = RemovalData.builder(List.of())
                .add(0, 4, 4, 0, 1)
                .add(3, 20, INF, 0, 1)
                .build();
        Group first = new Group("whole", whole);
        assertThat(MeanComparison.of(List.of(first, new Group("gap", gap)), 10, 0.95)
                        .undefined())
                .contains(Undefined.RISK_SET_GAP);
        assertThat(MeanComparison.of(List.of(first, new Group("gap", gap)), 7, 10, 0.95)
                        .isDefined())
                .isTrue();
        assertThat(MeanComparison.of(List.of(first, new Group("copy", whole)), 10, 0.95)
                        .orElseThrow()
                        .contrasts()
                        .get(0)
                        .difference()
                        .estimate())
                .isZero();
    }

    @Test
    void withoutCensoringFamilyErrorsAreThoseOfFamilyMeans() {
        RemovalDataBuilder rows = RemovalData.builder(List.of());
        RemovalDataBuilder other = RemovalData.builder(List.of());
        double[] mean = new double[30];
        double total = 0;
        for (int family = 0; family < 30; family++) {
            for (int copy = 0; copy < 4; copy++) {
                double t = 1 + (family * 7 + copy * 3) % 19;
                rows.add(0, t, t, 0, 1, family);
                mean[family] += Math.min(t, 12) / 4;
                total += Math.min(t, 12) / 120;
            }
            other.add(0, 5, 5, 0, 2, 1000 + family);
        }
        double squares = 0;
        for (double m : mean) {
            squares += (m - total) * (m - total);
        }
        MeanComparison result = MeanComparison.of(
                        List.of(new Group("rows", rows.build()), new Group("other", other.build())), 12, 0.95)
                .orElseThrow();
        RestrictedMean found = result.means().get(0).mean();
        assertThat(result.variance()).isEqualTo(MeanVariance.FAMILY_ROBUST);
        assertClose("mean", found.estimate(), total, 1e-12);
        assertClose("error", found.standardError(), Math.sqrt(squares) / 30, 1e-9);
        assertClose("other", result.means().get(1).mean().standardError(), 0, 1e-9);
    }
}
