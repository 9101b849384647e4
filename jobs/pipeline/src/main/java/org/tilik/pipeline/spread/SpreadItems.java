// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread;

import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.tilik.model.table.EpisodeRow;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableSource;

/** Puts together what is known of each item from the rows about it. */
public final class SpreadItems {
    /** Columns of labels that are needed. */
    static final Set<String> LABEL_COLUMNS =
            Set.of("item_key", "tracked_by", "is_exact_copy", "family_id", "language", "label");

    /** Columns of family_members that are needed. */
    static final Set<String> MEMBER_COLUMNS = Set.of("item_key", "variant_key");

    private SpreadItems() {}

    /** Every item of a run, from its tables and from its episodes on the clock of posting. */
    public static DataStream<SpreadItem> of(DataStream<EpisodeRow> episodes, StreamExecutionEnvironment env, Run run) {
        DataStream<SpreadItem> items = TableSource.read(
                        env,
                        Table.ITEMS,
                        List.of(run.folder(Table.ITEMS).root()),
                        SpreadItem.ITEM_COLUMNS,
                        "spread-items-read")
                .map(row -> SpreadItem.of(row))
                .returns(SpreadItem.TYPE)
                .uid("spread-items")
                .name("spread: items");
        DataStream<SpreadItem> labels = TableSource.read(
                        env,
                        Table.LABELS,
                        List.of(run.folder(Table.LABELS).root()),
                        LABEL_COLUMNS,
                        "spread-labels-read")
                .map(row -> SpreadItem.of(row))
                .returns(SpreadItem.TYPE)
                .uid("spread-labels")
                .name("spread: labels");
        DataStream<SpreadItem> spans = episodes.map(row -> SpreadItem.of(row))
                .returns(SpreadItem.TYPE)
                .uid("spread-spans")
                .name("spread: visible spans");
        DataStream<SpreadItem> members = TableSource.read(
                        env,
                        Table.FAMILY_MEMBERS,
                        List.of(run.folder(Table.FAMILY_MEMBERS).root()),
                        MEMBER_COLUMNS,
                        "spread-members-read")
                .map(row -> SpreadItem.of(row))
                .returns(SpreadItem.TYPE)
                .uid("spread-members")
                .name("spread: variants");
        return items.union(labels, spans, members)
                .keyBy(part -> part.itemKey, Types.STRING)
                .reduce(SpreadItem::with)
                .uid("spread-gather")
                .name("spread: put items together")
                .filter(SpreadItem::isWhole)
                .uid("spread-whole")
                .name("spread: items that were delivered");
    }

    /** How many items there are, and how many of them are tracked. */
    static void count(SpreadItem item, Collector<Tuple2<String, Long>> out) {
        out.collect(Tuple2.of("items", 1L));
        if (item.isTracked()) {
            out.collect(Tuple2.of("items.tracked", 1L));
        }
    }
}
