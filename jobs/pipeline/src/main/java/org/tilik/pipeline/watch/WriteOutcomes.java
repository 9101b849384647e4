// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.watch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.Path;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.pipeline.counts.JobCounts;

/** Keeps the numbers of the whole watch and writes them as JSON whenever a checkpoint is complete; runs as one task. */
final class WriteOutcomes extends AbstractStreamOperator<Tuple2<String, Long>>
        implements OneInputStreamOperator<Tuple2<String, Long>, Tuple2<String, Long>> {
    private static final long serialVersionUID = 1L;
    private static final ListStateDescriptor<Tuple2<String, Long>> TOTALS =
            new ListStateDescriptor<>("numbers by name", JobCounts.TYPE);
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final String file;
    private transient Map<String, Long> totals;
    private transient Map<Long, Map<String, Long>> atCheckpoint;
    private transient ListState<Tuple2<String, Long>> saved;

    WriteOutcomes(String file) {
        this.file = file;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        totals = new TreeMap<>();
        atCheckpoint = new HashMap<>();
        saved = context.getOperatorStateStore().getListState(TOTALS);
        for (Tuple2<String, Long> total : saved.get()) {
            totals.merge(total.f0, total.f1, Long::sum);
        }
    }

    @Override
    public void processElement(StreamRecord<Tuple2<String, Long>> element) {
        totals.merge(element.getValue().f0, element.getValue().f1, Long::sum);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        saved.clear();
        for (Map.Entry<String, Long> total : totals.entrySet()) {
            saved.add(Tuple2.of(total.getKey(), total.getValue()));
        }
        atCheckpoint.put(context.getCheckpointId(), new TreeMap<>(totals));
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) throws Exception {
        super.notifyCheckpointComplete(checkpointId);
        Map<String, Long> complete = atCheckpoint.get(checkpointId);
        atCheckpoint.keySet().removeIf(id -> id <= checkpointId);
        if (complete != null) {
            write(complete);
        }
    }

    private void write(Map<String, Long> complete) throws IOException {
        Path path = new Path(file);
        try (FSDataOutputStream out = path.getFileSystem().create(path, WriteMode.OVERWRITE)) {
            out.write(JSON.writeValueAsBytes(complete));
        }
    }
}
