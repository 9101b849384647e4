// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.tilik.formats.container.ReadLimits;
import org.tilik.pipeline.study.InputFile;

/**
 * The topology that decodes dumps as they come; the same operators as in {@link IngestPipeline}, so that what is decoded is
 * the same.
 *
 * <pre>
 *   folders ─blocks by part→ decode ┬→ work/captures/input=…  ─(one task, at checkpoints)→ manifests, tallies
 *                                   └→ parts as soon as they are written
 *   topics ─────────────────→ decode ┬→ work/captures/input=…  ─(one task, at checkpoints)→ states, merged files
 *                                   └→ parts, one for each task and checkpoint
 * </pre>
 */
public final class ArrivalPipeline {
    private ArrivalPipeline() {}

    /**
     * Adds the operators; gives the parts of decoded files as soon as they are written, before they are marked as finished.
     *
     * @param every time between two looks into the folders
     * @param captures folder of decoded events
     */
    public static DataStream<CapturePart> decode(
            StreamExecutionEnvironment env,
            ArrivingFiles.Provider folders,
            Duration every,
            String captures,
            KeyOnTask key) {
        DataStream<CapturePart> parts = env.fromSource(
                        DumpSource.watching(folders, ReadLimits.configured(), every),
                        WatermarkStrategy.noWatermarks(),
                        "dumps: watch",
                        DumpChunkType.INSTANCE)
                .uid("dumps-watch")
                .partitionCustom((chunk, tasks) -> DumpChunk.task(chunk, tasks), chunk -> chunk)
                .transform("dumps: decode", MessageType.of(CapturePart.class), new DecodeChunks(captures, key))
                .uid("dumps-decode");
        parts.global()
                .transform(
                        "captures: commit", MessageType.of(CapturePart.class), CommitCaptures.atCheckpoints(captures))
                .uid("captures-commit")
                .setParallelism(1)
                .sinkTo(new DiscardingSink<>())
                .uid("captures-end")
                .name("captures: end")
                .setParallelism(1);
        return parts;
    }

    /**
     * Adds the operators that decode topics; gives their parts before they are published.
     *
     * @param topics at least one
     * @param captures folder of decoded events
     */
    public static DataStream<CapturePart> decode(
            StreamExecutionEnvironment env, List<InputFile> topics, String captures, KeyOnTask key) {
        DataStream<CapturePart> parts = topics.stream()
                .map(topic -> decode(env, topic, captures, key))
                .reduce(DataStream::union)
                .orElseThrow();
        Set<String> digests = topics.stream().map(InputFile::digest).collect(Collectors.toSet());
        parts.global()
                .transform("topics: commit", MessageType.of(CapturePart.class), new CommitTopics(captures, digests))
                .uid("topics-commit")
                .setParallelism(1)
                .sinkTo(new DiscardingSink<>())
                .uid("topics-end")
                .name("topics: end")
                .setParallelism(1);
        return parts;
    }

    /** Operators are named by the digest, so that a topic that is to be decoded otherwise is read from its beginning. */
    private static DataStream<CapturePart> decode(
            StreamExecutionEnvironment env, InputFile topic, String captures, KeyOnTask key) {
        return env.fromSource(
                        TopicSource.of(topic),
                        WatermarkStrategy.noWatermarks(),
                        "topics: read " + topic.name(),
                        TopicRecord.TYPE)
                .uid("topics-read-" + topic.digest())
                .transform(
                        "topics: decode " + topic.name(),
                        MessageType.of(CapturePart.class),
                        new DecodeTopic(topic, ReadLimits.configured(), captures, key))
                .uid("topics-decode-" + topic.digest());
    }
}
