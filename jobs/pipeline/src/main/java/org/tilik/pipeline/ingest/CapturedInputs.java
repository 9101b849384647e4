// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.tilik.pipeline.study.InputFile;
import org.tilik.pipeline.table.TableManifest;

/** The inputs whose decoded events are finished, whether or not their files still are where they were. */
public final class CapturedInputs {
    private CapturedInputs() {}

    private record Version(InputFile input, long finishedAtMillis) {
        static Version later(Version one, Version other) {
            return one.finishedAtMillis > other.finishedAtMillis ? one : other;
        }
    }

    /** The finished inputs in this folder of decoded events, sorted by name; of a file that changed, its latest version. */
    public static List<InputFile> in(String captures) throws IOException {
        Map<String, Version> byName = new TreeMap<>();
        Path folder = new Path(captures);
        FileSystem files = folder.getFileSystem();
        FileStatus[] inputs = files.exists(folder) ? files.listStatus(folder) : new FileStatus[0];
        for (FileStatus input : inputs) {
            if (TableManifest.isFinished(input.getPath())) {
                CapturedFile file = DecodedInput.read(input.getPath()).input();
                long finishedAt = TableManifest.finishedAtMillis(input.getPath());
                byName.merge(file.name(), new Version(file.input(), finishedAt), Version::later);
            }
        }
        return byName.values().stream().map(Version::input).toList();
    }
}
