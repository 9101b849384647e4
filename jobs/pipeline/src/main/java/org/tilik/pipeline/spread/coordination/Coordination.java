// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.coordination;

import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.tilik.measure.spread.coordination.CoordinationRules;
import org.tilik.model.table.CoordinatedPairRow;
import org.tilik.model.table.CoordinationRow;
import org.tilik.pipeline.spread.SpreadItem;
import org.tilik.pipeline.spread.SpreadPlan;
import org.tilik.pipeline.study.Study;
import org.tilik.pipeline.table.RowType;
import org.tilik.pipeline.table.Table;

/**
 * The topology from items to pairs of accounts that shared the same content within seconds.
 *
 * <pre>
 *   items ─place→ by account ─enough shares→ by content ─nearest→ by account ─enough in pairs→ by content ─pairs→
 *         by two accounts ─links→ by window ─network→ coordinated_pairs
 *                                                  └(sums of all steps)─→ coordination
 * </pre>
 *
 * <p>Contents are families, shares their items. Everything is sorted outside the heap; a step holds one account's shares
 * up to the participation asked for, one content's within the widest window, or one link's items. Only the last step
 * before the tables has all links of one window, not all shares or pairs.
 */
public final class Coordination {
    private Coordination() {}

    /**
     * The streams that become tables.
     *
     * @param pairs complete, of all platforms together
     * @param release for release: all and by platform, by window
     */
    public record Outputs(DataStream<CoordinatedPairRow> pairs, DataStream<CoordinationRow> release) {}

    /** The rules of a plan. */
    static CoordinationRules rules(SpreadPlan plan) {
        Study.Coordination study = plan.coordination();
        return CoordinationRules.of(study.windowsSeconds(), study.minParticipation(), study.loops());
    }

    /** Adds the operators behind these items, each of which must come once. */
    public static Outputs build(DataStream<SpreadItem> items, SpreadPlan plan) {
        return build(items, plan, rules(plan));
    }

    static Outputs build(DataStream<SpreadItem> items, SpreadPlan plan, CoordinationRules rules) {
        SingleOutputStreamOperator<PlacedShare> placed = items.transform(
                        "coordination: place shares", PlacedShare.TYPE, new PlaceShares(plan))
                .uid("coordination-place");
        SingleOutputStreamOperator<PlacedShare> taking = byAccount(placed, "accounts", "sort by account")
                .transform("coordination: accounts with enough shares", PlacedShare.TYPE, new TakePart(rules, true))
                .uid("coordination-take-part");
        SingleOutputStreamOperator<PlacedShare> near = byContent(taking, "contents", "sort by content and time")
                .transform("coordination: nearest shares", PlacedShare.TYPE, new FindNearest(rules))
                .uid("coordination-nearest");
        SingleOutputStreamOperator<PlacedShare> enough = byAccount(
                        near, "paired-accounts", "sort shares with a pair by account")
                .transform("coordination: accounts with enough in pairs", PlacedShare.TYPE, new TakePart(rules, false))
                .uid("coordination-take-part-in-pairs");
        SingleOutputStreamOperator<FoundPair> pairs = byContent(
                        enough, "paired-contents", "sort shares with a pair by content and time")
                .transform("coordination: pairs", FoundPair.TYPE, new MakePairs(rules))
                .uid("coordination-pairs");
        SingleOutputStreamOperator<CoordinatedPairRow> network = network(pairs, plan, rules);
        DataStream<StratumSums> sums = placed.getSideOutput(SumsOperator.SUMS)
                .union(
                        taking.getSideOutput(SumsOperator.SUMS),
                        pairs.getSideOutput(SumsOperator.SUMS),
                        network.getSideOutput(SumsOperator.SUMS));
        return new Outputs(
                network,
                sums.global()
                        .transform(
                                "coordination: release",
                                RowType.of(Table.COORDINATION),
                                new ReleaseCoordination(plan, rules))
                        .uid("coordination-release")
                        .setParallelism(1));
    }

    private static SingleOutputStreamOperator<CoordinatedPairRow> network(
            DataStream<FoundPair> pairs, SpreadPlan plan, CoordinationRules rules) {
        DataStream<FoundLink> links = Sorted.by(
                        pairs, FoundPair::accounts, FoundPair::accounts, "links", "sort pairs by accounts")
                .transform("coordination: links", FoundLink.TYPE, new AddLinks(rules))
                .uid("coordination-links");
        return Sorted.by(links, FoundLink::network, FoundLink::byNetwork, "networks", "sort links by window")
                .transform(
                        "coordination: network", RowType.of(Table.COORDINATED_PAIRS), new DescribeNetwork(plan, rules))
                .uid("coordination-network");
    }

    private static DataStream<PlacedShare> byAccount(DataStream<PlacedShare> shares, String step, String name) {
        return Sorted.by(shares, share -> share.account, PlacedShare::byAccount, step, name);
    }

    private static DataStream<PlacedShare> byContent(DataStream<PlacedShare> shares, String step, String name) {
        return Sorted.by(shares, share -> share.object, PlacedShare::byObject, step, name);
    }
}
