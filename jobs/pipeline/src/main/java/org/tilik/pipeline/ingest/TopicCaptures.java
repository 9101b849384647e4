// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.flink.core.fs.Path;
import org.tilik.model.table.CaptureRow;
import org.tilik.pipeline.study.Fingerprint;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableFile;
import org.tilik.pipeline.table.TableManifest;

/**
 * What is decoded of a topic up to some checkpoint; never changed, only replaced.
 *
 * <p>A topic has no end, but whoever reads its events must find the same ones from beginning to end. So each state that is
 * published is an input of its own, a folder that lists files of the topic's folder and is never written again.
 *
 * @param topic the topic; its digest names the folder of its files
 * @param bytes size of the messages
 * @param files files with the events, relative to the topic's folder, in the order in which they came
 * @param tally what became of the messages
 */
record TopicCaptures(CapturedFile topic, long bytes, List<TableFile> files, CaptureTally tally) {
    private static final String CONTAINER = "topic";

    /** Nothing is decoded of this topic yet. */
    static TopicCaptures none(CapturedFile topic) {
        return new TopicCaptures(topic, 0, List.of(), CaptureTally.empty());
    }

    /** The folder that keeps the files of an input. */
    static Path folder(String captures, String digest) {
        return new Path(captures, "input=" + digest);
    }

    /** Name of a file of events. */
    static String fileName(UUID id) {
        return "part-" + id + ".sorted";
    }

    /** With one more part. */
    TopicCaptures plus(CapturePart part) {
        if (part.ledger() != null) {
            throw new IllegalStateException(
                    "Messages of " + topic.name() + " hold entries of a ledger, which no format of" + " topics has.");
        }
        List<TableFile> more = new ArrayList<>(files);
        more.add(part.file());
        return new TopicCaptures(topic, bytes + part.range().fileBytes(), List.copyOf(more), tally.plus(part.tally()));
    }

    /** With this file in place of those with the same events. */
    TopicCaptures merged(List<TableFile> small, TableFile whole) {
        Set<String> gone = paths(small);
        List<TableFile> left = new ArrayList<>(List.of(whole));
        files.stream().filter(file -> !gone.contains(file.path)).forEach(left::add);
        return new TopicCaptures(topic, bytes, List.copyOf(left), tally);
    }

    /** Those of the files that have fewer rows than this and also stand in the other, later state. */
    List<TableFile> smallerThan(long rows, TopicCaptures later) {
        Set<String> there = paths(later.files);
        return files.stream()
                .filter(file -> file.rows < rows && there.contains(file.path))
                .toList();
    }

    private static Set<String> paths(List<TableFile> files) {
        return files.stream().map(file -> file.path).collect(Collectors.toCollection(HashSet::new));
    }

    /** Writes the events of these files into a new one. */
    TableFile merge(List<TableFile> small, String captures, CaptureReader reader) throws IOException {
        Path folder = folder(captures, topic.digest());
        List<Path> paths =
                small.stream().map(file -> new Path(folder, file.path)).toList();
        try (CaptureFileWriter writer = new CaptureFileWriter(folder, fileName(UUID.randomUUID()))) {
            reader.read(paths, (CaptureRow event) -> writer.write(event));
            return writer.finish();
        }
    }

    /** Names this state: the same files of the same topic have the same name. */
    private String version() {
        Fingerprint version = new Fingerprint().add(topic.digest());
        files.forEach(file -> version.add(file.path));
        return version.shortHex();
    }

    /** Makes this state an input that batch jobs can read, unless it is one. */
    void publish(String captures) throws IOException {
        String version = version();
        Path folder = folder(captures, version);
        if (files.isEmpty() || TableManifest.isFinished(folder)) {
            return;
        }
        CapturedFile state = topic.state(version, bytes);
        new DecodedInput(state, null, bytes, CONTAINER, tally).write(folder);
        new TableManifest(Table.LEDGER_ENTRIES.name(), version, List.of()).write(CaptureFiles.Kind.LEDGER.in(folder));
        new TableManifest(Table.PLACE_LOOKS.name(), version, List.of()).write(CaptureFiles.Kind.LOOKS.in(folder));
        String place = "../" + folder(captures, topic.digest()).getName() + "/";
        List<TableFile> listed = files.stream()
                .map(file -> new TableFile(place + file.path, file.rows, file.sha256))
                .toList();
        // Last, since the state is there as soon as this one is.
        new TableManifest(Table.CAPTURES.name(), version, listed).write(folder);
    }
}
