// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Counts a task's items by stratum and label, so that only sums go on. */
final class CountPrevalence extends AbstractStreamOperator<PrevalenceStratum>
        implements OneInputStreamOperator<Posting, PrevalenceStratum>, BoundedOneInput {
    private static final long serialVersionUID = 1L;

    private final ClassifyPlan plan;
    private transient PrevalenceCounter counter;

    CountPrevalence(ClassifyPlan plan) {
        this.plan = plan;
    }

    @Override
    public void open() throws Exception {
        super.open();
        counter = new PrevalenceCounter(plan);
    }

    @Override
    public void processElement(StreamRecord<Posting> element) {
        counter.add(element.getValue());
    }

    @Override
    public void endInput() {
        counter.counted().forEach(stratum -> output.collect(new StreamRecord<>(stratum)));
    }
}
