// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tilik.measure.policy.audit.DesignShare;
import org.tilik.measure.policy.audit.SamplingDesign;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.strata.Stratum;

/**
 * The items of one stratum that people coded: how fast those went that are what the study tracks, each standing for as many
 * as it was drawn from; and which share of the measured items is what the study tracks, the predictive value.
 *
 * <p>Only measured items are here: what the classifier missed is not followed, unless the study tracks all.
 */
final class CodedItems implements Population<AuditFact> {
    /** {@code correction_method} of estimates from coded items. */
    static final String WEIGHTED = "audit_ipw";

    private final PopulationPlan plan;
    private final AuditPlan audit;
    private final Stratum stratum;
    private final MemberKeys keys;
    /** By number, so that estimates do not depend on the order of arrival. */
    private final Map<Integer, AuditFact> facts = new TreeMap<>();

    CodedItems(MeasurePlan plan, AuditPlan audit, Stratum stratum) {
        this.plan = new PopulationPlan(plan, StratumResult.AUDITED, stratum);
        this.audit = audit;
        this.stratum = stratum;
        this.keys = new MemberKeys(plan.k());
    }

    @Override
    public void add(AuditFact fact) {
        AuditFact kept = new AuditFact();
        kept.number = fact.number;
        kept.entry = fact.entry;
        kept.lower = fact.lower;
        kept.upper = fact.upper;
        kept.cause = fact.cause;
        kept.confirmed = fact.confirmed;
        facts.put(kept.number, kept);
        if (audit.isTracked(fact.number)) {
            keys.add(fact.accountKey, null);
        }
    }

    @Override
    public StratumResult result() {
        SamplingDesign design = audit.audit().design(item -> true);
        RemovalDataBuilder rows = RemovalData.builder(Causes.NAMES);
        boolean[] measured = new boolean[design.size()];
        boolean[] tracked = new boolean[design.size()];
        Set<String> causes = new TreeSet<>();
        long unconfirmed = 0;
        for (AuditFact fact : facts.values()) {
            measured[fact.number] = true;
            tracked[fact.number] = audit.isTracked(fact.number);
            if (tracked[fact.number]) {
                rows.add(
                        fact.entry > 0 ? fact.entry : Double.NEGATIVE_INFINITY,
                        fact.lower,
                        fact.upper,
                        Causes.number(fact.cause),
                        design.weight(fact.number),
                        fact.number);
                unconfirmed += fact.confirmed ? 0 : 1;
                if (fact.cause != null) {
                    causes.add(fact.cause);
                }
            }
        }
        RemovalData data = rows.build();
        RemovalEstimator options = plan.estimator(data)
                .withQuantiles(StratumEstimation.QUANTILES)
                .withTau(plan.plan().tauHours())
                .withCauseGroups(Causes.groups(causes));
        RemovalEstimate estimate = options.estimate(data, design.samples(plan.seed()));
        MeasureCounts counts = counts(data, unconfirmed, estimate.nEffective());
        List<RemovalMeasureRow> measures =
                new MeasureRows(plan.plan(), stratum, unconfirmed, options.replicates()).of(estimate, counts, WEIGHTED);
        StratumResult result = plan.result(counts.items(), keys.hasEnoughAccounts(), measures);
        DesignShare value =
                DesignShare.of(design, tracked, measured, plan.plan().confLevel());
        if (value.coded() >= plan.plan().k() && value.share().ciLow() > 0) {
            result.predictiveValue = value.share().estimate();
            result.predictiveValueLow = value.share().ciLow();
        }
        return result;
    }

    private static MeasureCounts counts(RemovalData data, long unconfirmed, double effective) {
        long censored = 0;
        long brackets = 0;
        for (int i = 0; i < data.size(); i++) {
            censored += data.isCensored(i) ? 1 : 0;
            brackets += data.isBracket(i) ? 1 : 0;
        }
        return new MeasureCounts(data.size(), data.size() - censored, censored, brackets, unconfirmed, effective);
    }
}
