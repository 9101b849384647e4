// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.bundle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tilik.export.Digest;
import org.tilik.export.RunRecord;

/** States what was made from what as RO-Crate 1.1 (https://w3id.org/ro/crate/1.1), with the run as its CreateAction. */
final class RoCrate {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String ID = "@id";
    private static final String TYPE = "@type";
    private static final String VERSION = "https://w3id.org/ro/crate/1.1";
    private static final String RUN = "#run";
    private static final String TOOL = "#tilik";
    private static final String STUDY = "#study";
    private static final String MODEL = "#model";
    private static final String LICENCE = "#licence";
    private static final Map<String, String> MEDIA_TYPES = Map.of(
            "md", "text/markdown",
            "html", "text/html",
            "parquet", "application/vnd.apache.parquet",
            "csv", "text/csv",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "sql", "application/sql",
            "json", "application/json",
            "cff", "application/yaml",
            "ipynb", "application/x-ipynb+json");

    private final RunRecord run;
    private final Path folder;
    private final ArrayNode graph = NODES.arrayNode();

    RoCrate(RunRecord run, Path folder) {
        this.run = run;
        this.folder = folder;
    }

    /** The document; all other files but the checksums are in the folder already. */
    ObjectNode describe() throws IOException {
        List<String> files = BundleFiles.in(folder);
        ObjectNode descriptor = entity(Bundle.RO_CRATE, "CreativeWork");
        descriptor.set("conformsTo", link(VERSION));
        descriptor.set("about", link("./"));
        addRoot(files);
        for (String file : files) {
            addFile(file);
        }
        addRun(files);
        addContext();
        ObjectNode document = NODES.objectNode();
        document.putArray("@context").add(VERSION + "/context").addObject().put("sha256", "https://schema.org/sha256");
        document.set("@graph", graph);
        return document;
    }

    private void addRoot(List<String> files) {
        ObjectNode root = entity("./", "Dataset");
        root.put("name", InertText.visible(run.title()));
        root.put(
                "description",
                "Tables, report and citations of run " + run.runId() + " of the study " + InertText.visible(run.study())
                        + ", made by Tilik " + run.toolVersion() + ".");
        root.put("identifier", "tilik-run:" + run.runId());
        run.finishedAt().ifPresent(time -> root.put("datePublished", time.toString()));
        root.set("license", link(LICENCE));
        ArrayNode parts = root.putArray("hasPart");
        files.forEach(file -> parts.add(link(file)));
        root.putArray("mentions").add(link(RUN));
    }

    private void addFile(String file) throws IOException {
        Path path = folder.resolve(file);
        ObjectNode entity = entity(file, "File");
        entity.put("name", file.substring(file.lastIndexOf('/') + 1));
        entity.put("contentSize", String.valueOf(Files.size(path)));
        entity.put("sha256", Digest.of(path));
        String mediaType = MEDIA_TYPES.get(file.substring(file.lastIndexOf('.') + 1));
        if (mediaType != null) {
            entity.put("encodingFormat", mediaType);
        }
    }

    private void addRun(List<String> files) {
        ObjectNode action = entity(RUN, "CreateAction");
        action.put("name", "Run " + run.runId());
        action.put("description", "tilik run: decoding of the inputs, classification, measurement");
        run.startedAt().ifPresent(time -> action.put("startTime", time.toString()));
        run.finishedAt().ifPresent(time -> action.put("endTime", time.toString()));
        action.set("actionStatus", link("http://schema.org/CompletedActionStatus"));
        action.set("instrument", link(TOOL));
        ArrayNode objects = action.putArray("object");
        objects.add(link(STUDY));
        run.modelId().ifPresent(model -> objects.add(link(MODEL)));
        List<RunRecord.Input> inputs = run.inputs();
        for (int i = 0; i < inputs.size(); i++) {
            objects.add(link(inputId(i)));
            addInput(inputId(i), inputs.get(i));
        }
        ArrayNode results = action.putArray("result");
        files.stream()
                .filter(file -> file.startsWith(Bundle.TABLES + "/") || file.equals(Bundle.RUN))
                .forEach(file -> results.add(link(file)));
    }

    private void addInput(String id, RunRecord.Input input) {
        ObjectNode entity = entity(id, "CreativeWork");
        entity.put("name", InertText.visible(input.name()));
        entity.put("description", "Input file of format " + InertText.visible(input.format()) + "; not in this crate.");
        entity.put("contentSize", String.valueOf(input.bytes()));
        input.sha256().ifPresent(digest -> entity.put("sha256", digest));
    }

    private void addContext() {
        ObjectNode tool = entity(TOOL, "SoftwareApplication");
        tool.put("name", "Tilik");
        tool.put("version", run.toolVersion());
        tool.put("softwareVersion", run.toolVersion());
        tool.put("license", "GPL-3.0-or-later");
        ObjectNode study = entity(STUDY, "CreativeWork");
        study.put("name", InertText.visible(run.title()));
        study.put("identifier", InertText.visible(run.study()));
        study.put(
                "description", "The study file with all defaults filled in is canonical_study in " + Bundle.RUN + ".");
        run.modelId().ifPresent(model -> {
            ObjectNode entity = entity(MODEL, "SoftwareApplication");
            entity.put("name", InertText.visible(model));
            entity.put("identifier", InertText.visible(model));
            entity.put("description", "Text classifier; its error is stated in its model card.");
        });
        ObjectNode licence = entity(LICENCE, "CreativeWork");
        licence.put("name", "Not stated");
        licence.put("description", "The authors of the study decide under which licence these tables may be used.");
        ObjectNode status = entity("http://schema.org/CompletedActionStatus", "ActionStatusType");
        status.put("name", "Completed");
    }

    private ObjectNode entity(String id, String type) {
        return graph.addObject().put(ID, id).put(TYPE, type);
    }

    private static ObjectNode link(String id) {
        return NODES.objectNode().put(ID, id);
    }

    private static String inputId(int index) {
        return "#input-" + (index + 1);
    }
}
