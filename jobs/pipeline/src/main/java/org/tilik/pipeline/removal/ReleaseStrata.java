// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.tilik.model.table.RemovalCurveRow;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.strata.Suppression;
import org.tilik.pipeline.table.RowType;
import org.tilik.pipeline.table.Table;

/** Decides over all strata together which may be published; runs as one task, fed with aggregates only. */
final class ReleaseStrata extends AbstractStreamOperator<RemovalMeasureRow>
        implements OneInputStreamOperator<StratumResult, RemovalMeasureRow>, BoundedOneInput {
    /** The curves on the grid. */
    static final OutputTag<RemovalCurveRow> CURVES = new OutputTag<>("grid-curves", RowType.of(Table.REMOVAL_CURVES));

    private static final long serialVersionUID = 1L;

    private final MeasurePlan plan;
    private final boolean corrects;
    private transient List<StratumResult> results;

    /**
     * Rules of release.
     *
     * @param corrects whether an audit corrects what a classifier selected
     */
    ReleaseStrata(MeasurePlan plan, boolean corrects) {
        this.plan = plan;
        this.corrects = corrects;
    }

    @Override
    public void open() throws Exception {
        super.open();
        results = new ArrayList<>();
    }

    @Override
    public void processElement(StreamRecord<StratumResult> element) {
        results.add(element.getValue().copy());
    }

    @Override
    public void endInput() {
        if (corrects) {
            adjust();
        }
        results.stream()
                .sorted(Comparator.comparing(result -> result.stratum))
                .collect(Collectors.groupingBy(result -> result.population, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(this::release);
    }

    /** Puts the shares of each stratum together with what coders say of it, before any is held back. */
    private void adjust() {
        Map<String, StratumResult> audited = results.stream()
                .filter(result -> result.population.equals(StratumResult.AUDITED))
                .collect(Collectors.toMap(result -> result.stratum, result -> result));
        PredictiveValueRows rows = new PredictiveValueRows(plan);
        for (StratumResult result : results) {
            if (result.population.equals(StratumResult.FOLLOWED)) {
                List<RemovalMeasureRow> all = new ArrayList<>(result.measures);
                all.addAll(rows.of(result, audited.get(result.stratum)));
                result.measures = all;
            }
        }
    }

    private void release(List<StratumResult> population) {
        Set<Stratum> suppressed = Suppression.of(
                population.stream()
                        .map(result -> new Suppression.Size(result.key(), result.items, result.enoughAccounts))
                        .toList(),
                plan.k());
        for (StratumResult result : population) {
            boolean hold = suppressed.contains(result.key());
            for (RemovalMeasureRow row : hold ? ReleaseRules.withoutNumbers(result.measures) : result.measures) {
                output.collect(new StreamRecord<>(row));
            }
            boolean hasCurve = result.population.equals(StratumResult.FOLLOWED);
            for (RemovalCurveRow row :
                    hold && hasCurve ? ReleaseRules.curveWithoutNumbers(result.key(), plan) : result.curve) {
                output.collect(CURVES, new StreamRecord<>(row));
            }
        }
    }
}
