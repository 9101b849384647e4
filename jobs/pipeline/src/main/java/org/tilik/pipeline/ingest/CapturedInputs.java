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

    private CapturedInputs() {}

    private record Version(InputFile input, Path folder, long finishedAtMillis) {
        /** A clock may tell seconds only; a topic grows. */
        private static final Comparator<Version> ORDER = Comparator.comparingLong(Version::finishedAtMillis)
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

    /** The finished inputs in this folder of decoded events, sorted by name; of one that changed, its latest version. */
    public static List<InputFile> in(String captures) throws IOException {
        return latest(versions(captures)).values().stream().map(Version::input).toList();
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
        List<Version> versions = versions(captures);
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

    private static List<Version> versions(String captures) throws IOException {
        List<Version> versions = new ArrayList<>();
        for (FileStatus input : children(new Path(captures))) {
            Path folder = input.getPath();
            if (TableManifest.isFinished(folder)) {
                CapturedFile file = DecodedInput.read(folder).input();
                versions.add(new Version(file.input(), folder, TableManifest.finishedAtMillis(folder)));
            }
        }
        return versions;
    }

    private static FileStatus[] children(Path folder) throws IOException {
        FileSystem files = folder.getFileSystem();
        return files.exists(folder) ? files.listStatus(folder) : new FileStatus[0];
    }
}
