// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.Path;

/** Where the paths of a study lead: those that are not absolute are relative to the study file. */
public final class StudyPaths {
    private static final String LOCAL = "file";

    private StudyPaths() {}

    /** The place that a path written in this study means. */
    public static Path resolve(String studyFile, String path) {
        Path given = new Path(path);
        if (given.toUri().getScheme() != null) {
            return given;
        }
        Path parent = new Path(studyFile).getParent();
        // An absolute path lies in the study's own file system, whatever the default one of the cluster is.
        return given.isAbsolute()
                ? new Path(parent.toUri().getScheme(), parent.toUri().getAuthority(), given.getPath())
                : new Path(parent, path);
    }

    /** A path of the command line with its scheme: one without is local, relative to the working directory. */
    public static String absolute(String path) {
        Path given = new Path(path);
        return given.toUri().getScheme() != null
                ? given.toString()
                : LOCAL + ":" + java.nio.file.Path.of(path).toAbsolutePath().normalize();
    }

    /** How messages name a path: local ones without the scheme. */
    public static String display(Path path) {
        return LOCAL.equals(path.toUri().getScheme()) ? path.getPath() : path.toString();
    }

    /**
     * The path of a file relative to the study's folder, with forward slashes and as many {@code ../} as it takes; the
     * whole path where the file lies in another file system. It does not depend on the working directory.
     */
    public static String name(String studyFile, Path file) {
        Path folder = new Path(studyFile).getParent();
        if (!Objects.equals(folder.toUri().getScheme(), file.toUri().getScheme())
                || !Objects.equals(folder.toUri().getAuthority(), file.toUri().getAuthority())) {
            return file.toString();
        }
        List<String> from = segments(folder);
        List<String> to = segments(file);
        int shared = 0;
        while (shared < Math.min(from.size(), to.size() - 1) && from.get(shared).equals(to.get(shared))) {
            shared++;
        }
        StringJoiner name = new StringJoiner("/");
        for (int i = shared; i < from.size(); i++) {
            name.add("..");
        }
        to.subList(shared, to.size()).forEach(name::add);
        return name.toString();
    }

    private static List<String> segments(Path path) {
        return Arrays.stream(path.getPath().split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    /** The bytes of a small file that the study needs. */
    static byte[] read(Path path, int mostBytes, String what) {
        try (FSDataInputStream in = path.getFileSystem().open(path)) {
            byte[] bytes = in.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                throw RunError.study(what + " " + display(path) + " has more than " + mostBytes
                        + " bytes, so it is something else. Check the path.");
            }
            return bytes;
        } catch (IOException e) {
            throw RunError.study(
                    what + " " + display(path) + " cannot be read (" + reason(e) + "). Check the path"
                            + " and who may read it.",
                    e);
        }
    }

    /** The exception's own words on one line. */
    static String reason(IOException e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.lines().findFirst().orElse(message);
    }
}
