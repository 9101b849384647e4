// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Where the dump lies and how often each contender reads it. */
final class ComparisonOptions {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "target/benchmark",
            description = "Folder that generate has written. Default: ${DEFAULT-VALUE}.")
    private Path folder;

    @Option(names = "--rounds", defaultValue = "3", description = "Trials of each. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--threads",
            split = ",",
            defaultValue = "1,2",
            description = "Numbers of threads, each pinned to as many cores. Default: ${DEFAULT-VALUE}.")
    private List<Integer> threads;

    @Option(
            names = "--only",
            paramLabel = "REGEX",
            defaultValue = ".*",
            description = "Only contenders whose name holds this. Default: all.")
    private Pattern only;

    Path folder() {
        return folder.toAbsolutePath();
    }

    List<Integer> threads() {
        return threads;
    }

    void compare(String command, String yardstick, List<Contender> contenders)
            throws IOException, InterruptedException {
        List<Contender> chosen = contenders.stream()
                .filter(contender -> only.matcher(contender.name()).find())
                .toList();
        Comparison comparison = new Comparison(GeneratedDump.read(folder()), yardstick, chosen);
        comparison.run(rounds);
        comparison.print(System.out, "jobs/benchmark/run " + command + " --rounds " + rounds);
    }
}
