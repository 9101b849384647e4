// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.scenario;

import java.util.ArrayList;
import java.util.List;
import org.tilik.measure.policy.scenario.ScenarioCounts;
import org.tilik.measure.spread.dynamics.ExponentialCascade;
import org.tilik.model.table.CounterfactualRow;
import org.tilik.pipeline.policy.PolicyPlan;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.table.RowId;

/** The rows of release/counterfactuals of one stratum, one for each scenario. */
final class CounterfactualRows {
    private static final String TABLE = "counterfactuals";
    private static final String CLASSIFIER = "classifier, not corrected";

    private final PolicyPlan plan;
    private final List<Scenario> scenarios;

    CounterfactualRows(PolicyPlan plan) {
        this.plan = plan;
        this.scenarios = Scenario.of(plan);
    }

    List<CounterfactualRow> of(ScenarioSum sum) {
        List<CounterfactualRow> rows = new ArrayList<>();
        for (int i = 0; i < scenarios.size(); i++) {
            rows.add(row(scenarios.get(i), Stratum.ofLabel(sum.stratum), sum, sum.counts(i)));
        }
        return rows;
    }

    private CounterfactualRow row(Scenario scenario, Stratum stratum, ScenarioSum sum, ScenarioCounts counts) {
        boolean isKnown = sum.flagged > 0 || (sum.removed > 0 && !scenario.needsFlags()) || counts.avertedHigh() > 0;
        boolean isGiven = !sum.isSampled && isKnown && counts.copiesObserved() > 0;
        boolean hasViews = isGiven && sum.viewed > 0;
        String model = plan.measures().modelId();
        return new CounterfactualRow(
                RowId.of(
                        plan.measures().studyId(),
                        TABLE,
                        scenario.name(),
                        scenario.parameterHours(),
                        scenario.from(),
                        scenario.matchId(),
                        stratum.by(),
                        stratum.value()),
                scenario.name(),
                scenario.parameterHours(),
                scenario.from(),
                scenario.matchId(),
                stratum.by(),
                stratum.value(),
                counts.copiesObserved(),
                isGiven ? counts.avertedLow() : null,
                isGiven ? counts.avertedHigh() : null,
                counts.withoutSource(),
                sum.viewed > 0 ? sum.views : null,
                hasViews ? counts.viewsAvertedLow() : null,
                isGiven ? counts.viewsAvertedHighOrNull() : null,
                counts.protectedObserved(),
                isGiven ? counts.protectedRemoved() : null,
                isGiven ? closedForm(scenario, sum) : null,
                isGiven ? "bounds" : "none",
                scenario.assumptions(model != null),
                model == null ? PolicyPlan.UNCORRECTED : CLASSIFIER,
                model,
                false,
                plan.measures().runId());
    }

    /** The share of later copies that falls away if all that a cascade holds goes at the deadline after its first copy. */
    private static Double closedForm(Scenario scenario, ScenarioSum sum) {
        return scenario.name().equals(Scenario.REMOVAL_WITHIN) && sum.branchingRatio != null
                ? (Double) new ExponentialCascade(sum.branchingRatio, sum.betaPerHour)
                        .avertedShareIfAllStop(scenario.parameterHours())
                : null;
    }
}
