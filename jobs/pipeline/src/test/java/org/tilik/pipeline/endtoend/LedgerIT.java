// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.datasets.generate.StatementDay;
import org.tilik.datasets.worlds.Statement;
import org.tilik.model.table.LedgerCountRow;
import org.tilik.model.table.LedgerMeasureRow;
import org.tilik.pipeline.study.IngestCounts;
import org.tilik.pipeline.table.Table;

/** A study of nothing but a ledger, from the packed day to the published numbers, against what truly happened. */
class LedgerIT {
    private static final long STATEMENTS = 20_000;
    private static final long REPEATED = 50;

    @TempDir
    private static Path temp;

    private static final List<Statement> TRUTH = new ArrayList<>();
    private static Path study;
    private static Output output;

    @BeforeAll
    static void run() throws IOException {
        new StatementDay(11, LocalDate.of(2025, 7, 2), STATEMENTS, REPEATED).writeTo(temp.resolve("dumps"), TRUTH::add);
        // A second file of which a part was in the first: repeated statements are known over all inputs.
        new StatementDay(11, LocalDate.of(2025, 7, 3), STATEMENTS, 0).writeTo(temp.resolve("dumps"), same -> {});
        Files.writeString(temp.resolve("sim.key"), "key of the test");
        study = temp.resolve("study.yaml");
        Files.writeString(study, """
                study: sim-ledger
                title: A day of a fictional ledger
                inputs:
                  - {path: dumps/*.zip}
                track: {all: true}
                deadlines_hours: [24, 48, 168]
                privacy: {key_file: sim.key, k: 10}
                """);
        output = new Output(temp.resolve("out"));
        Invocation run =
                Invocation.succeeding("run", study.toString(), "--output", output.toString(), "--parallelism", "1");
        assertThat(run.out()).contains("20,000 entries of ledgers, 20,050 duplicates");
    }

    @Test
    void everyStatementCountsOnceAndNoRecordIsLost() throws IOException {
        IngestCounts counts = output.counts();

        assertThat(counts.recordsRead()).isEqualTo(2 * STATEMENTS + REPEATED);
        assertThat(counts.ledger()).isEqualTo(STATEMENTS);
        assertThat(counts.duplicates()).isEqualTo(STATEMENTS + REPEATED);
        assertThat(counts.balanced()).isTrue();
        assertThat(output.rows(Table.LEDGER_COUNTS).stream()
                        .mapToLong(LedgerCountRow::nEntries)
                        .sum())
                .isEqualTo(STATEMENTS);
        assertThat(output.rows(Table.ITEMS)).isEmpty();
    }

    @Test
    void theTablesDoNotDependOnTheParallelism() throws IOException {
        Output three = new Output(temp.resolve("three"));
        Invocation.succeeding("run", study.toString(), "--output", three.toString(), "--parallelism", "3");

        assertThat(three.digests()).isEqualTo(output.digests());
    }

    @Test
    void boundsOfDelaysHoldTheTruthThatTheDatesHide() throws IOException {
        List<LedgerMeasureRow> rows = output.rows(Table.LEDGER_MEASURES);
        assertThat(rows).extracting(LedgerMeasureRow::rowId).doesNotHaveDuplicates();
        for (String platform : List.of("Sim Square", "Sim Tube")) {
            double[] hours = TRUTH.stream()
                    .filter(statement -> statement.platform().equals(platform)
                            && !statement.visibility().endsWith("DEMOTED"))
                    .mapToDouble(statement -> Duration.between(statement.contentAt(), statement.actedAt())
                                    .toMillis()
                            / 3_600_000.0)
                    .sorted()
                    .toArray();
            List<LedgerMeasureRow> delays = rows.stream()
                    .filter(row -> row.stratumBy().equals("platform")
                            && platform.equals(row.platform())
                            && row.metricId().startsWith("ledger.delay_"))
                    .toList();
            assertThat(delays).hasSize(7).allSatisfy(row -> {
                assertThat(row.nEvents()).isEqualTo(hours.length);
                assertThat(row.clock()).isEqualTo("posted");
                assertThat(row.selection()).isEqualTo("conditional_on_action");
                double truth = truth(row, hours);
                assertThat(truth).as(row.toString()).isBetween(row.boundLow(), row.boundHigh());
                assertThat(row.estimate() == null)
                        .isEqualTo(row.identifiability().equals("bounds"));
            });
        }
    }

    private static double truth(LedgerMeasureRow row, double[] sorted) {
        if (row.deadlineHours() != null) {
            return Arrays.stream(sorted)
                            .filter(hours -> hours <= row.deadlineHours())
                            .count()
                    / (double) sorted.length;
        }
        double p = row.quantile() == null ? 0.5 : row.quantile();
        return sorted[(int) Math.ceil(p * sorted.length) - 1] / 24;
    }

    @Test
    void smallStrataAreHeldBackAndCannotBeToldFromOthers() throws IOException {
        Map<Boolean, List<LedgerMeasureRow>> platforms = output.rows(Table.LEDGER_MEASURES).stream()
                .filter(row ->
                        row.stratumBy().equals("platform") && row.metricId().equals("ledger.entries"))
                .collect(Collectors.partitioningBy(LedgerMeasureRow::suppressed));

        assertThat(platforms.get(true))
                .extracting(LedgerMeasureRow::platform)
                .contains("Sim Corner")
                .hasSize(2);
        assertThat(platforms.get(true))
                .allSatisfy(row -> assertThat(row.estimate()).isNull());
        assertThat(platforms.get(false)).hasSize(2);
    }

    @Test
    void aChecksumBesideADayIsHeldAgainstIt() throws Exception {
        Path folder = temp.resolve("checked");
        StatementDay day = new StatementDay(12, LocalDate.of(2025, 7, 4), 30, 0);
        day.writeTo(folder, statement -> {});
        Path checksum = folder.resolve(day.fileName() + ".sha1");
        String right = HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("SHA-1").digest(Files.readAllBytes(folder.resolve(day.fileName()))));
        Files.writeString(folder.resolve("sim.key"), "key of the test");
        Files.writeString(folder.resolve("study.yaml"), """
                study: sim-ledger
                inputs:
                  - {path: "*.zip*"}
                track: {all: true}
                max_reject_share: 0.5
                privacy: {key_file: sim.key, k: 10}
                """);
        String[] ingest = {
            "ingest",
            folder.resolve("study.yaml").toString(),
            "--output",
            folder.resolve("out").toString(),
            "--fresh"
        };
        Output checked = new Output(folder.resolve("out"));

        Files.writeString(checksum, right + "  " + day.fileName());
        Invocation.succeeding(ingest);
        assertThat(checked.counts().rejects()).isEmpty();
        assertThat(checked.counts().ignored()).isEqualTo(Map.of("non_dump_member", 1L));
        assertThat(checked.counts().ledger()).isEqualTo(30);

        String wrong = "0".repeat(40);
        Files.writeString(checksum, wrong + "  " + day.fileName());
        Invocation.succeeding(ingest);
        assertThat(checked.counts().rejects()).isEqualTo(Map.of("corrupt_archive", 1L));
        assertThat(checked.counts().ledger()).isEqualTo(30);
        assertThat(checked.rows(Table.REJECTS).get(0).detail()).contains(right, wrong, day.fileName());
    }
}
