// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether groups of items went equally fast, by every test that their data admit.
 *
 * @param logRank over all causes, exact times
 * @param petoPeto the same with more weight early
 * @param gray one test for each named cause; empty where causes are not recorded
 * @param sun over all causes, where there are brackets: {@link IntervalScoreTest} held against χ²
 */
public record GroupComparison(
        Outcome<TestResult> logRank,
        Outcome<TestResult> petoPeto,
        List<CauseTest> gray,
        Outcome<PermutationResult> sun) {

    /** Compares groups; all name the same causes in the same order. */
    public static GroupComparison of(List<Group> groups) {
        List<CauseTest> gray = new ArrayList<>();
        List<String> causes =
                groups.isEmpty() ? List.of() : groups.get(0).data().causeNames();
        for (int k = 1; k <= causes.size(); k++) {
            gray.add(new CauseTest(causes.get(k - 1), GrayTest.test(groups, k)));
        }
        return new GroupComparison(
                LogRankTest.LOG_RANK.test(groups),
                LogRankTest.PETO_PETO.test(groups),
                List.copyOf(gray),
                Group.anyBracket(groups)
                        ? IntervalScoreTest.asymptotic(IntervalScore.SUN).test(groups)
                        : Outcome.none(Undefined.EXACT_TIMES));
    }
}
