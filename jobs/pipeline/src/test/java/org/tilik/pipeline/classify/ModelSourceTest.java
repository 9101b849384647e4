// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.classify.Classification;
import org.tilik.classify.TextClassifier;
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

    private String write(String name, float bias) throws IOException {
        return ConstantModel.write(temp.resolve(name), bias).toUri().toString();
    }
}
