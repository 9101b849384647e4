// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.pipeline.table.ScratchFiles;
import org.tilik.pipeline.table.TableFile;

/**
 * Publishes what is decoded of topics whenever a checkpoint that knows of it is complete; runs as one task.
 *
 * <p>The checkpoint says which files count and not what lies in the folders: what a failed attempt wrote is never listed,
 * and what was listed is listed again after a failure. Small files are merged when many have come.
 */
final class CommitTopics extends AbstractStreamOperator<CapturePart>
        implements OneInputStreamOperator<CapturePart, CapturePart> {
    private static final long serialVersionUID = 1L;
    private static final ListStateDescriptor<TopicCaptures> TOPICS =
            new ListStateDescriptor<>("files of topics", MessageType.of(TopicCaptures.class));
    /** A file with so many rows is left as it is. */
    private static final long LARGE_ROWS = 50_000;
    /** So many small files are merged. */
    private static final int MANY = 64;

    private final String captures;
    private final Set<String> digests;
    private transient Map<String, TopicCaptures> topics;
    private transient Map<Long, Map<String, TopicCaptures>> atCheckpoint;
    private transient ListState<TopicCaptures> saved;
    private transient CaptureReader reader;

    /**
     * Publishes below this folder of decoded events.
     *
     * @param digests the topics that the study names now; others are no longer known
     */
    CommitTopics(String captures, Set<String> digests) {
        this.captures = captures;
        this.digests = new TreeSet<>(digests);
    }

    @Override
    public void open() throws Exception {
        super.open();
        reader = new CaptureReader(captures, ScratchFiles.of(getContainingTask()));
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        topics = new TreeMap<>();
        atCheckpoint = new TreeMap<>();
        saved = context.getOperatorStateStore().getListState(TOPICS);
        for (TopicCaptures topic : saved.get()) {
            if (digests.contains(topic.topic().digest())) {
                topics.put(topic.topic().digest(), topic);
                topic.publish(captures);
            }
        }
    }

    @Override
    public void processElement(StreamRecord<CapturePart> element) {
        CapturePart part = element.getValue();
        topics.merge(
                part.input().digest(),
                TopicCaptures.none(part.input()).plus(part),
                (before, first) -> before.plus(part));
        output.collect(element);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        saved.update(List.copyOf(topics.values()));
        atCheckpoint.put(context.getCheckpointId(), Map.copyOf(topics));
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) throws Exception {
        super.notifyCheckpointComplete(checkpointId);
        Map<String, TopicCaptures> complete = atCheckpoint.remove(checkpointId);
        atCheckpoint.keySet().removeIf(earlier -> earlier < checkpointId);
        if (complete != null) {
            for (TopicCaptures topic : complete.values()) {
                topic.publish(captures);
                merge(topic);
            }
        }
    }

    /** Only what is published, so that no file is left unlisted; the merged one is published with the next checkpoint. */
    private void merge(TopicCaptures published) throws IOException {
        String digest = published.topic().digest();
        TopicCaptures latest = topics.get(digest);
        List<TableFile> small = published.smallerThan(LARGE_ROWS, latest);
        if (small.size() >= MANY) {
            topics.put(digest, latest.merged(small, published.merge(small, captures, reader)));
        }
    }
}
