// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;

/** Passes numbers on and fails at the first that is not below a limit, once per JVM; says when a checkpoint is complete. */
final class FailOnce implements MapFunction<String, String>, CheckpointedFunction, CheckpointListener {
    private static final long serialVersionUID = 1L;

    static final CountDownLatch CHECKPOINTED = new CountDownLatch(1);
    static final AtomicBoolean FAILED = new AtomicBoolean();
    static final AtomicBoolean RESTORED = new AtomicBoolean();

    private final int limit;
    private boolean snapshotHasRecords;
    private boolean seenRecords;

    FailOnce(int limit) {
        this.limit = limit;
    }

    @Override
    public String map(String value) {
        seenRecords = true;
        if (Integer.parseInt(value) >= limit && FAILED.compareAndSet(false, true)) {
            throw new IllegalStateException("the failure that this test asks for, at record " + value);
        }
        return value;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) {
        snapshotHasRecords = seenRecords;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) {
        if (context.isRestored()) {
            RESTORED.set(true);
        }
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) {
        if (snapshotHasRecords) {
            CHECKPOINTED.countDown();
        }
    }
}
