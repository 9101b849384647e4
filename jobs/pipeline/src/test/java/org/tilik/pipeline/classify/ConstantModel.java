// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.tilik.classify.Head;
import org.tilik.classify.features.ConceptLexicon;
import org.tilik.classify.heads.Calibration;
import org.tilik.classify.heads.HeadCalibration;
import org.tilik.classify.heads.Model;
import org.tilik.classify.heads.ModelFile;
import org.tilik.classify.heads.NetworkShape;
import org.tilik.classify.heads.NetworkWeights;

/** A trained model in its real form that knows no feature, so that every text has the same log odds. */
public final class ConstantModel {
    private ConstantModel() {}

    /** Writes the model into this folder: hateful has these log odds, every other head minus one; thresholds are a half. */
    public static Path write(Path folder, float hateful) throws IOException {
        NetworkShape shape = new NetworkShape(8, 1);
        float[] bias = {hateful, -1, -1, -1};
        NetworkWeights weights = new NetworkWeights(
                shape,
                new byte[shape.rows() * NetworkShape.ROW],
                new float[NetworkShape.ROW],
                new float[shape.kernelSize()],
                new float[shape.filters()],
                new float[shape.outputSize()],
                bias,
                bias);
        Map<Head, HeadCalibration> heads = new EnumMap<>(Head.class);
        for (Head head : Head.values()) {
            heads.put(head, new HeadCalibration(1, 0, 0.5));
        }
        Model model = new Model(
                folder.getFileName().toString(),
                weights,
                new Calibration(Map.of(Calibration.ALL_LANGUAGES, heads)),
                ConceptLexicon.none());
        Files.createDirectories(folder);
        try (OutputStream out = Files.newOutputStream(folder.resolve(ModelFile.NAME))) {
            ModelFile.write(model, out);
        }
        return folder;
    }
}
