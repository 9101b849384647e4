// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tilik.pipeline.classify.Standings;
import org.tilik.pipeline.removal.RemovalJob;
import org.tilik.pipeline.spread.SpreadItems;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableSource;

/** Puts together what policy measures ask of each item. */
final class PolicyItems {
    private static final Set<String> LABEL_COLUMNS = Stream.concat(
                    Standings.COLUMNS.stream(), Stream.of("item_key", "known_added_at_utc"))
            .collect(Collectors.toSet());

    private PolicyItems() {}

    /** Every item of a run that was delivered and labelled, tracked or not. */
    static DataStream<PolicyItem> of(
            RemovalJob.Followed followed, StreamExecutionEnvironment env, Run run, Standings standings) {
        DataStream<PolicyItem> items = SpreadItems.of(followed.episodes(), env, run)
                .map(item -> PolicyItem.of(item))
                .returns(PolicyItem.TYPE)
                .uid("policy-items")
                .name("policy: items");
        DataStream<PolicyItem> labels = TableSource.read(
                        env,
                        Table.LABELS,
                        List.of(run.folder(Table.LABELS).root()),
                        LABEL_COLUMNS,
                        "policy-labels-read")
                .map(row -> PolicyItem.of(row, standings))
                .returns(PolicyItem.TYPE)
                .uid("policy-labels")
                .name("policy: labels");
        DataStream<PolicyItem> spans = followed.episodes()
                .filter(row -> row.episodeNo() == 1)
                .uid("policy-first-spans")
                .name("policy: first visible spans")
                .map(row -> PolicyItem.of(row))
                .returns(PolicyItem.TYPE)
                .uid("policy-spans")
                .name("policy: spans");
        DataStream<PolicyItem> flags = followed.flags()
                .map(flag -> PolicyItem.of(flag))
                .returns(PolicyItem.TYPE)
                .uid("policy-flags")
                .name("policy: flags");
        DataStream<PolicyItem> beside = followed.standings()
                .filter(fact -> !fact.standing.isTracked())
                .uid("policy-spans-beside")
                .name("policy: first visible spans of what is not tracked")
                .map(fact -> PolicyItem.beside(fact))
                .returns(PolicyItem.TYPE)
                .uid("policy-beside")
                .name("policy: spans of what is not tracked");
        return items.union(labels, spans, flags, beside)
                .keyBy(part -> part.itemKey, Types.STRING)
                .reduce(PolicyItem::with)
                .uid("policy-gather")
                .name("policy: put items together")
                .filter(PolicyItem::isWhole)
                .uid("policy-whole")
                .name("policy: items that were delivered");
    }
}
