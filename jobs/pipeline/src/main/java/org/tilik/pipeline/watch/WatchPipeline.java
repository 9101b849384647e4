// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.watch;

import java.time.Duration;
import org.apache.flink.api.common.serialization.SimpleStringEncoder;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.BasePathBucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies.OnCheckpointRollingPolicy;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.tilik.measure.incident.IncidentRule;
import org.tilik.pipeline.classify.ItemTracking;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.ingest.CapturePart;
import org.tilik.pipeline.ingest.MessageType;

/**
 * The topology that tells of incidents as they are seen.
 *
 * <pre>
 *   parts of decoded files ─→ read, track ┬by item→ follow items ─by content→ follow contents ─→ alerts
 *                                         └──────────┴(outcomes)→ sums ─(one task)→ outcomes.json
 * </pre>
 */
final class WatchPipeline {
    /** So late a copy may come and still count. */
    private static final int LATE_HOURS = 24;

    private final String captures;
    private final ItemTracking.Source tracking;
    private final IncidentRule rule;

    WatchPipeline(String captures, ItemTracking.Source tracking, IncidentRule rule) {
        this.captures = captures;
        this.tracking = tracking;
        this.rule = rule;
    }

    /**
     * Adds the operators behind these parts.
     *
     * @param alerts folder of the lines, finished at checkpoints
     * @param outcomes file of the numbers of sightings by outcome
     */
    void build(DataStream<CapturePart> parts, Path alerts, String outcomes) {
        SingleOutputStreamOperator<ContentChange> items = parts.rebalance()
                .transform("watch: read parts", Sighting.TYPE, new ReadSightings(captures, tracking))
                .uid("watch-read")
                .keyBy(sighting -> sighting.itemKey, Types.STRING)
                .process(
                        new FollowItems(Duration.ofHours(rule.horizonHours() + LATE_HOURS)
                                .toMillis()),
                        ContentChange.TYPE)
                .uid("watch-items")
                .name("watch: follow items");
        SingleOutputStreamOperator<AlertLine> told = items.keyBy(change -> change.content, Types.STRING)
                .process(new FollowContents(rule, LATE_HOURS), MessageType.of(AlertLine.class))
                .uid("watch-contents")
                .name("watch: follow contents");
        told.map(AlertLine::json)
                .returns(Types.STRING)
                .uid("watch-alert-lines")
                .name("watch: alert lines")
                .sinkTo(FileSink.forRowFormat(alerts, new SimpleStringEncoder<String>())
                        .withBucketAssigner(new BasePathBucketAssigner<>())
                        .withRollingPolicy(OnCheckpointRollingPolicy.build())
                        .build())
                .uid("watch-alerts")
                .name("watch: alerts")
                .setParallelism(1);
        count(items.getSideOutput(JobCounts.TAG), "items")
                .union(count(told.getSideOutput(JobCounts.TAG), "contents"))
                .global()
                .transform("watch: outcomes", JobCounts.TYPE, new WriteOutcomes(outcomes))
                .uid("watch-outcomes")
                .setParallelism(1)
                .sinkTo(new DiscardingSink<>())
                .uid("watch-outcomes-end")
                .name("watch: outcomes end")
                .setParallelism(1);
    }

    private static DataStream<Tuple2<String, Long>> count(DataStream<Tuple2<String, Long>> outcomes, String of) {
        return outcomes.transform("watch: sum outcomes of " + of, JobCounts.TYPE, new SumOutcomes())
                .uid("watch-sum-" + of);
    }
}
