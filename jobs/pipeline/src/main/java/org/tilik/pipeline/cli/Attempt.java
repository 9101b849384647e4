// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.time.InstantSource;
import java.util.UUID;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunCrate;
import org.tilik.pipeline.study.RunReport;

/** One try at carrying out a run; notes in run.json when it began and how it ended, and what came of it beside it. */
final class Attempt {
    private final Run run;
    private final InstantSource time;

    Attempt(Run run, InstantSource time) {
        this.run = run;
        this.time = time;
    }

    /** What is tried. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    void carryOut(Work work) throws Exception {
        RunReport.update(run, report -> report.begin(UUID.randomUUID().toString(), time.instant()));
        try {
            work.run();
        } catch (Exception | Error e) {
            noteFailure(e);
            throw e;
        }
        RunReport.update(run, report -> report.done(time.instant()));
        RunCrate.write(run);
    }

    private void noteFailure(Throwable failure) {
        try {
            RunReport.update(run, report -> report.failed(Failure.of(failure).message(), time.instant()));
        } catch (RuntimeException e) {
            // What made the work fail is the news; that it could not be noted goes along with it.
            failure.addSuppressed(e);
        }
    }
}
