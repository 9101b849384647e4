// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.datasets.generate.StreamPlan.Packing;
import org.tilik.datasets.generate.WorldSettings;

/** The same study on the same inputs gives the same tables, however it is run. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SameTablesIT {
    @TempDir
    private static Path temp;

    private static SimulatedWorld world;
    private static String study;
    private static Output output;
    private static Map<String, String> digests;

    @BeforeAll
    static void runOnce() throws IOException {
        world = SimulatedWorld.write(
                temp.resolve("world"), WorldKind.shortened(WorldSettings.of(4, 250), 1, Packing.TAR));
        study = world.study("kinds.yaml", SameTablesIT::byKind);
        output = new Output(temp.resolve("one"));
        run(study, output, "--parallelism", "1");
        digests = output.digests();
        assertThat(digests)
                .containsOnlyKeys(
                        "release/cascades",
                        "release/compliance",
                        "release/coordination",
                        "release/counter_speech",
                        "release/counterfactuals",
                        "release/families",
                        "release/ledger_measures",
                        "release/over_removal",
                        "release/platform_jumps",
                        "release/policy_changes",
                        "release/prevalence",
                        "release/rejects",
                        "release/removal_curves",
                        "release/removal_measures",
                        "release/spread_measures",
                        "release/spread_timeline",
                        "restricted/cascade_edges",
                        "restricted/cascades",
                        "restricted/coordinated_pairs",
                        "restricted/coverage",
                        "restricted/episodes",
                        "restricted/families",
                        "restricted/family_members",
                        "restricted/items",
                        "restricted/labels",
                        "restricted/ledger_counts",
                        "restricted/observations",
                        "restricted/platform_jumps",
                        "restricted/removal_curves",
                        "restricted/spread_timeline");
    }

    private static String byKind(String text) {
        return text.replace("strata: [platform, kind]", "strata: [kind]");
    }

    private static void run(String ofStudy, Output into, String... options) {
        List<String> args = new ArrayList<>(List.of("run", ofStudy, "--output", into.toString()));
        args.addAll(List.of(options));
        Invocation.succeeding(args.toArray(String[]::new));
    }

    @Test
    @Order(1)
    void whateverTheParallelism() throws IOException {
        Output four = new Output(temp.resolve("four"));
        run(study, four, "--parallelism", "4");

        assertThat(four.digests()).isEqualTo(digests);
    }

    @Test
    @Order(2)
    void whateverTheOrderOfInputs() throws IOException {
        String reversed = world.study("reversed.yaml", text -> byKind(withReversedInputs(text)));
        assertThat(Files.readString(Path.of(reversed))).isNotEqualTo(Files.readString(Path.of(study)));
        Output other = new Output(temp.resolve("reversed"));
        run(reversed, other, "--parallelism", "2");

        assertThat(other.digests()).isEqualTo(digests);
        assertThat(other.runJson().get("run_id")).isEqualTo(output.runJson().get("run_id"));
    }

    private static String withReversedInputs(String text) {
        List<String> inputs = new ArrayList<>(
                text.lines().filter(line -> line.startsWith("  - {path")).toList());
        String before = String.join("\n", inputs);
        Collections.reverse(inputs);
        return text.replace(before, String.join("\n", inputs));
    }

    @Test
    @Order(3)
    void runAgainWithoutDecodingAgain() throws IOException {
        Map<Path, FileTime> decoded = decodedFiles();
        run(study, output, "--parallelism", "2");

        assertThat(output.digests()).isEqualTo(digests);
        assertThat(decodedFiles()).isEqualTo(decoded).isNotEmpty();
    }

    @Test
    @Order(4)
    void decodedAfresh() throws IOException {
        Map<Path, FileTime> decoded = decodedFiles();
        run(study, output, "--parallelism", "2", "--fresh");

        assertThat(output.digests()).isEqualTo(digests);
        assertThat(decodedFiles().values()).doesNotContainAnyElementsOf(decoded.values());
    }

    /** The files of decoded events and when each was written. */
    private static Map<Path, FileTime> decodedFiles() throws IOException {
        Map<Path, FileTime> times = new TreeMap<>();
        try (Stream<Path> files = Files.walk(output.folder().resolve("work/captures"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".sorted")).toList()) {
                times.put(file, Files.getLastModifiedTime(file));
            }
        }
        return times;
    }
}
