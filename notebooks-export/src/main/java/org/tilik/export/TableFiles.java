// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A finished table: which files hold its rows, as its manifest says.
 *
 * @param name without its area
 * @param runId the run that wrote it
 * @param files in the order of the manifest
 */
public record TableFiles(String name, String runId, List<DataFile> files) {
    static final String PARQUET = ".parquet";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CHECKSUMS = "SHA256SUMS";
    private static final String BETWEEN = "  ";

    /**
     * One Parquet file.
     *
     * @param path where it lies
     * @param sha256 of its bytes when it was written, hex; empty in a bundle that is still being made
     */
    public record DataFile(Path path, String sha256) {}

    /** Refuses files that were changed after they were written. */
    public void checkUnchanged() {
        for (DataFile file : files) {
            String found;
            try {
                found = Digest.of(file.path());
            } catch (IOException e) {
                throw ExportError.usage(
                        "Could not read " + file.path() + " (" + e.getMessage() + "), a file of the table " + name
                                + ". Is it missing? Run the study again.",
                        e);
            }
            if (!file.sha256().isEmpty() && !found.equals(file.sha256())) {
                throw ExportError.usage(file.path() + " has the SHA-256 " + found + ", but was written with "
                        + file.sha256() + ": it was changed since. Run the study, or export, again.");
            }
        }
    }

    /** The table that is this file of a bundle. */
    static TableFiles inBundle(Path bundle, Path file, String runId) {
        String name = file.getFileName().toString();
        Path sums = bundle.resolve(CHECKSUMS);
        String ending = BETWEEN + bundle.relativize(file).toString().replace('\\', '/');
        String sha256 = "";
        if (Files.exists(sums)) {
            try {
                sha256 = Files.readAllLines(sums).stream()
                        .filter(line -> line.endsWith(ending))
                        .map(line -> line.substring(0, line.length() - ending.length()))
                        .findFirst()
                        .orElseThrow(() -> ExportError.usage(file + " is not in " + sums
                                + ": it does not belong to the bundle. Export the run again."));
            } catch (IOException e) {
                throw ExportError.failed("Could not read " + sums + ": " + e.getMessage(), e);
            }
        }
        return new TableFiles(
                name.substring(0, name.length() - PARQUET.length()), runId, List.of(new DataFile(file, sha256)));
    }

    /** The table in this folder; empty where it is not finished. */
    static Optional<TableFiles> inFolder(Path folder) {
        if (!Files.exists(folder.resolve("_SUCCESS")) || !Files.exists(folder.resolve("_manifest.json"))) {
            return Optional.empty();
        }
        Path manifest = folder.resolve("_manifest.json");
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(manifest));
            List<DataFile> files = new ArrayList<>();
            for (JsonNode file : json.path("files")) {
                files.add(new DataFile(
                        inside(folder, file.path("path").asText(), manifest),
                        file.path("sha256").asText()));
            }
            return Optional.of(new TableFiles(
                    folder.getFileName().toString(), json.path("run_id").asText(), List.copyOf(files)));
        } catch (IOException e) {
            throw ExportError.usage(
                    "Could not read the manifest " + manifest + " (" + e.getMessage()
                            + "), which names the files of the table. Run the study again.",
                    e);
        }
    }

    /** A manifest names files of its own folder; a path that leads elsewhere is not followed. */
    private static Path inside(Path folder, String path, Path manifest) {
        Path file = folder.resolve(path).normalize();
        if (path.isEmpty() || !file.startsWith(folder.normalize())) {
            throw ExportError.usage("The manifest " + manifest + " names '" + path
                    + "', which does not lie in its folder. Do not use this output; run the study again.");
        }
        return file;
    }
}
