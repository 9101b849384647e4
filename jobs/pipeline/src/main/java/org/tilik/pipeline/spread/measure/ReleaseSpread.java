// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.tilik.model.table.SpreadMeasureRow;
import org.tilik.model.table.SpreadTimelineRow;
import org.tilik.pipeline.spread.SpreadPlan;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.strata.Suppression;
import org.tilik.pipeline.table.RowType;
import org.tilik.pipeline.table.Table;

/** Decides over all strata together which may be published; runs as one task, fed with aggregates only. */
final class ReleaseSpread extends AbstractStreamOperator<SpreadMeasureRow>
        implements OneInputStreamOperator<SpreadResult, SpreadMeasureRow>, BoundedOneInput {
    /** Timelines of strata that may be published. */
    static final OutputTag<SpreadTimelineRow> TIMELINE =
            new OutputTag<>("published-stratum-timeline", RowType.of(Table.SPREAD_TIMELINE));

    private static final long serialVersionUID = 1L;

    private final SpreadPlan plan;
    private transient List<SpreadResult> results;

    ReleaseSpread(SpreadPlan plan) {
        this.plan = plan;
    }

    @Override
    public void open() throws Exception {
        super.open();
        results = new ArrayList<>();
    }

    @Override
    public void processElement(StreamRecord<SpreadResult> element) {
        results.add(element.getValue().copy());
    }

    @Override
    public void endInput() {
        results.stream()
                .sorted(Comparator.comparing(result -> result.stratum))
                .collect(Collectors.groupingBy(result -> result.population, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(this::release);
    }

    private void release(List<SpreadResult> population) {
        Set<Stratum> suppressed = Suppression.of(
                population.stream()
                        .map(result -> new Suppression.Size(part(result), result.items, result.enoughAccounts))
                        .toList(),
                plan.k());
        for (SpreadResult result : population) {
            boolean hold = suppressed.contains(part(result));
            for (SpreadMeasureRow row : result.measures) {
                output.collect(new StreamRecord<>(hold ? SpreadRow.withoutNumbers(row) : row));
            }
            for (SpreadTimelineRow row : hold ? List.<SpreadTimelineRow>of() : result.timeline) {
                output.collect(TIMELINE, new StreamRecord<>(row));
            }
        }
    }

    /** Here shares are a part of all copies as any other kind, which the rules of removal, where they are apart, must not hide. */
    private static Stratum part(SpreadResult result) {
        Stratum stratum = result.key();
        return stratum.equals(Stratum.SHARES) ? new Stratum(stratum.by(), "all shares") : stratum;
    }
}
