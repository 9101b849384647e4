// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.models;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.tilik.classify.ModelClassifier;
import org.tilik.classify.TextClassifier;
import org.tilik.classify.heads.Model;
import org.tilik.classify.heads.ModelFile;
import org.tilik.classify.language.NgramLanguages;
import org.tilik.pipeline.classify.ClassifierSource;
import org.tilik.pipeline.study.RunError;

/**
 * A model by its id, when it comes with the program, or by the folder where it lies.
 *
 * @param place id without a slash, or path or URI of a folder on any file system that Flink knows
 */
public record ModelPlace(String place) implements ClassifierSource {
    /** Name of the file of what was measured of a model. */
    public static final String METRICS = "metrics.json";

    private static final int HASH_DIGITS = 8;

    @Override
    public TextClassifier open() throws IOException {
        return new ModelClassifier(modelId(), read(), NgramLanguages.standard());
    }

    /** The id of the model of this id or in this folder, for whoever makes runs; an error where there is none. */
    public static String idOf(String place) {
        return new ModelPlace(place).modelId();
    }

    /** The model's weights, calibration and lexicon. */
    private Model read() throws IOException {
        try (InputStream in = file(ModelFile.NAME)) {
            return ModelFile.read(in);
        }
    }

    /** Last part of the place and the beginning of the SHA-256 of the model's file. */
    public String modelId() {
        String name = place.contains("/") ? new Path(place).getName() : place;
        try (InputStream in = file(ModelFile.NAME)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] block = new byte[1 << 16];
            for (int n = in.read(block); n >= 0; n = in.read(block)) {
                digest.update(block, 0, n);
            }
            return name + "-" + HexFormat.of().formatHex(digest.digest()).substring(0, HASH_DIGITS);
        } catch (IOException e) {
            throw RunError.study(e.getMessage());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    /** What was measured of the model, as JSON; empty where its folder has nothing of that. */
    public Optional<byte[]> metrics() throws IOException {
        try (InputStream in = file(METRICS)) {
            return Optional.of(in.readAllBytes());
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    private InputStream file(String name) throws IOException {
        if (!place.contains("/")) {
            InputStream in = ModelPlace.class.getResourceAsStream("/models/" + place + "/" + name);
            if (in == null) {
                throw new FileNotFoundException("There is no model \"" + place + "\" with a file " + name
                        + " in this program; it has research and permissive. For a model of your own give the path of its"
                        + " folder, with a slash in it.");
            }
            return in;
        }
        Path path = new Path(place, name);
        FileSystem files = path.getFileSystem();
        if (!files.exists(path)) {
            throw new FileNotFoundException(
                    "There is no " + path + "; expected the folder of a model, as \"tilik train\" writes it.");
        }
        return files.open(path);
    }
}
