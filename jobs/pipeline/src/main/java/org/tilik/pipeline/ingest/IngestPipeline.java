// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.tilik.model.table.ItemRow;
import org.tilik.model.table.LedgerCountRow;
import org.tilik.pipeline.ledger.LedgerEntries;
import org.tilik.pipeline.study.Study;
import org.tilik.pipeline.table.RowType;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableFolder;
import org.tilik.pipeline.table.TableSink;

/**
 * The topology of ingest, in two jobs.
 *
 * <pre>
 *   decode:  dumps ─blocks by part→ decode ─→ work/captures/input=…  ─(one task)→ manifests, tallies
 *   merge:   names of files ─all to all→ merge a range of item keys of every file, look for items in all looks ─→ items
 *                                                                                ├─→ observations
 *                                                                                └─→ tally
 *           names of files ─all to all→ count a range of the entries of ledgers of every file ─by what is alike→ counts
 *                                                                                └─→ tally
 * </pre>
 */
final class IngestPipeline {
    private IngestPipeline() {}

    static void decode(
            StreamExecutionEnvironment env,
            Source<DumpChunk, ?, ?> dumps,
            int mostSplits,
            String captures,
            KeyOnTask key) {
        env.fromSource(dumps, WatermarkStrategy.noWatermarks(), "dumps: read", DumpChunkType.INSTANCE)
                .uid("dumps-read")
                .setParallelism(Math.min(env.getParallelism(), mostSplits))
                .partitionCustom((chunk, tasks) -> DumpChunk.task(chunk, tasks), chunk -> chunk)
                .transform("dumps: decode", MessageType.of(CapturePart.class), new DecodeChunks(captures, key))
                .uid("dumps-decode")
                .global()
                .transform("captures: commit", MessageType.of(CapturePart.class), CommitCaptures.atOnce(captures))
                .uid("captures-commit")
                .setParallelism(1)
                .sinkTo(new DiscardingSink<>())
                .uid("captures-end")
                .name("captures: end")
                .setParallelism(1);
    }

    static void merge(
            StreamExecutionEnvironment env,
            List<String> captures,
            Study study,
            Set<String> suppressed,
            TableFolder items,
            TableFolder itemsWithText,
            TableFolder observations,
            TableFolder ledgerCounts,
            String tallyFile) {
        SingleOutputStreamOperator<ItemRow> merged = files(env, captures, "captures", CaptureFiles.Kind.EVENTS)
                .union(files(env, captures, "looks", CaptureFiles.Kind.LOOKS))
                .broadcast()
                .transform(
                        "items: merge",
                        RowType.of(Table.ITEMS),
                        new MergeItems(
                                study.window(), study.privacy().dropText(), suppressed, items.runId(), items.buckets()))
                .uid("items-merge");
        TableSink.writeSorted(merged, Table.ITEMS, items, Table.ITEMS.name());
        if (study.privacy().dropText()) {
            TableSink.writeSorted(
                    merged.getSideOutput(MergeItems.WITH_TEXT), Table.ITEMS, itemsWithText, "items_with_text");
        }
        TableSink.writeSorted(
                merged.getSideOutput(MergeItems.OBSERVATIONS),
                Table.OBSERVATIONS,
                observations,
                Table.OBSERVATIONS.name());
        SingleOutputStreamOperator<LedgerCountRow> counted = files(env, captures, "ledgers", CaptureFiles.Kind.LEDGER)
                .broadcast()
                .transform(
                        "ledgers: count",
                        RowType.of(Table.LEDGER_COUNTS),
                        new MergeLedgers(ledgerCounts.runId(), ledgerCounts.buckets()))
                .uid("ledgers-count");
        DataStream<LedgerCountRow> ledgers = counted.keyBy(LedgerEntries::key, Types.STRING)
                .reduce(LedgerEntries::sum)
                .uid("ledgers-sum")
                .name("ledgers: sum");
        TableSink.write(ledgers, Table.LEDGER_COUNTS, ledgerCounts);
        merged.getSideOutput(MergeItems.TALLY)
                .union(counted.getSideOutput(MergeItems.TALLY))
                .global()
                .transform("items: tally", MessageType.of(MergeTally.class), new WriteTally(tallyFile))
                .uid("items-tally")
                .setParallelism(1)
                .sinkTo(new DiscardingSink<>())
                .uid("items-tally-end")
                .name("items: tally end")
                .setParallelism(1);
    }

    /** The files of all inputs; operators are named by {@code uid}. */
    private static DataStream<String> files(
            StreamExecutionEnvironment env, List<String> captures, String uid, CaptureFiles.Kind kind) {
        return env.fromData(Types.STRING, captures.toArray(String[]::new))
                .uid(uid + "-inputs")
                .name(uid + ": inputs")
                .setParallelism(1)
                .rebalance()
                .flatMap(new CaptureFiles(kind))
                .returns(Types.STRING)
                .uid(uid + "-files")
                .name(uid + ": files");
    }
}
