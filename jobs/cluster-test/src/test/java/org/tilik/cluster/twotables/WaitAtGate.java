// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster.twotables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.RichMapFunction;

/**
 * Passes rows on. A gated one leaves a file {@code waiting-SUBTASK-ATTEMPT} at its first row and holds it until the file
 * {@code gate} exists; a broken one fails at its first row.
 */
final class WaitAtGate<R> extends RichMapFunction<R, R> {
    private static final long serialVersionUID = 1L;

    private final String folder;
    private final String mode;
    private transient boolean passed;

    WaitAtGate(String folder, String mode) {
        this.folder = folder;
        this.mode = mode;
    }

    /** Lets all rows pass. */
    static <R> WaitAtGate<R> open() {
        return new WaitAtGate<>("", "open");
    }

    boolean isBroken() {
        return mode.equals("broken");
    }

    @Override
    public R map(R row) throws Exception {
        if (isBroken()) {
            throw new IllegalStateException("the failure that this test asks for, at row " + row);
        }
        if (mode.equals("gated") && !passed) {
            await();
            passed = true;
        }
        return row;
    }

    private void await() throws IOException, InterruptedException {
        Path gate = Path.of(folder, "gate");
        var task = getRuntimeContext().getTaskInfo();
        try (WatchService watch = gate.getFileSystem().newWatchService()) {
            gate.getParent().register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            Files.writeString(
                    gate.resolveSibling("waiting-" + task.getIndexOfThisSubtask() + "-" + task.getAttemptNumber()), "");
            while (!Files.exists(gate)) {
                watch.poll(1, TimeUnit.SECONDS);
            }
        }
    }
}
