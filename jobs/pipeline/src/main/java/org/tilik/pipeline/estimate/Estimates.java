// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.estimate;

import java.util.List;
import java.util.SortedMap;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.TestResult;

/**
 * What the rows of a file say, group by group.
 *
 * @param strata estimates by name of the group, in the order of names
 * @param logRank whether the groups differ; null when there is one group, or a bracket
 * @param petoPeto the same, with more weight on early times
 * @param gray whether the groups differ in each cause; none when there is one group, a bracket or a late entry
 * @param rowsLeftOut rows that the values asked for left out
 */
public record Estimates(
        SortedMap<String, RemovalEstimate> strata,
        TestResult logRank,
        TestResult petoPeto,
        List<CauseTest> gray,
        long rowsLeftOut) {

    /** Gray's test of one cause. */
    public record CauseTest(String cause, TestResult result) {}
}
