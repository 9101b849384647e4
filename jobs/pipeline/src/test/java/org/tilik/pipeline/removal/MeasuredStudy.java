// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.nio.file.Path;
import java.util.Set;
import org.tilik.pipeline.classify.ClassifyJob;
import org.tilik.pipeline.classify.StudyLists;
import org.tilik.pipeline.execution.BatchJob;
import org.tilik.pipeline.execution.BatchJob.Exchange;
import org.tilik.pipeline.ingest.IngestJob;
import org.tilik.pipeline.models.ModelPlace;
import org.tilik.pipeline.study.PseudonymKey;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunFactory;

/** A study without a model, from its dumps to its measures of removal. */
final class MeasuredStudy {
    private MeasuredStudy() {}

    /** Runs the jobs of this study file, one after the other. */
    static Run run(Path study, Path output) throws Exception {
        Run run = new RunFactory(ModelPlace::idOf).create(study.toString(), output.toString());
        PseudonymKey key = PseudonymKey.of(run.study(), study.toString());
        new IngestJob(run, key::open, Set.of(), 2).run(false);
        new ClassifyJob(run, StudyLists.of(run, key::open), null).run(BatchJob.environment(2, Exchange.STORED));
        new RemovalJob(run).run(BatchJob.environment(2, Exchange.STORED));
        return run;
    }
}
