// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.counter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tilik.measure.removal.Quantile;
import org.tilik.measure.removal.Share;
import org.tilik.model.table.CounterSpeechRow;
import org.tilik.pipeline.policy.PolicyPlan;
import org.tilik.pipeline.table.MetricVersions;
import org.tilik.pipeline.table.RowId;

/** Makes the rows of release/counter_speech that are about one cell. */
final class CounterRows {
    static final String SHARE = "counter_speech.share";
    static final String COPIES = "counter_speech.copies_ratio";
    static final String VIEWS = "counter_speech.views_ratio";
    static final String ANSWERED = "counter_speech.answered_share_within";
    static final String LATENCY = "counter_speech.latency_hours";
    static final String NO_AUDIT = "no_audit";
    static final String NOT_CORRECTED = "classifier, not corrected";
    static final double MEDIAN = 0.5;

    private static final String ONE = "1";
    private static final String HOURS = "h";

    private final PolicyPlan plan;
    private final CounterCell cell;
    private final String correction;

    CounterRows(PolicyPlan plan, CounterCell cell, boolean audited) {
        this(plan, cell, audited ? NOT_CORRECTED : NO_AUDIT);
    }

    CounterRows(PolicyPlan plan, CounterCell cell, String correction) {
        this.plan = plan;
        this.cell = cell;
        this.correction = correction;
    }

    /** How many things stand behind a number; null = does not apply. */
    record Counts(Long items, Long events, Long censored, Double effective) {
        static final Counts NONE = new Counts(null, null, null, null);

        static Counts of(long items, long events) {
            return new Counts(items, events, null, null);
        }
    }

    /** Every metric, without a number: an audit is what they lack. */
    List<CounterSpeechRow> none() {
        List<CounterSpeechRow> rows = new ArrayList<>();
        for (String metric : List.of(SHARE, COPIES, VIEWS)) {
            rows.add(share(metric, null, Share.none(), Counts.NONE, null));
        }
        for (double deadline : plan.measures().deadlinesHours()) {
            rows.add(share(ANSWERED, deadline, Share.none(), Counts.NONE, null));
        }
        rows.add(latency(Quantile.notReached(MEDIAN), Counts.NONE, null));
        return rows;
    }

    /** A share or ratio. */
    CounterSpeechRow share(String metric, Double deadline, Share share, Counts counts, String ciMethod) {
        return row(
                metric,
                ONE,
                deadline,
                null,
                new double[] {share.estimate(), share.ciLow(), share.ciHigh(), share.boundLow(), share.boundHigh()},
                counts,
                ciMethod,
                share.identifiability().name());
    }

    /** A quantile of hours. */
    CounterSpeechRow latency(Quantile quantile, Counts counts, String ciMethod) {
        return row(
                LATENCY,
                HOURS,
                null,
                quantile.p(),
                new double[] {
                    quantile.estimate(), quantile.ciLow(), quantile.ciHigh(), quantile.boundLow(), quantile.boundHigh()
                },
                counts,
                ciMethod,
                quantile.reached() ? "point" : "none");
    }

    private CounterSpeechRow row(
            String metric,
            String unit,
            Double deadline,
            Double quantile,
            double[] numbers,
            Counts counts,
            String ciMethod,
            String verdict) {
        boolean hasInterval = Double.isFinite(numbers[1]) || Double.isFinite(numbers[2]);
        String id = cell.id().isEmpty() ? null : cell.id();
        return new CounterSpeechRow(
                RowId.of(
                        plan.measures().studyId(),
                        metric,
                        MetricVersions.of(metric),
                        cell.kind(),
                        id,
                        cell.part().by(),
                        cell.part().value(),
                        deadline,
                        quantile,
                        correction),
                metric,
                MetricVersions.of(metric),
                cell.part().by(),
                cell.part().value(),
                cell.kind(),
                id,
                null,
                deadline,
                quantile,
                null,
                "posted",
                orNull(numbers[0]),
                orNull(numbers[1]),
                orNull(numbers[2]),
                plan.measures().confLevel(),
                hasInterval ? ciMethod : null,
                unit,
                counts.items(),
                counts.events(),
                counts.censored(),
                null,
                null,
                counts.effective(),
                null,
                verdict.toLowerCase(Locale.ROOT),
                orNull(numbers[3]),
                orNull(numbers[4]),
                correction,
                plan.measures().modelId(),
                false,
                plan.measures().runId());
    }

    private static Double orNull(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
