// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.tilik.pipeline.study.InputFile;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunError;
import org.tilik.pipeline.study.RunFactory;

/** Writes all tables from what is decoded at a time, each time into a folder of its own. */
final class Snapshots {
    private static final DateTimeFormatter FOLDER =
            DateTimeFormatter.ofPattern("'as_of='yyyy-MM-dd'T'HH-mm-ss'Z'").withZone(ZoneOffset.UTC);

    private final Run watched;
    private final Stages stages;
    private final StageOptions options;
    private final InstantSource time;
    private final PrintWriter out;
    private final boolean exports;
    private String latestRunId;

    Snapshots(Run watched, Stages stages, StageOptions options, InstantSource time, PrintWriter out, boolean exports) {
        this.watched = watched;
        this.stages = stages;
        this.options = options;
        this.time = time;
        this.out = out;
        this.exports = exports;
    }

    /** Writes the tables of these inputs, unless there are none or the latest snapshot is of the same ones. */
    void take(List<InputFile> decoded) throws Exception {
        Instant asOf = time.instant().truncatedTo(ChronoUnit.SECONDS);
        Run run = RunFactory.snapshot(watched, decoded, watched.output() + "/" + FOLDER.format(asOf));
        if (decoded.isEmpty() || run.runId().equals(latestRunId)) {
            return;
        }
        latestRunId = run.runId();
        try {
            new Attempt(run, time).carryOut(() -> {
                stages.ingest(run, options);
                stages.classify(run, options);
                stages.spread(run, options);
                stages.removal(run, options);
                stages.policy(run, options);
                stages.incidents(run, options);
            });
        } catch (RunError e) {
            if (e.code() == RunError.Exit.JOB_FAILED.code()) {
                throw e;
            }
            // Too many records of what has come so far are unusable; more may come.
            out.printf("%s: no snapshot. %s%n", asOf, e.getMessage());
            return;
        }
        out.printf("%s: tables of %,d inputs in %s%n", asOf, decoded.size(), run.output());
        out.flush();
        if (exports) {
            ExportAfterRun.carryOut(run.output(), out);
        }
    }
}
