// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.tilik.classify.heads.ModelFile;
import org.tilik.pipeline.study.RunError;
import org.tilik.pipeline.study.StudyPaths;

/**
 * Where a model lies: in the job jar under {@code models/<id>}, or in a folder of any file system that Flink knows.
 *
 * @param place id of a model that comes with Tilik, or path of a folder, which has a slash in it
 */
public record ModelFolder(String place) implements Serializable {
    private static final int ID_BYTES = 4;

    /** The model's name and the beginning of its content's hash, for instance {@code research-3f2a90c1}. */
    String modelId() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(weights());
            return name() + "-" + HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java lacks SHA-256, which every JDK must have.", e);
        }
    }

    private String name() {
        return isResource() ? place : new Path(place).getName();
    }

    private boolean isResource() {
        return !place.contains("/");
    }

    /** The bytes of the model; where there is none, an error that says what to do. */
    byte[] weights() {
        try {
            Optional<byte[]> weights = read(ModelFile.NAME);
            return weights.orElseThrow(() -> RunError.study(
                    isResource()
                            ? "There is no model " + place + " in this version of Tilik. Name one that comes with it"
                                    + " (datasets/models), the folder of another by its path, which has a slash in it,"
                                    + " or none."
                            : "There is no " + ModelFile.NAME + " in the folder of the model, "
                                    + StudyPaths.display(new Path(place))
                                    + ". Name the folder that \"tilik train\" has written."));
        } catch (IOException e) {
            throw RunError.study(
                    "The model " + place + " cannot be read (" + e.getMessage() + "). Check the path and who may read"
                            + " it.",
                    e);
        }
    }

    /** The bytes of a file of the model, empty where it has none of this name. */
    Optional<byte[]> read(String file) throws IOException {
        try (InputStream in = isResource() ? resource(file) : file(file)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        }
    }

    private InputStream resource(String file) {
        return ModelFolder.class.getResourceAsStream("/models/" + place + "/" + file);
    }

    private InputStream file(String name) throws IOException {
        Path path = new Path(place, name);
        FileSystem files = path.getFileSystem();
        return files.exists(path) ? files.open(path) : null;
    }
}
