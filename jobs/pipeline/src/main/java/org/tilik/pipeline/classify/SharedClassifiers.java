// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tilik.classify.TextClassifier;
import org.tilik.pipeline.study.RunError;

/**
 * The classifiers that tasks of one job share: each model is loaded once for each class loader of a job, that is once on
 * every TaskManager, however many slots it has, and goes with the class loader when the job ends.
 */
final class SharedClassifiers {
    private static final Map<String, TextClassifier> BY_ID = new ConcurrentHashMap<>();

    private SharedClassifiers() {}

    /** The classifier of this name, loaded by the first who asks while the others wait. */
    static TextClassifier get(String modelId, ClassifierSource source) throws IOException {
        try {
            return BY_ID.computeIfAbsent(modelId, id -> open(id, source));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static TextClassifier open(String modelId, ClassifierSource source) {
        try {
            TextClassifier classifier = source.open();
            if (!classifier.modelId().equals(modelId)) {
                throw RunError.study("The model on this machine is " + classifier.modelId() + "; the run began with "
                        + modelId + ". Put the same model on every machine that runs the job.");
            }
            return classifier;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
