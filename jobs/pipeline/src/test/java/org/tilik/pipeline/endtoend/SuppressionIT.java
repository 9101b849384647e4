// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.datasets.generate.Faults;
import org.tilik.datasets.generate.Period;
import org.tilik.datasets.generate.WorldSettings;
import org.tilik.model.Platform;
import org.tilik.model.Pseudonymiser;
import org.tilik.model.table.EpisodeRow;
import org.tilik.model.table.ItemRow;
import org.tilik.model.table.ObservationRow;
import org.tilik.model.table.RemovalCurveRow;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.study.IngestCounts;
import org.tilik.pipeline.table.Table;

/**
 * Who must not appear: people who asked to be forgotten leave no row, and groups of too few people no number, neither
 * directly nor by subtraction.
 *
 * <p>The world has two days of May, all of June and half of July, so that the stratum of May has few accounts.
 */
class SuppressionIT {
    private static final String MAY = "2024-05";
    private static final String JUNE = "2024-06";
    private static final String JULY = "2024-07";

    @TempDir
    private static Path temp;

    private static Output everyone;
    private static Output output;
    private static String forgottenItem;
    private static String forgottenAccount;
    private static int k;

    @BeforeAll
    static void runWithAListAndWithout() throws IOException {
        Period posted = new Period(Instant.parse("2024-05-30T00:00:00Z"), Instant.parse("2024-07-16T00:00:00Z"));
        WorldSettings settings = WorldSettings.reddit(5, 500)
                .with()
                .posted(posted)
                .window(posted)
                .faults(Faults.NONE)
                .build();
        SimulatedWorld world = SimulatedWorld.write(temp.resolve("world"), settings);
        everyone = new Output(temp.resolve("everyone"));
        Invocation.succeeding("ingest", world.study(), "--output", everyone.toString(), "--parallelism", "2");

        Pseudonymiser key = world.pseudonymiser();
        String item = world.truth().items().get(250).itemId();
        String account = accountOfSomeone(world.folder().resolve("RC_2024-06.zst"));
        forgottenItem = key.pseudonym(Platform.REDDIT, item);
        forgottenAccount = key.pseudonym(Platform.REDDIT, account);
        Files.writeString(
                world.folder().resolve("forget.csv"),
                "platform,item_id,account_id\nreddit," + item + ",\nreddit,," + account + "\n");
        k = (int) accounts(MAY) + 1;
        String study = world.study(
                "forgetting.yaml",
                text -> text.replace("strata: [platform, kind]", "strata: [month]")
                        .replace("k: 10", "k: " + k + ", suppression_list: forget.csv"));
        output = new Output(temp.resolve("out"));
        Invocation.succeeding("run", study, "--output", output.toString(), "--parallelism", "2");
    }

    /** The author of the first record that names one. */
    private static String accountOfSomeone(Path dump) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new ZstdInputStream(Files.newInputStream(dump)), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode author = new ObjectMapper().readTree(line).path("author");
                if (author.asText().startsWith("sim_")) {
                    return author.asText();
                }
            }
        }
        throw new IllegalStateException("No record of " + dump + " names its author.");
    }

    private static Stream<ItemRow> itemsOfPeople(String month) throws IOException {
        return everyone.rows(Table.ITEMS).stream()
                .filter(row -> row.month().equals(month) && !row.kind().equals("SHARE"));
    }

    private static long accounts(String month) throws IOException {
        return itemsOfPeople(month)
                .map(ItemRow::accountKey)
                .filter(account -> account != null)
                .distinct()
                .count();
    }

    @Test
    void whoAskedToBeForgottenLeavesNoRowInAnyTable() throws IOException {
        Set<String> forgotten = everyone.rows(Table.ITEMS).stream()
                .filter(row -> forgottenAccount.equals(row.accountKey())
                        || row.itemKey().equals(forgottenItem))
                .map(ItemRow::itemKey)
                .collect(Collectors.toSet());
        assertThat(forgotten).hasSizeGreaterThan(1).contains(forgottenItem);
        assertThat(everyone.rows(Table.OBSERVATIONS)).anyMatch(row -> forgotten.contains(row.itemKey()));

        assertThat(output.rows(Table.ITEMS))
                .hasSize(everyone.rows(Table.ITEMS).size() - forgotten.size())
                .noneMatch(row -> forgotten.contains(row.itemKey()) || forgottenAccount.equals(row.accountKey()));
        assertThat(output.rows(Table.OBSERVATIONS))
                .isNotEmpty()
                .noneMatch((ObservationRow row) -> forgotten.contains(row.itemKey()));
        assertThat(output.rows(Table.EPISODES))
                .isNotEmpty()
                .noneMatch((EpisodeRow row) ->
                        forgotten.contains(row.itemKey()) || forgottenAccount.equals(row.accountKey()));
        IngestCounts counts = output.counts();
        assertThat(counts.ignored()).containsKey("suppressed");
        assertThat(counts.balanced()).isTrue();
        assertThat(counts.recordsRead()).isEqualTo(everyone.counts().recordsRead());
    }

    @Test
    void aStratumOfTooFewAccountsHasNoNumberAndTheNextSmallestHidesIt() throws IOException {
        assertThat(itemsOfPeople(MAY).count()).as("items in May").isGreaterThanOrEqualTo(k);
        assertThat(itemsOfPeople(JULY).count()).isLessThan(itemsOfPeople(JUNE).count());

        Map<String, Set<Boolean>> measures = new TreeMap<>();
        for (RemovalMeasureRow row : output.rows(Table.REMOVAL_MEASURES)) {
            // Measures about other items than those followed are held back by themselves.
            if (row.metricId().startsWith("gone.") || row.metricId().startsWith("visible.")) {
                measures.computeIfAbsent(row.stratum(), stratum -> new HashSet<>())
                        .add(row.suppressed());
            }
        }
        Map<String, Set<Boolean>> curves = new TreeMap<>();
        for (RemovalCurveRow row : output.rows(Table.REMOVAL_CURVES)) {
            curves.computeIfAbsent(row.stratum(), stratum -> new HashSet<>()).add(row.suppressed());
        }
        for (Map<String, Set<Boolean>> table : List.of(measures, curves)) {
            assertThat(table)
                    .containsEntry("all", Set.of(false))
                    .containsEntry(JUNE, Set.of(false))
                    .containsEntry(MAY, Set.of(true))
                    .containsEntry(JULY, Set.of(true));
        }
    }

    @Test
    void heldBackRowsHoldNoNumber() throws IOException {
        List<RemovalMeasureRow> measures = output.rows(Table.REMOVAL_MEASURES).stream()
                .filter(RemovalMeasureRow::suppressed)
                .toList();
        assertThat(measures).isNotEmpty().allSatisfy(row -> {
            assertThat(Stream.of(
                            row.estimate(),
                            row.ciLow(),
                            row.ciHigh(),
                            row.boundLow(),
                            row.boundHigh(),
                            row.nEffective()))
                    .containsOnlyNulls();
            assertThat(Stream.of(row.nItems(), row.nEvents(), row.nCensored(), row.nInterval(), row.nUnconfirmed()))
                    .containsOnlyNulls();
            assertThat(row.conditionalOnHours()).isNull();
            assertThat(row.identifiability()).isNull();
        });
        List<RemovalCurveRow> curves = output.rows(Table.REMOVAL_CURVES).stream()
                .filter(RemovalCurveRow::suppressed)
                .toList();
        assertThat(curves).isNotEmpty().allSatisfy(row -> {
            assertThat(Stream.of(row.survival(), row.cumulativeIncidence(), row.stdErr(), row.ciLow(), row.ciHigh()))
                    .containsOnlyNulls();
            assertThat(Stream.of(row.nAtRisk(), row.nEvents(), row.nCensored())).containsOnlyNulls();
            assertThat(row.cause()).isNull();
        });
    }
}
