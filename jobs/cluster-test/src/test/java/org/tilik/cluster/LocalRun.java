// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A jar run without a cluster, in a JVM of its own with Flink's jars beside it, as the launcher {@code tilik} does. */
final class LocalRun {
    private LocalRun() {}

    /** Runs the main class of the jar to its end; anything but exit code 0 fails with what it printed. */
    static void run(Path folder, Path jar, String mainClass, List<String> arguments, Duration most) throws Exception {
        FlinkProcess process = start(folder, jar, mainClass, arguments);
        try {
            Polling.until("the local run ends", most, process::tail, () -> !process.isAlive());
            if (process.exitCode() != 0) {
                throw new ClusterException("The local run ended with code " + process.exitCode(), process.tail());
            }
        } finally {
            process.kill();
        }
    }

    /** Starts the main class of the jar and returns at once. */
    static FlinkProcess start(Path folder, Path jar, String mainClass, List<String> arguments) throws IOException {
        return FlinkProcess.start("local", logs(folder), command(folder, jar, mainClass, arguments), Map.of());
    }

    private static Path logs(Path folder) throws IOException {
        return Files.createDirectories(folder.toAbsolutePath());
    }

    private static List<String> command(Path folder, Path jar, String mainClass, List<String> arguments)
            throws IOException {
        Path temporary = Files.createDirectories(folder.resolve("tmp")).toAbsolutePath();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                jar + File.pathSeparator + SeparateProcessCluster.flinkClassPath(),
                mainClass));
        command.addAll(arguments);
        return command;
    }
}
