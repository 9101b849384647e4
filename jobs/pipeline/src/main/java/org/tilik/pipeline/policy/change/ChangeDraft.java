// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.change;

import java.util.Locale;
import org.tilik.model.table.PolicyChangeRow;
import org.tilik.pipeline.policy.PolicyPlan;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.table.MetricVersions;
import org.tilik.pipeline.table.RowId;

/**
 * A row of policy_changes before p values are adjusted to how many strata are looked at.
 *
 * @param stratum what is looked at
 * @param bundle about which date
 * @param outcome in what
 * @param rule under which assumption
 * @param metric which number
 * @param comparison what the change is held against
 * @param numbers what can be said
 */
record ChangeDraft(
        Stratum stratum,
        DatedBundle bundle,
        ChangeOutcome outcome,
        ChangeRule rule,
        String metric,
        String comparison,
        ChangeNumbers numbers) {
    static final String LEVEL = "policy.level_change";
    static final String SLOPE = "policy.slope_change_per_week";
    static final String PLACEBO = "policy.placebo_share";
    static final String MEMBERS = "policy.member_difference";

    static final String NOTHING = "none";
    static final String CONTROL = "control";
    static final String NOT_TRACKED = "not_tracked";
    static final String EARLIER_DATES = "placebo_dates";
    static final String OTHERS = "members_vs_non_members";

    /** Rows of one family are tests of one question in several strata. */
    String question() {
        return metric + "|" + comparison + "|" + rule;
    }

    /**
     * The row.
     *
     * @param adjusted p after Holm; NaN without one
     * @param items that the row rests on
     */
    PolicyChangeRow row(PolicyPlan plan, double adjusted, long items) {
        ChangeNumbers.Figures figures = numbers.figures();
        boolean hasFit = numbers.fit() != null;
        return new PolicyChangeRow(
                RowId.of(
                        plan.measures().studyId(),
                        metric,
                        MetricVersions.of(metric),
                        bundle.id(),
                        outcome.name(),
                        stratum.label(),
                        comparison,
                        correction(plan)),
                metric,
                MetricVersions.of(metric),
                stratum.by(),
                stratum.value(),
                bundle.id(),
                bundle.on().toString(),
                outcome.metric(),
                comparison,
                hasFit ? (Long) (long) numbers.fit().weeksBefore() : null,
                hasFit ? (Long) (long) numbers.fit().weeksAfter() : null,
                hasFit ? (Long) numbers.fit().leftOutWeeks() : null,
                hasFit ? (Long) (long) numbers.fit().lag() : null,
                numbers.compared(),
                orNull(figures.p()),
                orNull(adjusted),
                numbers.reason(),
                numbers.caveats().isEmpty() ? null : String.join("+", numbers.caveats()),
                outcome.cause(),
                outcome.deadlineHours(),
                null,
                outcome.tauHours(),
                rule.clock().id(),
                orNull(figures.estimate()),
                orNull(figures.ciLow()),
                orNull(figures.ciHigh()),
                plan.measures().confLevel(),
                numbers.hasInterval() ? numbers.method() : null,
                unit(),
                items,
                null,
                null,
                null,
                null,
                null,
                null,
                figures.kind().name().toLowerCase(Locale.ROOT),
                orNull(figures.low()),
                orNull(figures.high()),
                correction(plan),
                modelId(plan),
                false,
                plan.measures().runId());
    }

    private String correction(PolicyPlan plan) {
        return rule == ChangeRule.HEADLINE ? plan.uncorrected() : rule.id();
    }

    private String unit() {
        return switch (metric) {
            case SLOPE -> outcome.unit() + "/wk";
            case PLACEBO -> "1";
            default -> outcome.unit();
        };
    }

    /** The model on which the row depends; null for none. */
    private String modelId(PolicyPlan plan) {
        boolean groupedByModel =
                stratum.by().contains("language") || stratum.by().contains("label");
        return plan.measures().tracksByLabel() || groupedByModel
                ? plan.measures().modelId()
                : null;
    }

    private static Double orNull(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
