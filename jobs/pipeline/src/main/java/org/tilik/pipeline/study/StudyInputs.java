// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.Path;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.Sniffed;
import org.tilik.formats.container.DumpHead;
import org.tilik.model.Platform;
import org.tilik.pipeline.table.Table;

/**
 * Finds every file that a study reads: files as named, folders with all that is in them, patterns; each file once,
 * sorted by name. Hidden files and those whose name begins with an underscore are taken only when named.
 */
public final class StudyInputs {
    private final Study study;
    private final String studyFile;
    private final String output;
    private final String keyId;

    /**
     * The inputs of this study, whenever they are looked for.
     *
     * @param output folder of the tables, which is no input even where it lies in an input folder
     * @param keyId identifies the pseudonym key, on which decoded events depend
     */
    public StudyInputs(Study study, String studyFile, String output, String keyId) {
        this.study = study;
        this.studyFile = studyFile;
        this.output = output;
        this.keyId = keyId;
    }

    /** The inputs of the study of this run. */
    public static StudyInputs of(Run run) {
        return new StudyInputs(run.study(), run.studyFile(), run.output(), run.keyId());
    }

    /** Every file that the study means, which must be at least one for each of its entries. */
    public List<InputFile> find() {
        FileTree tree = new FileTree(studyFile, leftOut());
        Map<String, FoundFile> byName = new TreeMap<>();
        for (int i = 0; i < study.inputs().size(); i++) {
            Study.Input input = study.inputs().get(i);
            if (input.isTopic()) {
                throw RunError.study(
                        entry(i) + " is a topic, which has no end, and this command reads all of its inputs:"
                                + " watch reads topics. Run 'tilik watch', or take the entry out.");
            }
            if (!add(find(tree, i, input.path()), i, byName)) {
                throw RunError.study(
                        entry(i) + " matches no file. Folders and patterns leave out hidden files and those"
                                + " whose name begins with _; * stays within one folder, ** goes deeper.");
            }
        }
        return byName.values().stream().map(this::recognise).toList();
    }

    /** The files that are there now, sorted by name and not opened; none is no error, nor is a file or folder to come. */
    public List<FoundFile> look() {
        FileTree tree = new FileTree(studyFile, leftOut());
        Map<String, FoundFile> byName = new TreeMap<>();
        for (int i = 0; i < study.inputs().size(); i++) {
            Study.Input input = study.inputs().get(i);
            if (!input.isTopic()) {
                add(there(tree, i, input.path()), i, byName);
            }
        }
        return List.copyOf(byName.values());
    }

    /** The topics that the study names, sorted by name, each as an input of which nothing is read yet. */
    public List<InputFile> topics() {
        return study.inputs().stream()
                .filter(Study.Input::isTopic)
                .sorted(Comparator.comparing(Study.Input::path))
                .map(topic -> input(topic.path(), topic.path(), 0, 0, topic.format(), topic.platform(), null, false))
                .toList();
    }

    /** Whether the entry means any file. */
    private boolean add(List<FileStatus> files, int entry, Map<String, FoundFile> byName) {
        Study.Input input = study.inputs().get(entry);
        for (FileStatus file : files) {
            String name = StudyPaths.name(studyFile, file.getPath());
            FoundFile found = new FoundFile(
                    name,
                    file.getPath(),
                    file.getLen(),
                    file.getModificationTime(),
                    entry,
                    input.format(),
                    input.platform(),
                    input.capturedAt(),
                    input.isComplete());
            byName.merge(name, found, this::merged);
        }
        return !files.isEmpty();
    }

    private Set<Path> leftOut() {
        Set<Path> leftOut = new HashSet<>();
        leftOut.add(new Path(studyFile));
        leftOut.add(new Path(output));
        if (study.privacy().keyFile() != null) {
            leftOut.add(StudyPaths.resolve(studyFile, study.privacy().keyFile()));
        }
        CanonicalStudy.lists(study).forEach(list -> leftOut.add(StudyPaths.resolve(studyFile, list)));
        return leftOut;
    }

    private List<FileStatus> find(FileTree tree, int entry, String path) {
        try {
            return tree.find(path);
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(entry, e);
        }
    }

    private List<FileStatus> there(FileTree tree, int entry, String path) {
        try {
            return tree.find(path);
        } catch (FileNotFoundException e) {
            // Named, and still to come or deleted while this looks: the next look may find it.
            return List.of();
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(entry, e);
        }
    }

    private RunError unreadable(int entry, Exception e) {
        String reason = e instanceof IOException io ? StudyPaths.reason(io) : e.getMessage();
        return RunError.study(
                entry(entry) + " cannot be read: " + reason + ". Paths are relative to the study file "
                        + StudyPaths.display(new Path(studyFile)) + "; correct the path.",
                e);
    }

    /** What two entries say about one file, which must not differ. */
    private FoundFile merged(FoundFile first, FoundFile second) {
        return new FoundFile(
                first.name(),
                first.path(),
                first.bytes(),
                first.changedAtMillis(),
                first.entry(),
                either("format", first, first.format(), second, second.format()),
                either("platform", first, first.platform(), second, second.platform()),
                either("captured_at", first, first.capturedAt(), second, second.capturedAt()),
                first.isComplete() || second.isComplete());
    }

    private <T> T either(String key, FoundFile first, T a, FoundFile second, T b) {
        if (a != null && b != null && !a.equals(b)) {
            throw RunError.study(StudyPaths.display(first.path()) + " is meant by " + entry(first.entry())
                    + " and by " + entry(second.entry()) + " with different " + key + ". Make them equal, or name"
                    + " the file once.");
        }
        return a != null ? a : b;
    }

    /** The format of a text that begins like this; null where none is recognised. */
    private DumpFormat formatOf(byte[] head, FoundFile found) {
        List<Sniffed> candidates = DumpFormat.candidates(head);
        if (candidates.size() > 1) {
            throw RunError.study(
                    entry(found.entry()) + ": " + StudyPaths.display(found.path()) + ": " + Sniffed.tie(candidates));
        }
        return candidates.isEmpty() ? null : candidates.get(0).format();
    }

    /** The input that this file is: its format is read from its beginning where the study does not say it. */
    public InputFile recognise(FoundFile found) {
        Path path = found.path();
        DumpFormat format = found.format();
        try (InputStream raw = path.getFileSystem().open(path)) {
            if (format == null) {
                byte[] head = DumpHead.read(raw, DumpHead.USUAL_BYTES).bytes();
                format = formatOf(head, found);
            } else if (found.bytes() > 0 && raw.read() < 0) {
                throw new IOException("it is empty, but was listed with " + found.bytes() + " bytes");
            }
        } catch (IOException e) {
            throw RunError.study(
                    entry(found.entry()) + ": " + StudyPaths.display(path) + " cannot be read (" + StudyPaths.reason(e)
                            + "). Check who may read it, or leave it out.",
                    e);
        }
        if (format != null && format.needsPlatform() && found.platform() == null) {
            throw RunError.study(entry(found.entry()) + ": " + found.name() + " has the format " + format.id()
                    + ", which serves" + " several platforms. Add platform: with one of " + Platform.names() + ".");
        }
        checkComplete(found, format);
        return input(
                path.toString(),
                found.name(),
                found.bytes(),
                found.changedAtMillis(),
                format,
                found.platform(),
                found.capturedAt(),
                found.isComplete());
    }

    /** That a file holds all of a range says something only where its records are numbered, and seen at a known time. */
    private void checkComplete(FoundFile found, DumpFormat format) {
        if (!found.isComplete() || format == null) {
            return;
        }
        if (!format.numbersItems()) {
            throw RunError.study(entry(found.entry()) + ": " + found.name() + " has the format " + format.id()
                    + ", whose records have no numbers in a channel or thread, so that complete: true says nothing."
                    + " Take it out; files of these formats have numbers: " + DumpFormat.numbering() + ".");
        }
        if (found.capturedAt() == null && !format.statesCaptures()) {
            throw RunError.study(entry(found.entry()) + ": " + found.name()
                    + " is declared complete, but nothing says as of when. Add captured_at: with the time of"
                    + " the export.");
        }
    }

    private InputFile input(
            String uri,
            String name,
            long bytes,
            long changedAtMillis,
            DumpFormat format,
            Platform platform,
            Instant capturedAt,
            boolean isComplete) {
        Map<Platform, Double> sampling = sampling(format, platform);
        String digest = new Fingerprint()
                .add(name)
                .add(bytes)
                .add(changedAtMillis)
                .add(format == null ? null : format.id())
                .add(platform == null ? null : platform.id())
                .add(capturedAt)
                .add(isComplete)
                .add(sampling)
                .add(keyId)
                .add(Run.TOOL_VERSION)
                .add(Table.CAPTURES.schema().full())
                .add(Table.LEDGER_ENTRIES.schema().full())
                .add(Table.PLACE_LOOKS.schema().full())
                .shortHex();
        return new InputFile(uri, name, bytes, format, platform, capturedAt, isComplete, sampling, digest);
    }

    /** What the study says of the platform that the file is about, of all platforms where its members decide that. */
    private Map<Platform, Double> sampling(DumpFormat format, Platform declared) {
        if (format == null) {
            return new TreeMap<>(study.sampling());
        }
        Platform platform = format.platform().orElse(declared);
        Double share = platform == null ? null : study.sampling().get(platform);
        return share == null ? Map.of() : Map.of(platform, share);
    }

    private String entry(int index) {
        return "inputs[" + index + "] (path: " + study.inputs().get(index).path() + ")";
    }
}
