// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code run generate}: writes the dump. */
@Command(name = "generate", description = "Write the dump that is read, twice: ordinary and with a 2 GiB window.")
final class GenerateCommand implements Callable<Integer> {
    private static final long MEGABYTE = 1_000_000L;

    @Option(names = "--mb", defaultValue = "2000", description = "Uncompressed size. Default: ${DEFAULT-VALUE}.")
    private long megabytes;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "target/benchmark",
            description = "Folder to write to. Default: ${DEFAULT-VALUE}.")
    private Path folder;

    @Override
    public Integer call() throws Exception {
        GeneratedDump dump = GeneratedDump.write(folder, megabytes * MEGABYTE);
        System.out.printf(
                "Wrote %,d records, %,d bytes unpacked, %,d packed, to %s.%n",
                dump.records(), dump.bytes(), Files.size(GeneratedDump.ordinary(folder)), folder);
        return 0;
    }
}
