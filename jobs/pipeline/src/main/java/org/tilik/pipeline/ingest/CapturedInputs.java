// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.tilik.pipeline.study.InputFile;
import org.tilik.pipeline.study.TopicAddress;
import org.tilik.pipeline.table.TableManifest;

/** The inputs whose decoded events are finished, whether or not their files still are where they were. */
public final class CapturedInputs {
    /** No two clocks of a cluster differ by so much. */
    private static final long CLOCKS_APART_MILLIS = 3_600_000;

    /** No digest. */
    private static final String NOT_THERE = "";

    private CapturedInputs() {}

    private record Version(InputFile input, Path folder, boolean isThere, long finishedAtMillis) {
        /** A clock may tell seconds only; a topic grows. */
        private static final Comparator<Version> ORDER = Comparator.comparing(Version::isThere)
                .thenComparingLong(Version::finishedAtMillis)
                .thenComparingLong(version -> version.input().bytes());

        static Version later(Version one, Version other) {
            return ORDER.compare(one, other) > 0 ? one : other;
        }

        /** Its files, wherever they lie. */
        List<Path> files() throws IOException {
            return TableManifest.read(folder).files().stream()
                    .map(file -> new Path(folder, file.path))
                    .toList();
        }
    }

    /**
     * The finished inputs in this folder of decoded events, sorted by name. Of a topic the latest state; of a file that
     * changed, the version that lies there now where that one is finished, else the one that was finished last: a large
     * version may well be finished later than the small one that replaced it.
     *
     * @param there by name of a file, the digest of the version that lies there now, or anything else
     */
    public static List<InputFile> in(String captures, UnaryOperator<String> there) throws IOException {
        return latest(versions(captures, there)).values().stream()
                .map(Version::input)
                .toList();
    }

    /** Names of the folders of inputs, finished or not. */
    public static Set<String> folders(String captures) throws IOException {
        Set<String> names = new HashSet<>();
        for (FileStatus input : children(new Path(captures))) {
            names.add(input.getPath().getName());
        }
        return names;
    }

    /**
     * Deletes the earlier states of topics, and files of theirs that the latest state does not list; nobody may be reading
     * them, and no checkpoint goes back to them.
     *
     * @param sinceMillis when the watch began: what an earlier one wrote and no checkpoint knows of is deleted too
     */
    public static void forgetEarlierStatesOfTopics(String captures, long sinceMillis) throws IOException {
        List<Version> versions = versions(captures, name -> NOT_THERE);
        for (Version latest : latest(versions).values()) {
            if (TopicAddress.isMeant(latest.input().name())) {
                List<Path> listed = latest.files();
                for (Version version : versions) {
                    if (version.input().name().equals(latest.input().name())
                            && !version.folder().equals(latest.folder())) {
                        forget(version, listed);
                    }
                }
                if (latest.finishedAtMillis() >= sinceMillis) {
                    forgetUnlisted(listed, sinceMillis - CLOCKS_APART_MILLIS);
                }
            }
        }
    }

    private static void forget(Version version, List<Path> stillListed) throws IOException {
        FileSystem files = version.folder().getFileSystem();
        Set<String> kept = names(stillListed);
        for (Path file : version.files()) {
            if (!kept.contains(file.getName())) {
                files.delete(file, false);
            }
        }
        files.delete(version.folder(), true);
    }

    private static void forgetUnlisted(List<Path> listed, long beforeMillis) throws IOException {
        Set<String> kept = names(listed);
        for (Path folder : listed.stream().map(Path::getParent).distinct().toList()) {
            for (FileStatus file : children(folder)) {
                String name = file.getPath().getName();
                if (!file.isDir() && file.getModificationTime() < beforeMillis && !kept.contains(name)) {
                    folder.getFileSystem().delete(file.getPath(), false);
                }
            }
        }
    }

    /** Names of files of topics are unique, while the same path may be written in several ways. */
    private static Set<String> names(List<Path> files) {
        return files.stream().map(Path::getName).collect(Collectors.toSet());
    }

    private static Map<String, Version> latest(List<Version> versions) {
        Map<String, Version> byName = new TreeMap<>();
        versions.forEach(version -> byName.merge(version.input().name(), version, Version::later));
        return byName;
    }

    private static List<Version> versions(String captures, UnaryOperator<String> there) throws IOException {
        List<Version> versions = new ArrayList<>();
        for (FileStatus child : children(new Path(captures))) {
            Path folder = child.getPath();
            if (TableManifest.isFinished(folder)) {
                InputFile input = DecodedInput.read(folder).input().input();
                boolean isThere = input.digest().equals(there.apply(input.name()));
                versions.add(new Version(input, folder, isThere, TableManifest.finishedAtMillis(folder)));
            }
        }
        return versions;
    }

    private static FileStatus[] children(Path folder) throws IOException {
        FileSystem files = folder.getFileSystem();
        return files.exists(folder) ? files.listStatus(folder) : new FileStatus[0];
    }
}
