// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.scenario;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Adds up the sums that one task sees, so that what goes on grows with strata, not with families. */
final class AddSums extends AbstractStreamOperator<ScenarioSum>
        implements OneInputStreamOperator<ScenarioSum, ScenarioSum>, BoundedOneInput {
    private static final long serialVersionUID = 1L;

    private final int scenarios;
    private final int mostAccounts;
    private transient StratumSums sums;

    AddSums(int scenarios, int mostAccounts) {
        this.scenarios = scenarios;
        this.mostAccounts = mostAccounts;
    }

    @Override
    public void open() throws Exception {
        super.open();
        sums = new StratumSums(scenarios, mostAccounts);
    }

    @Override
    public void processElement(StreamRecord<ScenarioSum> element) {
        sums.add(element.getValue());
    }

    @Override
    public void endInput() {
        sums.all().forEach(sum -> output.collect(new StreamRecord<>(sum)));
    }
}
