// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.formats.DumpFormat;
import org.tilik.measure.incident.IncidentRule;
import org.tilik.model.Pseudonymiser;
import org.tilik.model.table.ItemRow;
import org.tilik.pipeline.study.Clock;
import org.tilik.pipeline.study.InputFile;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.Study;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableDigest;
import org.tilik.pipeline.table.TableReader;

/** Ingest of the committed samples, whose truth the generator wrote down. */
class IngestJobPipelineTest {
    private static final Path SAMPLES = Path.of("..", "..", "datasets", "samples");
    private static final KeyOnTask KEY = () -> new Pseudonymiser(new byte[] {1, 2, 3});

    @TempDir
    static Path temp;

    private static IngestResult first;

    @BeforeAll
    static void ingestOnce() throws IOException {
        first = ingest("one", samples(), 1, Set.of());
    }

    @Test
    void everyRecordOfTheSamplesHasTheDispositionThatTheGeneratorPlanned() throws Exception {
        JsonNode truth = new ObjectMapper()
                .readTree(SAMPLES.resolve("TRUTH.json").toFile())
                .get("dispositions");
        MergeTally merged = first.merged();
        CaptureTally decoded = first.decoded();

        assertThat(decoded.records()).isEqualTo(truth.get("records_read").asLong());
        assertThat(merged.items()).isEqualTo(truth.get("items").asLong());
        assertThat(merged.observations()).isEqualTo(truth.get("observations").asLong());
        assertThat(merged.duplicates()).isEqualTo(truth.get("duplicates").asLong());
        assertThat(merged.ignored()).isEqualTo(counts(truth.get("ignored")));
        Map<String, Long> rejects = new TreeMap<>();
        decoded.rejects().values().forEach(group -> rejects.merge(group.reason(), group.count(), Long::sum));
        assertThat(rejects).isEqualTo(counts(truth.get("rejects")));
    }

    @Test
    void theTablesHoldAsManyRowsAsTheTalliesSay() throws Exception {
        MergeTally merged = first.merged();

        assertThat(items("one")).hasSize((int) (merged.items() + merged.derivedItems()));
        assertThat(digest("one", Table.OBSERVATIONS).rows())
                .isEqualTo(merged.observations() + merged.derivedObservations());
    }

    @Test
    void tablesAreTheSameWhateverTheParallelismAndTheOrderOfInputs() throws Exception {
        List<InputFile> reversed = new ArrayList<>(samples());
        Collections.reverse(reversed);
        ingest("four", reversed, 4, Set.of());

        for (Table<?> table : List.of(Table.ITEMS, Table.OBSERVATIONS, Table.REJECTS)) {
            assertThat(digest("four", table)).isEqualTo(digest("one", table));
        }
    }

    @Test
    void unchangedInputsAreNotDecodedAgain() throws Exception {
        IngestResult second = ingest("one", samples(), 2, Set.of());

        assertThat(first.decodedNow()).isEqualTo(samples().size());
        assertThat(second.decodedNow()).isZero();
        assertThat(second.merged()).isEqualTo(first.merged());
        assertThat(second.decoded()).isEqualTo(first.decoded());
    }

    @Test
    void suppressedItemsAndAccountsLeaveNoRow() throws Exception {
        List<ItemRow> all = items("one");
        String forgottenItem = all.get(0).itemKey();
        String forgottenAccount = all.stream()
                .map(ItemRow::accountKey)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();

        IngestResult result = ingest("forgotten", samples(), 2, Set.of(forgottenItem, forgottenAccount));

        assertThat(items("forgotten"))
                .noneMatch(row -> row.itemKey().equals(forgottenItem) || forgottenAccount.equals(row.accountKey()))
                .hasSizeLessThan(all.size());
        assertThat(result.merged().ignored()).containsKey("suppressed");
    }

    private static Map<String, Long> counts(JsonNode node) {
        Map<String, Long> counts = new TreeMap<>();
        node.properties()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asLong()));
        return counts;
    }

    private static IngestResult ingest(String output, List<InputFile> inputs, int parallelism, Set<String> suppressed)
            throws IOException {
        Run run = run(output, inputs);
        return new IngestJob(run, KEY, suppressed, parallelism).run(false);
    }

    private static Run run(String output, List<InputFile> inputs) {
        Study study = new Study(
                "samples",
                "Samples",
                List.of(),
                new Study.Window(Instant.parse("2023-07-03T00:00:00Z"), Instant.parse("2024-06-24T00:00:00Z")),
                Map.of(),
                Map.of(),
                new Study.Track(true, Map.of(), List.of()),
                List.of("platform"),
                List.of(24.0),
                Clock.POSTED,
                0.95,
                null,
                null,
                List.of(),
                "default",
                Study.Spread.USUAL,
                IncidentRule.USUAL,
                new Study.Privacy(null, 10, false, null),
                0.05,
                1);
        return new Run(
                study,
                SAMPLES + "/study.yaml",
                inputs,
                temp.resolve(output).toString(),
                Run.captures(temp.resolve(output).toString()),
                "0123456789abcdef",
                null,
                "k",
                4);
    }

    /** What the demo reads of its first platform. */
    private static List<InputFile> samples() throws IOException {
        List<InputFile> inputs = new ArrayList<>();
        try (Stream<Path> files = Files.list(SAMPLES)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("RC_") || name.startsWith("RS_")) {
                    inputs.add(input(name, DumpFormat.REDDIT));
                }
            }
        }
        inputs.add(input("rechecks.csv", DumpFormat.RECHECK));
        inputs.add(input("referrals.csv", DumpFormat.REFERRAL));
        return inputs;
    }

    private static InputFile input(String name, DumpFormat format) throws IOException {
        Path path = SAMPLES.resolve(name).toRealPath();
        return new InputFile(
                path.toString(), name, Files.size(path), format, null, null, false, Map.of(), name.replace('.', '-'));
    }

    private static List<ItemRow> items(String output) throws IOException {
        return TableReader.read(
                Table.ITEMS, run(output, List.of()).folder(Table.ITEMS).root());
    }

    private static TableDigest digest(String output, Table<?> table) throws IOException {
        return TableDigest.of(table, run(output, List.of()).folder(table).root());
    }
}
