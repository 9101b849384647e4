// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.counter;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;
import org.tilik.model.table.CounterSpeechRow;
import org.tilik.pipeline.audit.AuditCodes;
import org.tilik.pipeline.policy.PolicyItem;
import org.tilik.pipeline.policy.PolicyPlan;
import org.tilik.pipeline.policy.release.MeasureMembers;
import org.tilik.pipeline.policy.release.Parts;
import org.tilik.pipeline.table.Table;

/**
 * The topology from items to the rows of release/counter_speech.
 *
 * <pre>
 *   items ┬→ cells ─by cell→ shares and ratios ──────────────────────────────┬(one task)→ release
 *         ├(violating, counter replies)─by thread→ waits ─by cell→ estimate ─┘
 *         └last posting of each platform─(broadcast)↑
 * </pre>
 *
 * <p>Labels are those of the classifier; shares and ratios stand also as the audit corrects them. Without a usable audit, rows say only what there would be.
 */
public final class CounterSpeech {
    private CounterSpeech() {}

    /** Adds the operators behind these items; rows to be published. */
    public static DataStream<CounterSpeechRow> build(DataStream<PolicyItem> items, PolicyPlan plan, AuditCodes audit) {
        boolean audited = audit.isUsable();
        DataStream<Tuple5<String, String, Long, Boolean, List<CounterSpeechRow>>> parts = items.flatMap(
                        new FindCounterSpeech(plan, audit))
                .returns(Types.TUPLE(Types.STRING, CounterFact.TYPE))
                .uid("policy-counter-cells")
                .name("policy: cells of counter-speech")
                .keyBy(member -> member.f0, Types.STRING)
                .process(
                        new MeasureMembers<>(key -> new CounterMembers(plan, CounterCell.ofKey(key), audit)),
                        Parts.type(Table.COUNTER_SPEECH))
                .uid("policy-counter-estimate")
                .name("policy: shares of counter-speech");
        return Parts.release(
                audited ? parts.union(threads(items, plan)) : parts, Table.COUNTER_SPEECH, plan.k(), "counter-speech");
    }

    private static DataStream<Tuple5<String, String, Long, Boolean, List<CounterSpeechRow>>> threads(
            DataStream<PolicyItem> items, PolicyPlan plan) {
        DataStream<Tuple2<String, Long>> lastPosted = items.filter(item -> item.item.postedAt != null)
                .uid("policy-counter-dated")
                .name("policy: items with a time")
                .map(item -> Tuple2.of(item.item.platform, item.item.postedAt))
                .returns(Types.TUPLE(Types.STRING, Types.LONG))
                .uid("policy-counter-postings")
                .name("policy: postings")
                .keyBy(posting -> posting.f0, Types.STRING)
                .reduce((one, other) -> Tuple2.of(one.f0, Math.max(one.f1, other.f1)))
                .uid("policy-counter-last")
                .name("policy: last posting of each platform");
        return items.filter(item -> ThreadPart.isPart(item.item))
                .uid("policy-counter-parts")
                .name("policy: violating items and counter replies")
                .map(item -> ThreadPart.of(item.item))
                .returns(ThreadPart.TYPE)
                .uid("policy-counter-thread-parts")
                .name("policy: parts of threads")
                .keyBy(part -> part.thread, Types.STRING)
                .connect(lastPosted.broadcast(GatherThreads.BROADCAST))
                .process(new GatherThreads(), ThreadFact.TYPE)
                .uid("policy-counter-threads")
                .name("policy: gather threads")
                .flatMap((ThreadFact fact, Collector<Tuple2<String, ThreadFact>> out) -> {
                    List<CounterCell> cells = new ArrayList<>(CounterCell.whole(fact.platform));
                    cells.addAll(CounterCell.incidents(plan, fact.from, fact.platform));
                    if (fact.familyId != null) {
                        cells.add(CounterCell.family(fact.familyId));
                    }
                    cells.forEach(cell -> out.collect(Tuple2.of(cell.key(), fact)));
                })
                .returns(Types.TUPLE(Types.STRING, ThreadFact.TYPE))
                .uid("policy-counter-thread-cells")
                .name("policy: cells of threads")
                .keyBy(member -> member.f0, Types.STRING)
                .process(
                        new MeasureMembers<>(key -> new ThreadMembers(plan, CounterCell.ofKey(key))),
                        Parts.type(Table.COUNTER_SPEECH))
                .uid("policy-counter-thread-estimate")
                .name("policy: estimate threads");
    }
}
