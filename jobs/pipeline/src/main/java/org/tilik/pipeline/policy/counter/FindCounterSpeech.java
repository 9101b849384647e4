// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.counter;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.util.Collector;
import org.tilik.pipeline.audit.AuditCodes;
import org.tilik.pipeline.policy.PolicyItem;
import org.tilik.pipeline.policy.PolicyPlan;
import org.tilik.pipeline.spread.SpreadItem;

/** Posts, replies and quotes with each of the cells that count them; without an audit only all and platforms. */
final class FindCounterSpeech extends RichFlatMapFunction<PolicyItem, Tuple2<String, CounterFact>> {
    private static final long serialVersionUID = 1L;

    private final PolicyPlan plan;
    private final AuditCodes audit;
    private transient AuditCodes.Index index;

    FindCounterSpeech(PolicyPlan plan, AuditCodes audit) {
        this.plan = plan;
        this.audit = audit;
    }

    @Override
    public void open(OpenContext context) {
        index = audit.index();
    }

    @Override
    public void flatMap(PolicyItem whole, Collector<Tuple2<String, CounterFact>> out) {
        SpreadItem item = whole.item;
        if (item.isShare()) {
            return;
        }
        List<CounterCell> cells = new ArrayList<>(CounterCell.whole(item.platform));
        if (audit.isUsable() && item.postedAt != null) {
            cells.addAll(CounterCell.incidents(plan, item.postedAt, item.platform));
        }
        CounterFact fact = CounterFact.of(item, index.number(whole.itemKey).orElse(-1));
        cells.forEach(cell -> out.collect(Tuple2.of(cell.key(), fact)));
    }
}
