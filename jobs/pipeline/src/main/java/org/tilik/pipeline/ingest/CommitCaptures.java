// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.pipeline.table.TableManifest;

/**
 * Marks the captures of an input as finished when all parts of all its ranges are there; runs as one task.
 *
 * <p>In a bounded job at once. In a streaming job only when a checkpoint that knows of all parts is complete: from then on
 * no failure makes them be written again, while somebody may be reading them.
 */
final class CommitCaptures extends AbstractStreamOperator<CapturePart>
        implements OneInputStreamOperator<CapturePart, CapturePart> {
    private static final long serialVersionUID = 1L;
    private static final ListStateDescriptor<CapturePart> PARTS =
            new ListStateDescriptor<>("parts of unfinished inputs", MessageType.of(CapturePart.class));

    private final String captures;
    private final boolean waitsForCheckpoints;
    private transient Map<String, InputParts> inputs;
    private transient Map<Long, Set<String>> wholeAtCheckpoint;
    private transient ListState<CapturePart> saved;

    private CommitCaptures(String captures, boolean waitsForCheckpoints) {
        this.captures = captures;
        this.waitsForCheckpoints = waitsForCheckpoints;
    }

    /** Marks inputs below this folder as soon as they are whole. */
    static CommitCaptures atOnce(String captures) {
        return new CommitCaptures(captures, false);
    }

    /** Marks inputs below this folder when a checkpoint has them. */
    static CommitCaptures atCheckpoints(String captures) {
        return new CommitCaptures(captures, true);
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        inputs = new TreeMap<>();
        wholeAtCheckpoint = new TreeMap<>();
        if (waitsForCheckpoints) {
            saved = context.getOperatorStateStore().getListState(PARTS);
            for (CapturePart part : saved.get()) {
                add(part);
            }
            commitUnfinished();
        }
    }

    @Override
    public void processElement(StreamRecord<CapturePart> element) throws IOException {
        CapturePart part = element.getValue();
        InputParts parts = add(part);
        if (!waitsForCheckpoints && parts.isWhole()) {
            commit(Set.of(part.input().digest()));
        }
        output.collect(element);
    }

    private InputParts add(CapturePart part) {
        InputParts parts = inputs.computeIfAbsent(part.input().digest(), digest -> new InputParts());
        parts.add(part);
        return parts;
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        if (waitsForCheckpoints) {
            List<CapturePart> parts = new ArrayList<>();
            inputs.values().forEach(input -> parts.addAll(input.parts()));
            saved.update(parts);
            wholeAtCheckpoint.put(context.getCheckpointId(), whole());
        }
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) throws Exception {
        super.notifyCheckpointComplete(checkpointId);
        Set<String> committable = wholeAtCheckpoint.remove(checkpointId);
        if (committable != null) {
            commit(committable);
        }
        // An earlier checkpoint that was never reported is covered by this one.
        wholeAtCheckpoint.keySet().removeIf(earlier -> earlier < checkpointId);
    }

    private Set<String> whole() {
        Set<String> whole = new HashSet<>();
        inputs.forEach((digest, parts) -> {
            if (parts.isWhole()) {
                whole.add(digest);
            }
        });
        return whole;
    }

    /** What was whole at the checkpoint may have been marked before the failure, and somebody may be reading the manifest. */
    private void commitUnfinished() throws IOException {
        for (String digest : whole()) {
            if (TableManifest.isFinished(InputParts.folder(captures, digest))) {
                inputs.remove(digest);
            } else {
                commit(Set.of(digest));
            }
        }
    }

    private void commit(Set<String> digests) throws IOException {
        for (String digest : digests) {
            InputParts parts = inputs.remove(digest);
            if (parts != null) {
                parts.commit(captures);
            }
        }
    }
}
