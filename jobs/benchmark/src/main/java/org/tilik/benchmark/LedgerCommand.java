// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.tilik.datasets.generate.StatementDay;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code run ledger}: writes a day of a ledger and a study of it. */
@Command(
        name = "ledger",
        description =
                "Write a day of fictional statements of reasons, packed as the DSA database packs them, and a study"
                        + " of it for \"tilik run\".")
final class LedgerCommand implements Callable<Integer> {
    private static final long SEED = 20190315L;

    @Option(names = "--statements", defaultValue = "10000000", description = "Number. Default: ${DEFAULT-VALUE}.")
    private long statements;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "target/benchmark/ledger",
            description = "Folder to write to. Default: ${DEFAULT-VALUE}.")
    private Path folder;

    @Override
    public Integer call() throws Exception {
        StatementDay day = new StatementDay(SEED, LocalDate.of(2025, 7, 2), statements, statements / 1000);
        long bytes = day.writeTo(folder, statement -> {});
        Files.writeString(folder.resolve("study.key"), "public key of the benchmark, never for real data\n");
        Files.writeString(folder.resolve("study.yaml"), """
                study: ledger-benchmark
                inputs:
                  - {path: %s}
                track: {all: true}
                privacy: {key_file: study.key}
                """.formatted(day.fileName()));
        System.out.printf(
                "Wrote %,d statements, one in a thousand twice, %,d bytes of CSV, %,d packed, to %s.%n",
                statements, bytes, Files.size(folder.resolve(day.fileName())), folder);
        return 0;
    }
}
