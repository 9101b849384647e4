// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** Finds the files that one input entry of a study means, on any file system that Flink knows. */
final class FileTree {
    private final String studyFile;
    private final Set<Path> leftOut;

    /**
     * Finds files for this study.
     *
     * @param leftOut files and folders that are no inputs where a folder or pattern holds them: the study itself, its
     *     key and lists, the output
     */
    FileTree(String studyFile, Set<Path> leftOut) {
        this.studyFile = studyFile;
        this.leftOut = Set.copyOf(leftOut);
    }

    /** The files that this path, folder or pattern means; empty when it is a folder or pattern without any. */
    List<FileStatus> find(String path) throws IOException {
        List<FileStatus> found = new ArrayList<>();
        Path exact = StudyPaths.resolve(studyFile, path);
        FileSystem files = exact.getFileSystem();
        if (files.exists(exact)) {
            FileStatus status = files.getFileStatus(exact);
            if (status.isDir()) {
                walk(files, exact, found);
            } else {
                found.add(status);
            }
        } else if (GlobPattern.isGlob(path)) {
            GlobPattern glob = GlobPattern.of(path);
            Path folder = StudyPaths.resolve(studyFile, glob.folder().isEmpty() ? "." : glob.folder());
            match(folder.getFileSystem(), folder, glob, "", 0, found);
        } else {
            throw new FileNotFoundException("there is no such file or folder");
        }
        return found;
    }

    /** A whole folder: files are taken unless their name, or that of a folder on the way, says that they are hidden. */
    private void walk(FileSystem files, Path folder, List<FileStatus> found) throws IOException {
        for (FileStatus child : list(files, folder)) {
            String name = child.getPath().getName();
            if (name.startsWith(".") || name.startsWith("_") || leftOut.contains(child.getPath())) {
                continue;
            }
            if (child.isDir()) {
                walk(files, child.getPath(), found);
            } else {
                found.add(child);
            }
        }
    }

    private void match(FileSystem files, Path folder, GlobPattern glob, String below, int depth, List<FileStatus> found)
            throws IOException {
        for (FileStatus child : list(files, folder)) {
            String name = below + child.getPath().getName();
            if (leftOut.contains(child.getPath())) {
                continue;
            }
            if (!child.isDir() && glob.names().test(name)) {
                found.add(child);
            } else if (child.isDir() && depth < glob.deepest()) {
                match(files, child.getPath(), glob, name + "/", depth + 1, found);
            }
        }
    }

    private static FileStatus[] list(FileSystem files, Path folder) throws IOException {
        if (!files.exists(folder)) {
            throw new FileNotFoundException("the folder " + StudyPaths.display(folder) + " does not exist");
        }
        FileStatus[] children = files.listStatus(folder);
        if (children == null) {
            throw new IOException("the folder " + StudyPaths.display(folder) + " cannot be listed");
        }
        return children;
    }
}
