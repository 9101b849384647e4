// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.tilik.model.table.PrevalenceRow;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.strata.Suppression;
import org.tilik.pipeline.table.RowId;

/**
 * Turns counts into rows: which share of the scored items of a stratum the model calls hateful, offensive and so on, and
 * which share of all its items could be scored at all.
 *
 * <p>These are shares of what the model says, not of what is: nothing here corrects its errors, and an interval that knew
 * of sampling only would look as if it did. So there is none.
 */
final class PrevalenceRows {
    static final String SHARE = "prevalence.share";
    static final String SCORED_SHARE = "prevalence.scored_share";
    /** {@code correction_method} of shares that no audit corrected. */
    static final String NOT_CORRECTED = "classifier, not corrected";

    private static final String NO_CLASSIFIER = "none";
    private static final int METRIC_VERSION = 1;
    private static final String ONE = "1";

    private final ClassifyPlan plan;

    PrevalenceRows(ClassifyPlan plan) {
        this.plan = plan;
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
            }
        }
        return rows;
    }

    /** What tells one share from another. */
    private record Key(String metric, Stratum stratum, String label, Double threshold, String correction) {}

    private PrevalenceRow row(Key key, long numerator, long denominator, boolean hold) {
        boolean hasNumber = !hold && denominator > 0;
        return new PrevalenceRow(
                RowId.of(
                        plan.studyId(),
                        key.metric(),
                        METRIC_VERSION,
                        key.stratum().by(),
                        key.stratum().value(),
                        key.label(),
                        key.threshold(),
                        key.correction()),
                key.metric(),
                METRIC_VERSION,
                key.stratum().by(),
                key.stratum().value(),
                key.label(),
                key.threshold(),
                null,
                null,
                null,
                null,
                null,
                hasNumber ? (Double) ((double) numerator / denominator) : null,
                null,
                null,
                plan.confLevel(),
                null,
                ONE,
                hold ? null : (Long) denominator,
                hold ? null : (Long) numerator,
                null,
                null,
                null,
                null,
                null,
                hold ? null : hasNumber ? "point" : "none",
                null,
                null,
                key.correction(),
                key.metric().equals(SHARE) ? plan.modelId() : null,
                hold,
                plan.runId());
    }
}
