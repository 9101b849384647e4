// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.tilik.datasets.generate.TruthSummary;
import org.tilik.datasets.generate.World;
import org.tilik.datasets.generate.WorldSettings;
import org.tilik.pipeline.table.TableDigest;

/** A study whose files come one after the other into the folder that it watches, and what watching it has left behind. */
final class WatchedFolder {
    static final String MAIN = "org.tilik.pipeline.cli.Tilik";

    private static final long ITEMS = 600;
    private static final int FILLER_LINES = 400_000;
    private static final String FILLER = "filler.json.gz";
    /** Its files but the one that takes a while. */
    static final List<String> PLAIN_FILES =
            List.of("RS_2024-06.zst", "RC_2024-06.zst", "rechecks.csv", "referrals.csv");

    private static final Set<String> OF_ORDER = Set.of("fate", "not_seen_yet", "nothing_to_follow");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final List<String> files;

    private WatchedFolder(Path folder, List<String> files) {
        this.folder = folder;
        this.files = files;
    }

    /** Writes the study; its files lie aside until they are {@link #put}. */
    static WatchedFolder create(Path folder) throws IOException {
        Path aside = folder.resolve("aside");
        new World(WorldSettings.reddit(5, ITEMS)).writeTo(aside, new TruthSummary());
        writeFiller(aside.resolve(FILLER));
        Files.createDirectories(folder.resolve("come"));
        Files.writeString(folder.resolve("study.key"), SharedCluster.KEY + "\n");
        Files.writeString(folder.resolve("study.yaml"), """
                study: watched
                title: Fictional month that comes file by file
                inputs:
                  - {path: come/*.zst, format: reddit}
                  - {path: come/rechecks.csv, format: recheck}
                  - {path: come/referrals.csv, format: referral}
                  - {path: come/*.json.gz, format: twitter_v1}
                window: {from: 2024-06-01T00:00:00Z, until: 2024-06-29T00:00:00Z}
                track: {all: true}
                incidents: {min_copies: 2, alpha: 0.5}
                privacy: {key_file: study.key, k: 10}
                seed: 20190315
                """);
        return of(folder);
    }

    /** One that was made before. */
    static WatchedFolder of(Path folder) {
        List<String> files = new ArrayList<>(PLAIN_FILES);
        files.add(1, FILLER);
        return new WatchedFolder(folder, List.copyOf(files));
    }

    /** Lines that say nothing of any item, and take a while. */
    private static void writeFiller(Path file) throws IOException {
        try (BufferedWriter out = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8))) {
            for (int i = 0; i < FILLER_LINES; i++) {
                out.write("{\"limit\":{\"track\":" + i + ",\"timestamp_ms\":\"1717200000000\"}}\n");
            }
        }
    }

    Path place() {
        return folder;
    }

    List<String> files() {
        return files;
    }

    /** Lets the file come, as a whole. */
    void put(String file) throws IOException {
        Path hidden = folder.resolve("come").resolve("." + file);
        Files.copy(folder.resolve("aside").resolve(file), hidden);
        // A zip keeps seconds, and a watch reads a file again that was changed at another time.
        Files.setLastModifiedTime(hidden, FileTime.from(Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        Files.move(hidden, folder.resolve("come").resolve(file), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Lines of one of the files that are not packed. */
    long lines(String file) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("aside").resolve(file))) {
            return lines.count();
        }
    }

    void putAll() throws IOException {
        put(files);
    }

    void put(List<String> some) throws IOException {
        for (String file : some) {
            put(file);
        }
    }

    /** Deletes the file that takes a while. */
    void forgetFiller() throws IOException {
        Files.delete(folder.resolve("aside").resolve(FILLER));
    }

    /** Arguments of a watch that ends when nothing came for so many seconds. */
    List<String> watch(int parallelism, int untilIdleSeconds) {
        return List.of(
                "watch",
                folder.resolve("study.yaml").toString(),
                "--output",
                output().toString(),
                "--parallelism",
                String.valueOf(parallelism),
                "--snapshot-every",
                "1h",
                "--look-every",
                "200ms",
                "--checkpoint-every",
                "1s",
                "--until-idle",
                untilIdleSeconds + "s",
                "--no-export");
    }

    List<String> run(int parallelism) {
        return List.of(
                "run",
                folder.resolve("study.yaml").toString(),
                "--output",
                outputOfRun().toString(),
                "--parallelism",
                String.valueOf(parallelism),
                "--no-export");
    }

    /** Where a watch writes. */
    Path output() {
        return folder.resolve("out");
    }

    /** Where a run writes. */
    Path outputOfRun() {
        return folder.resolve("run");
    }

    /** What Flink calls the job that decodes. */
    static String job() {
        return "watch watched";
    }

    /** A folder among those of checkpoints, where a watch that is given again looks for the newest state. */
    Path savepoints() {
        return output().resolve("work/watch/checkpoints/saved");
    }

    Map<String, TableDigest> tablesOfRun() throws IOException {
        return RunTables.digests(outputOfRun());
    }

    /** Tables of the latest snapshot. */
    Map<String, TableDigest> tablesOfSnapshot() throws IOException {
        Path latest = children(output()).stream()
                .filter(path -> path.getFileName().toString().startsWith("as_of="))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new FileNotFoundException("No snapshot in " + output()));
        return RunTables.digests(latest);
    }

    /** The lines that tell of incidents, in files that are finished. */
    List<String> alerts() throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : children(output().resolve("restricted/alerts"))) {
            if (!file.getFileName().toString().startsWith(".")) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines.stream().sorted().toList();
    }

    /**
     * Sightings of all outcomes together, and of those that do not depend on which file came first: a look at an item may
     * come before its post.
     */
    Map<String, Long> outcomes() throws IOException {
        Map<String, Long> outcomes = new TreeMap<>(Map.of("all", 0L));
        JsonNode json =
                JSON.readTree(output().resolve("work/watch/outcomes.json").toFile());
        json.properties().forEach(entry -> {
            outcomes.merge("all", entry.getValue().asLong(), Long::sum);
            if (!OF_ORDER.contains(entry.getKey())) {
                outcomes.put(entry.getKey(), entry.getValue().asLong());
            }
        });
        return outcomes;
    }

    /** Whether some input is being decoded, or is decoded and no checkpoint knows yet. */
    boolean isDecoding() throws IOException {
        for (Path input : inputs()) {
            if (!isFinished(input) && !children(input).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the file is decoded and safe. */
    boolean isFinished(String file) throws IOException {
        for (Path input : inputs()) {
            if (isFinished(input)
                    && JSON.readTree(input.resolve("_tally.json").toFile())
                            .at("/input/name")
                            .asText()
                            .endsWith("/" + file)) {
                return true;
            }
        }
        return false;
    }

    private List<Path> inputs() throws IOException {
        return children(output().resolve("work/captures"));
    }

    private static boolean isFinished(Path input) {
        return Files.exists(input.resolve("_SUCCESS"));
    }

    private static List<Path> children(Path parent) throws IOException {
        if (Files.notExists(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.sorted().toList();
        }
    }
}
