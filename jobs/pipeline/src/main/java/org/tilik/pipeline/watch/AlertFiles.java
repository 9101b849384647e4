// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.watch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** Reads the lines that a watch tells, each once; those of files that were there at the start were told before. */
public final class AlertFiles {
    private final Path folder;
    private final Set<String> told = new HashSet<>();

    /** Follows the finished files in this folder. */
    public AlertFiles(Path folder) throws IOException {
        this.folder = folder;
        told.addAll(finished().keySet());
    }

    /** Lines of files that have been finished since. */
    public List<AlertLine> news() throws IOException {
        List<AlertLine> lines = new ArrayList<>();
        for (var file : finished().entrySet()) {
            if (told.add(file.getKey())) {
                read(file.getValue(), lines);
            }
        }
        return lines;
    }

    /** By name; what is still being written begins with a full stop. */
    private Map<String, Path> finished() throws IOException {
        Map<String, Path> files = new TreeMap<>();
        FileSystem system = folder.getFileSystem();
        FileStatus[] children = system.exists(folder) ? system.listStatus(folder) : new FileStatus[0];
        for (FileStatus child : children) {
            String name = child.getPath().getName();
            if (!child.isDir() && !name.startsWith(".")) {
                files.put(name, child.getPath());
            }
        }
        return files;
    }

    private static void read(Path file, List<AlertLine> lines) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(file.getFileSystem().open(file), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(AlertLine.parse(line));
            }
        }
    }
}
