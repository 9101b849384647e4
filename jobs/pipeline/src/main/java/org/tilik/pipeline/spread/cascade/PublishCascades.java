// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.cascade;

import java.util.List;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.model.table.CascadeRow;
import org.tilik.pipeline.spread.SpreadPlan;

/** Decides what of the cascades is published; runs as one task and holds sums only, and the smallest listed cascades. */
final class PublishCascades extends AbstractStreamOperator<CascadeRow>
        implements OneInputStreamOperator<ReleasePart, CascadeRow>, BoundedOneInput {
    private static final long serialVersionUID = 1L;

    private final SpreadPlan plan;
    private transient CascadeRelease release;

    PublishCascades(SpreadPlan plan) {
        this.plan = plan;
    }

    @Override
    public void open() throws Exception {
        super.open();
        release = new CascadeRelease(plan.k(), plan.runId());
    }

    @Override
    public void processElement(StreamRecord<ReleasePart> element) {
        emit(release.add(element.getValue()));
    }

    @Override
    public void endInput() {
        emit(release.finish());
    }

    private void emit(List<CascadeRow> rows) {
        rows.forEach(row -> output.collect(new StreamRecord<>(row)));
    }
}
