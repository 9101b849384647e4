// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.tilik.measure.policy.audit.CorrectedPrevalence;
import org.tilik.measure.policy.audit.PrevalenceOutcome;
import org.tilik.model.table.PrevalenceRow;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.strata.Suppression;
import org.tilik.pipeline.table.MetricVersions;
import org.tilik.pipeline.table.RowId;

/**
 * Turns counts into rows: which share of the scored items of a stratum the model calls hateful, offensive and so on, and
 * which share of all its items could be scored at all.
 *
 * <p>These are shares of what the model says, not of what is: nothing corrects its errors, and an interval that knew of
 * sampling only would look as if it did. So there is none. Beside them stand, where the study names an audit, the shares of
 * what is, as the coded items have it: see {@link AuditedShares}.
 */
final class PrevalenceRows {
    static final String SHARE = "prevalence.share";
    static final String SCORED_SHARE = "prevalence.scored_share";
    /** {@code correction_method} of shares that no audit corrected. */
    static final String NOT_CORRECTED = "classifier, not corrected";

    private static final String NO_CLASSIFIER = "none";
    private static final String ONE = "1";

    private final ClassifyPlan plan;
    private final AuditedShares audit;

    PrevalenceRows(ClassifyPlan plan, AuditedShares audit) {
        this.plan = plan;
        this.audit = audit;
    }

    AuditedShares audit() {
        return audit;
    }

    List<PrevalenceRow> of(Collection<PrevalenceStratum> strata) {
        Set<Stratum> suppressed = Suppression.of(
                strata.stream()
                        .map(sum -> new Suppression.Size(
                                Stratum.ofLabel(sum.stratum), sum.scored, sum.accounts.size() >= plan.k()))
                        .toList(),
                plan.k());
        List<PrevalenceCounter.CountedLabel> labels = PrevalenceCounter.labels(plan);
        List<PrevalenceRow> rows = new ArrayList<>();
        for (PrevalenceStratum sum : strata) {
            Stratum stratum = Stratum.ofLabel(sum.stratum);
            boolean hold = suppressed.contains(stratum);
            rows.add(row(new Key(SCORED_SHARE, stratum, null, null, NO_CLASSIFIER), sum.scored, sum.items, hold));
            for (int i = 0; i < labels.size(); i++) {
                PrevalenceCounter.CountedLabel label = labels.get(i);
                Key key = new Key(SHARE, stratum, label.label(), label.threshold(), NOT_CORRECTED);
                rows.add(row(key, sum.labelled[i], sum.scored, hold));
                for (AuditedShares.Corrected share : audit.of(sum, label.label(), i)) {
                    Key corrected = new Key(SHARE, stratum, label.label(), label.threshold(), share.method());
                    rows.add(row(corrected, figures(share, sum.scored), hold));
                }
            }
        }
        return rows;
    }

    /** What tells one share from another. */
    private record Key(String metric, Stratum stratum, String label, Double threshold, String correction) {}

    /** The numbers of a row; null where there is none. */
    private record Figures(
            Double estimate,
            Double ciLow,
            Double ciHigh,
            String ciMethod,
            Long items,
            Long events,
            Double effective,
            String identifiability,
            Double boundLow,
            Double boundHigh) {
        static final Figures HELD_BACK = new Figures(null, null, null, null, null, null, null, null, null, null);
    }

    private PrevalenceRow row(Key key, long numerator, long denominator, boolean hold) {
        boolean hasNumber = denominator > 0;
        Double share = hasNumber ? (Double) ((double) numerator / denominator) : null;
        String verdict = hasNumber ? "point" : "none";
        return row(key, new Figures(share, null, null, null, denominator, numerator, null, verdict, null, null), hold);
    }

    /**
     * A corrected share. One that comes out negative is below detection: no estimate, but bounds from 0 to the high end of
     * its interval.
     */
    private static Figures figures(AuditedShares.Corrected corrected, long scored) {
        CorrectedPrevalence share = corrected.share();
        boolean isBelow = share.outcome() == PrevalenceOutcome.BELOW_DETECTION;
        boolean isPoint = share.outcome() == PrevalenceOutcome.ESTIMATED;
        Double low = orNull(share.ciLow());
        Double high = orNull(share.ciHigh());
        return new Figures(
                isPoint ? orNull(share.estimate()) : null,
                isPoint || isBelow ? low : null,
                isPoint || isBelow ? high : null,
                (isPoint || isBelow) && low != null ? corrected.ciMethod() : null,
                scored,
                corrected.codedSo(),
                (double) corrected.coded(),
                isPoint ? "point" : isBelow ? "bounds" : "none",
                isBelow ? (Double) 0.0 : null,
                isBelow ? high : null);
    }

    private static Double orNull(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }

    private PrevalenceRow row(Key key, Figures given, boolean hold) {
        Figures figures = hold ? Figures.HELD_BACK : given;
        return new PrevalenceRow(
                RowId.of(
                        plan.studyId(),
                        key.metric(),
                        MetricVersions.of(key.metric()),
                        key.stratum().by(),
                        key.stratum().value(),
                        key.label(),
                        key.threshold(),
                        key.correction()),
                key.metric(),
                MetricVersions.of(key.metric()),
                key.stratum().by(),
                key.stratum().value(),
                key.label(),
                key.threshold(),
                null,
                null,
                null,
                null,
                null,
                figures.estimate(),
                figures.ciLow(),
                figures.ciHigh(),
                plan.confLevel(),
                figures.ciMethod(),
                ONE,
                figures.items(),
                figures.events(),
                null,
                null,
                null,
                figures.effective(),
                null,
                figures.identifiability(),
                figures.boundLow(),
                figures.boundHigh(),
                key.correction(),
                key.metric().equals(SHARE) ? plan.modelId() : null,
                hold,
                plan.runId());
    }
}
