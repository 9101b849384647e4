// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.models;

import java.io.IOException;
import org.tilik.pipeline.classify.ClassifierSource;
import org.tilik.pipeline.classify.ModelErrors;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunError;

/** The model that a run's study names. */
public final class ModelOfRun {
    private ModelOfRun() {}

    /** Where tasks find it; null where the study names none. */
    public static ClassifierSource source(Run run) {
        return run.modelPlace() == null ? null : new ModelPlace(run.modelPlace());
    }

    /** What was measured of it. */
    public static ModelErrors errors(Run run) {
        if (run.modelPlace() == null) {
            return ModelErrors.UNKNOWN;
        }
        try {
            byte[] metrics = new ModelPlace(run.modelPlace()).metrics().orElse(null);
            return metrics == null ? ModelErrors.UNKNOWN : MetricsFile.errors(metrics);
        } catch (IOException e) {
            throw RunError.failed(
                    "The metrics of the model " + run.modelPlace() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
