// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One JVM of the cluster, with its output in a file; it ends with the JVM that started it. */
final class FlinkProcess {
    private static final int TAIL_LINES = 40;

    private final String name;
    private final Path log;
    private final Process process;
    private final Thread atExit;

    private FlinkProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
        this.atExit = new Thread(process::destroyForcibly, "end " + name);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    static FlinkProcess start(String name, Path logs, List<String> command, Map<String, String> environment)
            throws IOException {
        Path log = logs.resolve(name + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return new FlinkProcess(name, log, builder.start());
    }

    String name() {
        return name;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitCode() {
        return process.exitValue();
    }

    /** SIGKILL: no shutdown hook of the process runs. Returns when the operating system has ended it. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
        forget();
    }

    /** SIGSTOP: it does nothing until it is let go on; its connections stay open. */
    void holdStill() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** SIGCONT. */
    void letGoOn() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("kill -" + signal + " of " + name + " ended with code " + code);
        }
    }

    /** Everything the process has printed so far. */
    String output() {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(log of " + name + " cannot be read: " + e.getMessage() + ")";
        }
    }

    /** The last lines of the log under a heading that says whether the process lives. */
    String tail() {
        List<String> lines = output().lines().toList();
        String state = isAlive() ? "running" : "ended with " + process.exitValue();
        return "--- " + name + " (" + state + ")\n"
                + String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size())) + "\n";
    }

    private void forget() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException alreadyEnding) {
            // The hook is running or has run: it ends a process that has ended.
            assert !isAlive();
        }
    }
}
