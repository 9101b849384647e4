// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.cascade;

import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.tilik.model.table.CascadeRow;
import org.tilik.pipeline.spread.SpreadPlan;

/**
 * Builds one cascade after the other, fed with their items by time; those in which nothing is tracked are left out. Holds
 * the largest cascade, and sums over what is too small to be listed.
 */
final class BuildCascades extends AbstractStreamOperator<CascadeRow>
        implements OneInputStreamOperator<CascadeNode, CascadeRow>, BoundedOneInput {
    /** Every link of a cascade that holds a tracked item. */
    static final OutputTag<EdgeBlock> EDGES = new OutputTag<>("edges", EdgeBlock.TYPE);
    /** What is measured of every cascade that holds a tracked item. */
    static final OutputTag<CascadeFact> FACTS = new OutputTag<>("facts", CascadeFact.TYPE);
    /** What the published table is made of. */
    static final OutputTag<ReleasePart> RELEASE = new OutputTag<>("release", ReleasePart.TYPE);

    private static final long serialVersionUID = 1L;

    private final SpreadPlan plan;
    private final Reconstructions asked;
    private transient Members members;
    private transient Followers followers;
    private transient LinkCounts counts;
    private transient SortedMap<String, ReleasePart> sums;

    BuildCascades(SpreadPlan plan, Reconstructions asked) {
        this.plan = plan;
        this.asked = asked;
    }

    @Override
    public void open() throws Exception {
        super.open();
        members = new Members();
        counts = new LinkCounts();
        sums = new TreeMap<>();
        if (asked.followers() != null) {
            followers = SharedFollowers.get(asked.followers());
            if (getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0) {
                counts.add("followers.pairs", followers.graph().pairs());
                counts.add("followers.accounts", followers.graph().accounts());
                counts.add("followers.lists", followers.counts().lists());
                counts.add("followers.skipped_members", followers.counts().skippedMembers());
            }
        }
    }

    @Override
    public void processElement(StreamRecord<CascadeNode> element) {
        CascadeNode node = element.getValue();
        if (node.rank == CascadeNode.HEAD) {
            build();
        }
        members.add(node);
    }

    private void build() {
        if (members.tracked() > 0) {
            BuiltCascade cascade = BuiltCascade.of(members, plan, asked, followers);
            cascade.facts().forEach(fact -> output.collect(FACTS, new StreamRecord<>(fact)));
            if (members.size() > 1) {
                counts.add("cascades", 1);
                cascade.edges(block -> output.collect(EDGES, new StreamRecord<>(block)));
                for (CascadeRow row : cascade.rows()) {
                    output.collect(new StreamRecord<>(row));
                    publish(row, cascade.accounts(plan.k()), cascade.publishedReach());
                }
            }
        } else if (members.size() > 1) {
            counts.add("cascades.untracked", 1);
        }
        members.clear();
    }

    private void publish(CascadeRow row, String[] accounts, Long reach) {
        if (row.isRootTracked() && row.size() >= plan.k() && row.uniqueAccounts() >= plan.k()) {
            output.collect(RELEASE, new StreamRecord<>(ReleasePart.listed(row, accounts, reach)));
        } else {
            ReleasePart part = ReleasePart.of(row, accounts);
            sums.merge(part.group(), part, (sum, more) -> sum.with(more, plan.k()));
        }
    }

    @Override
    public void endInput() {
        build();
        sums.values().forEach(sum -> output.collect(RELEASE, new StreamRecord<>(sum)));
        counts.emit(output);
    }
}
