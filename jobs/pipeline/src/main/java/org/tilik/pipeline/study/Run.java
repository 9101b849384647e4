// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import java.util.List;
import org.apache.flink.core.fs.Path;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableFolder;

/**
 * One study on its inputs with one version of the program: the same run id stands for the same rows.
 *
 * @param study the study
 * @param studyFile where the study lies, for Flink's file systems; its paths are relative to this
 * @param inputs every file it reads, sorted by name
 * @param output folder of the tables
 * @param captures folder of decoded events, which several runs may share
 * @param runId 16 hex digits of the SHA-256 over canonical study, input names and sizes, tool, model and schema version
 * @param modelId classifier model, its name and the beginning of its content's hash; null for none
 * @param keyId first digits of the hash of the pseudonym key
 * @param buckets files per partition of the large tables; from the size of the inputs, not from the parallelism
 */
public record Run(
        Study study,
        String studyFile,
        List<InputFile> inputs,
        String output,
        String captures,
        String runId,
        String modelId,
        String keyId,
        int buckets) {

    /** Version of the program, part of the run id. */
    public static final String TOOL_VERSION = "0.8.0";

    /** Where a run with this folder of tables keeps decoded events of its own. */
    public static String captures(String output) {
        return output + "/work/captures";
    }

    /** Folder of a table: {@code <output>/<area>/<table>}, where the area is the schema's. */
    public TableFolder folder(Table<?> table) {
        return folder(table.schema().area(), table);
    }

    /** Folder of a table in another area than its schema's, for instance the exact curves in restricted/. */
    public TableFolder folder(String area, Table<?> table) {
        return new TableFolder(output + "/" + area + "/" + table.name(), runId, buckets);
    }

    /** Where items lie with their words until they are classified, if the study drops text. */
    public TableFolder itemsWithText() {
        return folder("work", Table.ITEMS);
    }

    /** Folder of the decoded events of one input. */
    public Path captures(InputFile input) {
        return new Path(captures, "input=" + input.digest());
    }

    /** The id of the model, or where it lies; null for none. */
    public String modelPlace() {
        return RunFactory.modelPlace(study, studyFile);
    }

    /** Where tasks find the pseudonym key, and which it must be. */
    public PseudonymKey key() {
        String file = study.privacy().keyFile();
        return new PseudonymKey(file == null ? null : resolve(file).toString(), keyId);
    }

    /** A file or folder named in the study, relative to the study's own place. */
    public Path resolve(String path) {
        return StudyPaths.resolve(studyFile, path);
    }
}
