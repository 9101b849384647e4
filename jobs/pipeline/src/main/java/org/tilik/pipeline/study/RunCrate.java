// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/**
 * What was made from what, for machines: {@code ro-crate-metadata.json} beside run.json, as RO-Crate 1.1
 * (https://w3id.org/ro/crate/1.1) with the run as its CreateAction.
 *
 * <p>Tables are folders of the crate, inputs stand outside it with their digests. It says nothing that run.json does not.
 */
public final class RunCrate {
    /** Name of the file in the output folder. */
    public static final String FILE = "ro-crate-metadata.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String VERSION = "https://w3id.org/ro/crate/1.1";
    private static final String ROOT = "./";
    private static final String RUN = "#run";
    private static final String TOOL = "#tilik";
    private static final String STUDY = "#study";

    private final Run run;
    private final RunReport report;
    private final ArrayNode graph = JSON.createArrayNode();

    private RunCrate(Run run, RunReport report) {
        this.run = run;
        this.report = report;
    }

    /** Writes the file of a run from what its run.json says by now. */
    public static void write(Run run) {
        Path path = new Path(run.output(), FILE);
        byte[] document;
        try {
            document = JSON.writeValueAsBytes(new RunCrate(run, RunReport.of(run)).document());
            try (FSDataOutputStream out = path.getFileSystem().create(path, FileSystem.WriteMode.OVERWRITE)) {
                out.write(document);
                out.write('\n');
            }
        } catch (IOException e) {
            throw RunError.study(
                    StudyPaths.display(path) + " cannot be written (" + StudyPaths.reason(e)
                            + "). Check who may write there and that the disk is not full.",
                    e);
        }
    }

    private ObjectNode document() {
        List<TableReport> tables =
                report.get("tables", TableReport[].class).map(List::of).orElse(List.of());
        ObjectNode descriptor = entity(FILE, "CreativeWork");
        descriptor.set("conformsTo", link(VERSION));
        descriptor.set("about", link(ROOT));
        ObjectNode root = entity(ROOT, "Dataset");
        root.put("name", run.study().title());
        root.put(
                "description",
                "Tables of run " + run.runId() + " of the study " + run.study().id() + ".");
        root.put("identifier", "tilik-run:" + run.runId());
        ArrayNode parts = root.putArray("hasPart");
        parts.add(link(RunReport.FILE));
        ObjectNode runFile = entity(RunReport.FILE, "File");
        runFile.put("name", RunReport.FILE);
        runFile.put("encodingFormat", "application/json");
        for (TableReport table : tables) {
            parts.add(link(folder(table)));
            ObjectNode entity = entity(folder(table), "Dataset");
            entity.put("name", table.name());
            entity.put("description", table.rows() + " rows of Parquet; its files are in _manifest.json.");
        }
        root.putArray("mentions").add(link(RUN));
        addRun(tables);
        ObjectNode document = JSON.createObjectNode();
        document.putArray("@context").add(VERSION + "/context").addObject().put("sha256", "https://schema.org/sha256");
        document.set("@graph", graph);
        return document;
    }

    private void addRun(List<TableReport> tables) {
        ObjectNode action = entity(RUN, "CreateAction");
        action.put("name", "Run " + run.runId());
        action.set("instrument", link(TOOL));
        ArrayNode objects = action.putArray("object");
        objects.add(link(STUDY));
        int number = 0;
        for (InputReport input : report.inputs()) {
            String id = "#input-" + ++number;
            objects.add(link(id));
            ObjectNode entity = entity(id, "CreativeWork");
            entity.put("name", input.name());
            entity.put("contentSize", String.valueOf(input.bytes()));
            if (input.sha256() != null) {
                entity.put("sha256", input.sha256());
            }
        }
        ArrayNode results = action.putArray("result");
        tables.forEach(table -> results.add(link(folder(table))));
        ObjectNode tool = entity(TOOL, "SoftwareApplication");
        tool.put("name", "Tilik");
        tool.put("version", Run.TOOL_VERSION);
        tool.put("license", "GPL-3.0-or-later");
        ObjectNode study = entity(STUDY, "CreativeWork");
        study.put("name", run.study().title());
        study.put("identifier", run.study().id());
        study.put("description", "The study with all defaults filled in is canonical_study in run.json.");
    }

    private static String folder(TableReport table) {
        return table.name() + "/";
    }

    private ObjectNode entity(String id, String type) {
        return graph.addObject().put("@id", id).put("@type", type);
    }

    private static ObjectNode link(String id) {
        return JSON.createObjectNode().put("@id", id);
    }
}
