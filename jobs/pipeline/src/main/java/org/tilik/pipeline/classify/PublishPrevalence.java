// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.util.TreeMap;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.model.table.PrevalenceRow;
import org.tilik.pipeline.counts.JobCounts;

/** Adds up what the tasks counted and decides what may be published; runs as one task, fed with sums only. */
final class PublishPrevalence extends AbstractStreamOperator<PrevalenceRow>
        implements OneInputStreamOperator<PrevalenceStratum, PrevalenceRow>, BoundedOneInput {
    private static final long serialVersionUID = 1L;

    private final ClassifyPlan plan;
    private transient TreeMap<String, PrevalenceStratum> strata;

    PublishPrevalence(ClassifyPlan plan) {
        this.plan = plan;
    }

    @Override
    public void open() throws Exception {
        super.open();
        strata = new TreeMap<>();
    }

    @Override
    public void processElement(StreamRecord<PrevalenceStratum> element) {
        PrevalenceStratum part = element.getValue();
        PrevalenceStratum sum = strata.computeIfAbsent(part.stratum, name -> {
            PrevalenceStratum begun = new PrevalenceStratum();
            begun.stratum = name;
            begun.labelled = new long[part.labelled.length];
            return begun;
        });
        sum.add(part, plan.k());
    }

    @Override
    public void endInput() {
        PrevalenceRows rows = new PrevalenceRows(plan, new AuditedShares(plan, strata.values()));
        rows.of(strata.values()).forEach(row -> output.collect(new StreamRecord<>(row)));
        rows.audit()
                .counts()
                .forEach((name, count) -> output.collect(JobCounts.TAG, new StreamRecord<>(Tuple2.of(name, count))));
    }
}
