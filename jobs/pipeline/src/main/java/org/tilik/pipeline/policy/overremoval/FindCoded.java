// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.overremoval;

import java.util.OptionalInt;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.util.Collector;
import org.tilik.pipeline.audit.AuditCodes;
import org.tilik.pipeline.policy.PolicyItem;
import org.tilik.pipeline.policy.PolicyPlan;
import org.tilik.pipeline.strata.Stratum;

/** Followed items with each of their strata: those that people coded; or, without an audit, all, by platform. */
final class FindCoded extends RichFlatMapFunction<PolicyItem, Tuple2<String, CodedFact>> {
    private static final long serialVersionUID = 1L;
    private static final String PLATFORM = "platform";

    private final PolicyPlan plan;
    private final AuditCodes audit;
    private transient AuditCodes.Index index;

    FindCoded(PolicyPlan plan, AuditCodes audit) {
        this.plan = plan;
        this.audit = audit;
    }

    @Override
    public void open(OpenContext context) {
        index = audit.index();
    }

    @Override
    public void flatMap(PolicyItem item, Collector<Tuple2<String, CodedFact>> out) {
        if (!item.measured || item.item.isShare()) {
            return;
        }
        OptionalInt number = audit.isUsable() ? index.number(item.itemKey) : OptionalInt.empty();
        if (number.isPresent()) {
            CodedFact fact = CodedFact.of(item, number.getAsInt());
            if (fact.isFollowed()) {
                plan.strata().of(item.item.traits()).forEach(stratum -> out.collect(Tuple2.of(stratum.label(), fact)));
            }
        } else if (!audit.isUsable()) {
            CodedFact fact = CodedFact.of(item, -1);
            out.collect(Tuple2.of(Stratum.ALL.label(), fact));
            out.collect(Tuple2.of(new Stratum(PLATFORM, item.item.platform).label(), fact));
        }
    }
}
