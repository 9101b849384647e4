// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.classify.Classification;
import org.tilik.classify.TextClassifier;
import org.tilik.pipeline.classify.ConstantModel;
import org.tilik.pipeline.classify.ModelErrors;
import org.tilik.pipeline.study.RunError;

class ModelPlaceTest {
    @TempDir
    Path temp;

    @Test
    void aModelInAFolderIsReadAndNamedByItsContent() throws IOException {
        String place = write("small", 1);
        String id = ModelPlace.idOf(place);
        TextClassifier classifier = new ModelPlace(place).open();

        assertThat(id).matches("small-[0-9a-f]{8}");
        assertThat(classifier.modelId()).isEqualTo(id);
        // Log odds of 1 and of −1: the constants alone speak.
        Classification said = classifier.classify("Some words in a language that people know.");
        assertThat(said.hateful()).isBetween(0.72, 0.74);
        assertThat(said.counter()).isBetween(0.26, 0.28);
        assertThat(said.language()).isEqualTo("en");
        assertThat(ModelPlace.idOf(write("small", 2))).isNotEqualTo(id).startsWith("small-");
    }

    @Test
    void aModelThatIsNotThereIsNamed() {
        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> ModelPlace.idOf("no-such-model"))
                .withMessageContaining("There is no model \"no-such-model\"");
        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> ModelPlace.idOf(temp.resolve("empty").toUri().toString()))
                .withMessageContaining("expected the folder of a model");
    }

    @Test
    void theErrorsOfAModelAreReadByLanguageAndHead() throws IOException {
        ModelErrors errors = MetricsFile.errors("""
                {"metrics": [
                  {"group_by": "all", "group": "all", "head": "hateful", "texts": 9000, "precision": 0.9, "recall": 0.9},
                  {"group_by": "language", "group": "id", "head": "hateful", "texts": 2700, "precision": 0.71,
                   "recall": 0.66},
                  {"group_by": "language", "group": "id", "head": "counter", "texts": 2700, "precision": null,
                   "recall": null}]}
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(errors.of("id", "hateful")).contains(new ModelErrors.HeadError(0.71, 0.66, 2700));
        assertThat(errors.of("id", "counter")).isEmpty();
        assertThat(errors.of("fr", "hateful")).isEmpty();
    }

    private String write(String name, float hateful) throws IOException {
        return ConstantModel.write(temp.resolve(name), hateful).toUri().toString();
    }
}
