// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.io.File;
import java.util.function.Supplier;
import org.apache.flink.runtime.io.disk.iomanager.IOManager;
import org.apache.flink.streaming.runtime.tasks.StreamTask;

/** Names of local files in Flink's temporary folders, spread over them; Flink removes what a killed task leaves. */
public final class ScratchFiles {
    private ScratchFiles() {}

    /** A new file for this task at each call. */
    public static Supplier<File> of(StreamTask<?, ?> task) {
        IOManager files = task.getEnvironment().getIOManager();
        return () -> files.createChannel().getPathFile();
    }
}
