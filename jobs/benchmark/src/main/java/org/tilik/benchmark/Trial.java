// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One run of a contender.
 *
 * @param workSeconds time of the work itself, as the contender tells it; the whole time where it tells none
 * @param wholeSeconds time from the start of the process to its end
 * @param cpuSeconds processor time of the process and its children
 * @param peakBytes largest resident memory of the process
 * @param failure what it says where it failed, else null
 * @param says the last lines of its output, without times
 */
record Trial(double workSeconds, double wholeSeconds, double cpuSeconds, long peakBytes, String failure, String says) {
    private static final Pattern WORK = Pattern.compile("work_seconds ([0-9.]+)");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final double NANOS = 1e9;
    private static final double TICKS_A_SECOND = 100;
    private static final int WATCH_MILLIS = 20;
    private static final int LAST_LINES = 3;

    /** Runs the contender on as many cores as it has threads. */
    static Trial of(Contender contender) throws IOException, InterruptedException {
        GeneratedDump.delete(contender.output());
        List<String> command = new ArrayList<>(List.of("taskset", "-c", "0-" + (contender.threads() - 1)));
        command.addAll(contender.command());
        Path log = Files.createTempFile("tilik-benchmark", ".log");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        long peak = 0;
        double cpu = 0;
        // A process that has ended tells nothing any more, so it is asked again and again until then.
        boolean ended = false;
        while (!ended) {
            ended = process.waitFor(WATCH_MILLIS, TimeUnit.MILLISECONDS);
            peak = Math.max(peak, peak(proc));
            cpu = Math.max(cpu, cpuSeconds(proc));
        }
        double whole = (System.nanoTime() - start) / NANOS;
        String output = Files.readString(log, StandardCharsets.UTF_8);
        Files.delete(log);
        Matcher work = WORK.matcher(output);
        double workSeconds = work.find() ? Double.parseDouble(work.group(1)) : whole;
        return new Trial(
                workSeconds, whole, cpu, peak, process.exitValue() == 0 ? null : reason(output), lastLines(output));
    }

    private static String lastLines(String output) {
        List<String> lines = output.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("work_seconds"))
                .toList();
        return String.join("; ", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    private static long peak(Path proc) throws IOException {
        Matcher peak = PEAK.matcher(read(proc.resolve("status")));
        return peak.find() ? Long.parseLong(peak.group(1)) * 1024 : 0;
    }

    /** Fields 14 to 17 of proc(5): user and system time, its own and that of children it has waited for. */
    private static double cpuSeconds(Path proc) throws IOException {
        String stat = read(proc.resolve("stat"));
        if (stat.isEmpty()) {
            return 0;
        }
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        double ticks = 0;
        for (int i = 11; i <= 14; i++) {
            ticks += Double.parseDouble(fields[i]);
        }
        return ticks / TICKS_A_SECOND;
    }

    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            // Linux says "No such process" when it ends between opening and reading.
            if (Files.exists(file)) {
                throw e;
            }
            return "";
        }
    }

    /** The first line that names an error, since what follows is the way to it; else the last line. */
    private static String reason(String output) {
        List<String> lines = output.lines().filter(line -> !line.isBlank()).toList();
        return lines.stream()
                .filter(line -> line.contains("Error") || line.contains("Exception"))
                .findFirst()
                .orElse(
                        lines.isEmpty()
                                ? "no output"
                                : lines.get(lines.size() - 1).strip());
    }
}
