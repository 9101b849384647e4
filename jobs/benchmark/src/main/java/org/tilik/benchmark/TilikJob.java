// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.tilik.pipeline.ingest.IngestJob;
import org.tilik.pipeline.models.ModelPlace;
import org.tilik.pipeline.study.PseudonymKey;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunFactory;

/** {@code tilik ingest} without its command line, in an embedded Flink: its first job alone, or both. */
final class TilikJob {
    private static final double NANOS = 1e9;
    private static final String DECODE = "decode";
    private static final String INGEST = "ingest";

    private TilikJob() {}

    static Contender decode(int threads, Path folder) {
        return contender("Tilik's decode job", DECODE, threads, folder);
    }

    static Contender ingest(int threads, Path folder) {
        return contender("Tilik's ingest", INGEST, threads, folder);
    }

    private static Contender contender(String name, String step, int threads, Path folder) {
        Path output = folder.resolve("out-" + step);
        return Contender.java(
                name, threads, TilikJob.class, output, step, GeneratedDump.study(folder), output, threads);
    }

    /** Runs it: decode or ingest, study, output folder, parallelism. */
    public static void main(String[] arguments) throws IOException {
        Run run = new RunFactory(ModelPlace::idOf).create(arguments[1], arguments[2]);
        PseudonymKey key = PseudonymKey.of(run.study(), run.studyFile());
        IngestJob job = new IngestJob(run, key::open, Set.of(), Integer.parseInt(arguments[3]));
        long start = System.nanoTime();
        if (arguments[0].equals(DECODE)) {
            job.decode(true);
        } else {
            job.run(true);
        }
        System.out.println("work_seconds " + (System.nanoTime() - start) / NANOS);
        // As tilik's own command line does: threads of the embedded Flink could keep the process alive.
        System.exit(0);
    }
}
