// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.classify.Classification;
import org.tilik.classify.Head;
import org.tilik.classify.TextClassifier;
import org.tilik.classify.features.ConceptLexicon;
import org.tilik.classify.heads.Calibration;
import org.tilik.classify.heads.HeadCalibration;
import org.tilik.classify.heads.Model;
import org.tilik.classify.heads.ModelFile;
import org.tilik.classify.heads.NetworkShape;
import org.tilik.classify.heads.NetworkWeights;
import org.tilik.pipeline.study.RunError;

class ModelSourceTest {
    @TempDir
    Path temp;

    @Test
    void aModelInAFolderIsReadAndNamedByItsContent() throws IOException {
        String place = write("small", 1);
        String id = ModelSource.idOf(place);
        TextClassifier classifier = new ModelSource(new ModelFolder(place), id).open();

        assertThat(id).matches("small-[0-9a-f]{8}");
        assertThat(classifier.modelId()).isEqualTo(id);
        // Log odds of 1 and of −1: the constants alone speak.
        Classification said = classifier.classify("Some words in a language that people know.");
        assertThat(said.hateful()).isBetween(0.72, 0.74);
        assertThat(said.counter()).isBetween(0.26, 0.28);
        assertThat(said.language()).isEqualTo("en");
        assertThat(ModelSource.idOf(write("small", 2))).isNotEqualTo(id).startsWith("small-");
    }

    @Test
    void anotherModelThanTheRunBeganWithIsRefused() throws IOException {
        String place = write("changed", 1);

        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> new ModelSource(new ModelFolder(place), "changed-00000000").open())
                .withMessageContaining("the run began with changed-00000000");
    }

    @Test
    void aModelThatIsNotThereIsNamed() {
        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> ModelSource.idOf("no-such-model"))
                .withMessageContaining("There is no model no-such-model in this version");
        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> ModelSource.idOf(temp.resolve("empty").toUri().toString()))
                .withMessageContaining("There is no model.bin in the folder")
                .withMessageContaining("empty");
    }

    @Test
    void theErrorsOfAModelAreReadByLanguageAndHead() throws IOException {
        ModelErrors errors = ModelMetrics.parse("""
                group_by,group,head,texts,positives,precision,recall,f1
                all,all,hateful,9000,3000,0.9,0.9,0.9
                language,id,hateful,2700,1200,0.71,0.66,0.68
                language,id,counter,2700,0,NaN,,
                """);

        assertThat(errors.of("id", "hateful")).contains(new ModelErrors.HeadError(0.71, 0.66, 2700));
        assertThat(errors.of("id", "counter")).isEmpty();
        assertThat(errors.of("fr", "hateful")).isEmpty();
    }

    /** A model that knows no feature: hateful has log odds of its bias, all others of minus one. */
    private String write(String name, float bias) throws IOException {
        NetworkShape shape = new NetworkShape(8, 1);
        NetworkWeights weights = new NetworkWeights(
                shape,
                new byte[shape.rows() * NetworkShape.ROW],
                new float[NetworkShape.ROW],
                new float[shape.kernelSize()],
                new float[shape.filters()],
                new float[shape.outputSize()],
                new float[] {bias, -1, -1, -1},
                new float[] {bias, -1, -1, -1});
        Map<Head, HeadCalibration> heads = new EnumMap<>(Head.class);
        for (Head head : Head.values()) {
            heads.put(head, new HeadCalibration(1, 0, 0.5));
        }
        Model model = new Model(
                name, weights, new Calibration(Map.of(Calibration.ALL_LANGUAGES, heads)), ConceptLexicon.none());
        Path folder = Files.createDirectories(temp.resolve(name));
        try (OutputStream out = Files.newOutputStream(folder.resolve(ModelFile.NAME))) {
            ModelFile.write(model, out);
        }
        return folder.toUri().toString();
    }
}
