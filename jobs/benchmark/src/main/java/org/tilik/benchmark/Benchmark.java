// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.benchmark;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the benchmarks. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        subcommands = {
            GenerateCommand.class,
            DecodeCommand.class,
            IngestCommand.class,
            TextCommand.class,
            RemovalCommand.class,
            SpreadCommand.class,
            LedgerCommand.class
        },
        description = "Measures Tilik against DuckDB and a Python script on one generated dump.")
public final class Benchmark {
    /** Runs a command; the exit code is 0 when all contenders came to their end. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Benchmark()).execute(arguments));
    }
}
