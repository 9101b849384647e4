// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.flink.core.fs.Path;
import org.tilik.classify.organisations.Gazetteer;
import org.tilik.classify.organisations.GazetteerException;
import org.tilik.formats.StudyInputException;
import org.tilik.formats.known.KnownList;
import org.tilik.formats.known.SuppressionList;
import org.tilik.pipeline.table.Table;

/**
 * Makes a run of a study file: loads and checks everything that can be checked before a job starts, and gives the run
 * its id.
 */
public final class RunFactory {
    private static final long BUCKET_BYTES = 128L << 20;
    private static final int FEWEST_BUCKETS = 4;
    private static final int MOST_BUCKETS = 1024;
    private static final int MOST_LIST_BYTES = 1 << 30;
    private static final String NO_MODEL = "none";

    private final UnaryOperator<String> environment;
    private final UnaryOperator<String> models;

    /**
     * A factory that finds the pseudonym key in the process's environment where the study names no file.
     *
     * @param models gives the model of this id or place its name, which changes with its content
     */
    public RunFactory(UnaryOperator<String> models) {
        this(System::getenv, models);
    }

    RunFactory(UnaryOperator<String> environment, UnaryOperator<String> models) {
        this.environment = environment;
        this.models = models;
    }

    /**
     * The run of this study on its inputs as they are now.
     *
     * @param studyFile path or URI of the study; a path is relative to the working directory
     * @param output folder of the tables; null for {@code out/<study id>} in the working directory
     */
    public Run create(String studyFile, String output) {
        return create(studyFile, output, StudyInputs::find);
    }

    /** This study before any of its inputs has come, to be measured later by {@link #snapshot}. */
    public Run awaiting(String studyFile, String output) {
        return create(studyFile, output, inputs -> List.of());
    }

    private Run create(String studyFile, String output, Function<StudyInputs, List<InputFile>> finding) {
        String file = StudyPaths.absolute(studyFile);
        Study study = StudyLoader.load(file);
        PseudonymKey key = PseudonymKey.of(study, file, environment);
        checkLists(study, file);
        String folder = output(study, output);
        List<InputFile> inputs = finding.apply(new StudyInputs(study, file, folder, key.keyId()));
        String place = modelPlace(study, file);
        String modelId = place == null ? null : models.apply(place);
        Run run = of(study, file, inputs, folder, Run.captures(folder), modelId, key.keyId());
        checkKeyOfEarlierTables(run);
        return run;
    }

    /**
     * The same study on these inputs, with the same decoded events.
     *
     * @param output folder of the tables
     */
    public static Run snapshot(Run run, List<InputFile> inputs, String output) {
        return of(run.study(), run.studyFile(), inputs, output, run.captures(), run.modelId(), run.keyId());
    }

    private static Run of(
            Study study,
            String file,
            List<InputFile> inputs,
            String output,
            String captures,
            String modelId,
            String keyId) {
        String runId = runId(study, file, inputs, modelId, keyId);
        return new Run(study, file, inputs, output, captures, runId, modelId, keyId, buckets(inputs));
    }

    /** The id of the study's model, or where it lies; null for none. An id has no slash. */
    static String modelPlace(Study study, String studyFile) {
        String model = study.model();
        return model == null || !model.contains("/")
                ? model
                : StudyPaths.resolve(studyFile, model).toString();
    }

    /** The folder of the tables with its scheme. */
    public static String output(Study study, String output) {
        return StudyPaths.absolute(output == null ? "out/" + study.id() : output);
    }

    private static void checkLists(Study study, String file) {
        for (String list : study.track().known()) {
            checkList(file, list, KnownList::read);
        }
        for (String gazetteer : study.organisations()) {
            checkList(file, gazetteer, RunFactory::gazetteer);
        }
        if (study.privacy().suppressionList() != null) {
            checkList(file, study.privacy().suppressionList(), SuppressionList::read);
        }
        StudyPolicy.of(study, file);
    }

    @FunctionalInterface
    private interface ListReader<T> {
        T read(ByteArrayInputStream in, String file);
    }

    private static Gazetteer gazetteer(InputStream in, String name) {
        try {
            return Gazetteer.read(name, new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (GazetteerException e) {
            throw RunError.study(e.getMessage(), e);
        }
    }

    private static <T> T checkList(String studyFile, String list, ListReader<T> reader) {
        byte[] bytes = StudyPaths.read(StudyPaths.resolve(studyFile, list), MOST_LIST_BYTES, "The list");
        try {
            return reader.read(new ByteArrayInputStream(bytes), list);
        } catch (StudyInputException e) {
            throw RunError.study(e.getMessage(), e);
        }
    }

    /** Names and sizes of the inputs stand in the canonical study; see {@link CanonicalStudy}. */
    static String runId(Study study, String studyFile, List<InputFile> inputs, String modelId, String keyId) {
        SortedMap<String, Object> canonical = CanonicalStudy.of(study, studyFile, inputs, modelId, keyId);
        return new Fingerprint()
                .add(CanonicalStudy.text(canonical))
                .add(Run.TOOL_VERSION)
                .add(modelId == null ? NO_MODEL : modelId)
                .add(schemaVersion())
                .shortHex();
    }

    /** 16 hex digits that change with any column of any table. */
    static String schemaVersion() {
        Fingerprint all = new Fingerprint();
        for (Table<?> table : Table.all()) {
            all.add(table.schema().full());
        }
        return all.shortHex();
    }

    /** From the size of the inputs and not from the parallelism, so that the files of a table do not depend on it. */
    static int buckets(List<InputFile> inputs) {
        long bytes = inputs.stream().mapToLong(InputFile::bytes).sum();
        int buckets = FEWEST_BUCKETS;
        while (buckets < MOST_BUCKETS && buckets * BUCKET_BYTES < bytes) {
            buckets *= 2;
        }
        return buckets;
    }

    private static void checkKeyOfEarlierTables(Run run) {
        RunReport.read(run.output()).flatMap(RunReport::keyId).ifPresent(earlier -> {
            if (!earlier.equals(run.keyId())) {
                throw RunError.study("The tables in " + StudyPaths.display(new Path(run.output()))
                        + " were made with the pseudonym key " + earlier + "; the key is now " + run.keyId()
                        + ", so the same person would have two names. Use the earlier key, choose another --output, or"
                        + " delete that folder.");
            }
        });
    }
}
