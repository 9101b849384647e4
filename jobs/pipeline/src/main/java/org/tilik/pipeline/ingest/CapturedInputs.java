// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.tilik.pipeline.study.InputFile;
import org.tilik.pipeline.table.TableManifest;

/** The inputs whose decoded events are finished, whether or not their files still are where they were. */
public final class CapturedInputs {
    private CapturedInputs() {}

    private record Version(InputFile input, boolean isThere, long finishedAtMillis) {
        private static final Comparator<Version> ORDER =
                Comparator.comparing(Version::isThere).thenComparingLong(Version::finishedAtMillis);

        static Version later(Version one, Version other) {
            return ORDER.compare(one, other) > 0 ? one : other;
        }
    }

    /**
     * The finished inputs in this folder of decoded events, sorted by name. Of a file that changed, the version that lies
     * there now where that one is finished, else the one that was finished last: a large version may well be finished later
     * than the small one that replaced it.
     *
     * @param there by name of a file, the digest of the version that lies there now, or anything else
     */
    public static List<InputFile> in(String captures, UnaryOperator<String> there) throws IOException {
        Map<String, Version> byName = new TreeMap<>();
        Path folder = new Path(captures);
        FileSystem files = folder.getFileSystem();
        FileStatus[] inputs = files.exists(folder) ? files.listStatus(folder) : new FileStatus[0];
        for (FileStatus input : inputs) {
            if (TableManifest.isFinished(input.getPath())) {
                InputFile file = DecodedInput.read(input.getPath()).input().input();
                Version version = new Version(
                        file,
                        file.digest().equals(there.apply(file.name())),
                        TableManifest.finishedAtMillis(input.getPath()));
                byName.merge(file.name(), version, Version::later);
            }
        }
        return byName.values().stream().map(Version::input).toList();
    }
}
