// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import org.tilik.pipeline.models.ModelPlace;
import org.tilik.pipeline.study.RunFactory;
import picocli.CommandLine;

/**
 * What a command printed and how it ended.
 *
 * @param code exit code
 * @param out standard output
 * @param err standard error
 */
record CommandRun(int code, String out, String err) {
    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    /** Runs the program with these jobs. */
    static CommandRun of(Stages stages, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine tilik = Tilik.commandLine(stages, new RunFactory(ModelPlace::idOf), InstantSource.fixed(NOW))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err));
        return new CommandRun(tilik.execute(args), out.toString(), err.toString());
    }

    static CommandRun of(String... args) {
        return of(new RecordedStages(), args);
    }
}
