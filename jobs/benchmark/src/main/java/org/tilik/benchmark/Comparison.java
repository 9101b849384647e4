// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Runs contenders in turn, round after round, and tells the medians as a Markdown table. */
final class Comparison {
    private static final double MEGABYTE = 1e6;
    private static final double MEBIBYTE = 1 << 20;

    private final GeneratedDump dump;
    private final String yardstick;
    private final Map<Contender, List<Trial>> trials = new LinkedHashMap<>();

    /** A comparison with the contenders of this name, at the same number of threads. */
    Comparison(GeneratedDump dump, String yardstick, List<Contender> contenders) {
        this.dump = dump;
        this.yardstick = yardstick;
        contenders.forEach(contender -> trials.put(contender, new ArrayList<>()));
    }

    /** In turn and not one after the other, so that what else the machine does hits all alike. */
    void run(int rounds) throws IOException, InterruptedException {
        for (int round = 1; round <= rounds; round++) {
            for (Map.Entry<Contender, List<Trial>> entry : trials.entrySet()) {
                Trial trial = Trial.of(entry.getKey());
                entry.getValue().add(trial);
                System.err.printf(
                        "round %d  %-34s %d threads  %6.2f s  %s%n",
                        round,
                        entry.getKey().name(),
                        entry.getKey().threads(),
                        trial.workSeconds(),
                        trial.failure() == null ? "" : trial.failure());
            }
        }
    }

    void print(PrintStream out, String command) throws IOException {
        out.printf("%s, %s.%n", LocalDate.now(ZoneOffset.UTC), machine());
        out.printf(
                "Dump: %,d records, %,.0f MB unpacked. Java %s, DuckDB %s. Medians of %d rounds in turn. `%s`%n%n",
                dump.records(),
                dump.bytes() / MEGABYTE,
                Runtime.version(),
                DuckDb.version(),
                trials.values().iterator().next().size(),
                command);
        out.println("| threads | contender | MB/s | records/s | work s | whole s | CPU s | peak RSS MiB" + " | work / "
                + yardstick + " | CPU / " + yardstick + " |");
        out.println("|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|");
        trials.forEach((contender, runs) -> out.println(row(contender, runs)));
    }

    private String row(Contender contender, List<Trial> runs) {
        for (Trial trial : runs) {
            if (trial.failure() != null) {
                return String.format(
                        "| %d | %s | failed: %s | | | | | | | |",
                        contender.threads(), contender.name(), trial.failure().replace('|', '/'));
            }
        }
        double work = median(runs, Trial::workSeconds);
        double cpu = median(runs, Trial::cpuSeconds);
        return String.format(
                "| %d | %s | %,.0f | %,.0f | %.2f | %.2f | %.2f | %,.0f | %s | %s |",
                contender.threads(),
                contender.name(),
                dump.bytes() / MEGABYTE / work,
                dump.records() / work,
                work,
                median(runs, Trial::wholeSeconds),
                cpu,
                median(runs, Trial::peakBytes) / MEBIBYTE,
                ratio(contender, work, Trial::workSeconds),
                ratio(contender, cpu, Trial::cpuSeconds));
    }

    /** How many times as fast as the yardstick on as many threads. */
    private String ratio(Contender contender, double seconds, ToDoubleFunction<Trial> figure) {
        return trials.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(yardstick)
                        && entry.getKey().threads() == contender.threads()
                        && entry.getValue().stream().allMatch(trial -> trial.failure() == null))
                .map(entry -> String.format("%.2f", median(entry.getValue(), figure) / seconds))
                .findFirst()
                .orElse("");
    }

    private static double median(List<Trial> runs, ToDoubleFunction<Trial> figure) {
        double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static String machine() throws IOException {
        String cpu = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown CPU");
        return Runtime.getRuntime().availableProcessors() + " cores of " + cpu + ", " + System.getProperty("os.name");
    }
}
