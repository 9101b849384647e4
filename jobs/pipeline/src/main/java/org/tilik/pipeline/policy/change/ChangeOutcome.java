// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.change;

import java.util.ArrayList;
import java.util.List;
import org.tilik.pipeline.removal.MeasurePlan;

/**
 * A number by week of which changes are sought.
 *
 * @param kind what it is
 * @param metric metric of which the series is made
 * @param place of the deadline among the study's; 0 where there is none
 * @param deadlineHours null where there is none
 * @param tauHours null where there is none
 */
record ChangeOutcome(Kind kind, String metric, int place, Double deadlineHours, Double tauHours) {
    /** What the numbers of weeks are. */
    enum Kind {
        /** Share of items gone within a deadline. */
        GONE("1", false),
        /** Share of items removed within a deadline. */
        REMOVED("1", false),
        /** Mean hours visible. */
        MEAN("h", false),
        /** Items posted. */
        COPIES("ratio", true),
        /** Lowest views of what was posted. */
        VIEWS("ratio", true);

        private final String unit;
        private final boolean counted;

        Kind(String unit, boolean counted) {
            this.unit = unit;
            this.counted = counted;
        }
    }

    static List<ChangeOutcome> of(MeasurePlan plan) {
        List<ChangeOutcome> outcomes = new ArrayList<>();
        for (int place = 0; place < plan.deadlinesHours().size(); place++) {
            Double deadline = plan.deadlinesHours().get(place);
            outcomes.add(new ChangeOutcome(Kind.REMOVED, "removal.share_within", place, deadline, null));
            outcomes.add(new ChangeOutcome(Kind.GONE, "gone.share_within", place, deadline, null));
        }
        outcomes.add(new ChangeOutcome(Kind.MEAN, "gone.rmst_hours", 0, null, plan.tauHours()));
        outcomes.add(new ChangeOutcome(Kind.COPIES, "copies.total", 0, null, null));
        outcomes.add(new ChangeOutcome(Kind.VIEWS, "exposure.views_lower", 0, null, null));
        return List.copyOf(outcomes);
    }

    /** Whether logarithms change, so that changes are ratios. */
    boolean isCounted() {
        return kind.counted;
    }

    String unit() {
        return kind.unit;
    }

    /** {@code cause} of the row. */
    String cause() {
        return kind == Kind.REMOVED ? "all" : null;
    }

    /** Hours after posting until the number of an item is settled. */
    double settledAfterHours() {
        return deadlineHours != null ? deadlineHours : tauHours != null ? tauHours : 0;
    }

    String name() {
        return metric + "|" + deadlineHours + "|" + tauHours;
    }
}
