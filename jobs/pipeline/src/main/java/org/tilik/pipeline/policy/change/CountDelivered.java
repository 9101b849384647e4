// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.change;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.pipeline.policy.PolicyItem;

/**
 * Counts by platform and week the items that one task sees, tracked or not; memory grows with platforms and weeks alone.
 */
final class CountDelivered extends AbstractStreamOperator<Cohort>
        implements OneInputStreamOperator<PolicyItem, Cohort>, BoundedOneInput {
    private static final long serialVersionUID = 1L;

    private transient NavigableMap<String, NavigableMap<Long, Long>> counts;

    @Override
    public void open() throws Exception {
        super.open();
        counts = new TreeMap<>();
    }

    @Override
    public void processElement(StreamRecord<PolicyItem> element) {
        PolicyItem item = element.getValue();
        counts.computeIfAbsent(item.item.platform, platform -> new TreeMap<>())
                .merge(CohortMember.week(item.item.postedAt), 1L, Long::sum);
    }

    @Override
    public void endInput() {
        counts.forEach((platform, weeks) -> weeks.forEach(
                (week, items) -> output.collect(new StreamRecord<>(Cohort.ofSource(platform, week, items)))));
        counts.clear();
    }
}
