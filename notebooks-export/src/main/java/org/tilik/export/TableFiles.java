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
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One Parquet file.
     *
     * @param path where it lies
     * @param rows rows in it
     * @param sha256 of its bytes, hex
     */
    public record DataFile(Path path, long rows, String sha256) {}

    /** Rows of the table. */
    public long rows() {
        return files.stream().mapToLong(DataFile::rows).sum();
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
                        file.path("rows").asLong(),
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
