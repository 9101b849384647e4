// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.tilik.classify.ModelClassifier;
import org.tilik.classify.TextClassifier;
import org.tilik.classify.heads.ModelFile;
import org.tilik.classify.language.NgramLanguages;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunError;

/**
 * A trained model, read on the machine that uses it.
 *
 * @param folder where it lies
 * @param modelId which model the run began with
 */
public record ModelSource(ModelFolder folder, String modelId) implements ClassifierSource {

    /** The model of a run. */
    public static ModelSource of(Run run) {
        return new ModelSource(new ModelFolder(run.modelPlace()), run.modelId());
    }

    /** Name and content of the model of this id or in this folder; an error where there is none. */
    public static String idOf(String place) {
        return new ModelFolder(place).modelId();
    }

    @Override
    public TextClassifier open() throws IOException {
        String found = folder.modelId();
        if (!found.equals(modelId)) {
            throw RunError.study("The model in " + folder.place() + " on this machine is " + found
                    + "; the run began with " + modelId + ". Put the same model on every machine that runs the job.");
        }
        return new ModelClassifier(
                modelId, ModelFile.read(new ByteArrayInputStream(folder.weights())), NgramLanguages.standard());
    }
}
