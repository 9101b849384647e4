// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.model.table.ObservationRow;
import org.tilik.model.table.RejectRow;

class SortedTableWriterTest {
    private static final int MONTHS = 12;
    private static final int BUCKETS = 4;

    @TempDir
    Path temp;

    private int scratchNumber;

    @Test
    void filesAreTheSameHoweverFewMayBeOpen() throws IOException {
        List<ObservationRow> rows = rows(2_000);
        TableManifest all = write(rows, "all", 100);

        assertThat(all.files()).hasSize(MONTHS * BUCKETS);
        for (int mostOpen : List.of(1, 5, MONTHS)) {
            TableManifest few = write(rows, "few-" + mostOpen, mostOpen);

            assertThat(few.files()).usingRecursiveComparison().isEqualTo(all.files());
        }
        assertThat(temp.toFile().list((folder, name) -> name.startsWith("scratch")))
                .isEmpty();
    }

    @Test
    void rowsLieInTheFileOfTheirBucketAndPartitionInTheOrderInWhichTheyCame() throws IOException {
        List<ObservationRow> rows = rows(500);
        write(rows, "a", 3);

        List<ObservationRow> back =
                TableReader.read(Table.OBSERVATIONS, folder("a").root());

        Comparator<ObservationRow> byFile = Comparator.comparing(ObservationRow::month)
                .thenComparing(row -> TableBuckets.of(row.itemKey(), BUCKETS));
        assertThat(back).isEqualTo(rows.stream().sorted(byFile).toList());
    }

    @Test
    void aTableWithoutRowsIsAFileOnlyWhereItHasNoPartitions() throws IOException {
        assertThat(write(List.of(), "a", 3).files()).isEmpty();

        List<TableFile> files = new ArrayList<>();
        try (SortedTableWriter<RejectRow> writer =
                new SortedTableWriter<>(Table.REJECTS, folder("b"), this::scratch, files::add)) {
            writer.finish(true);
        }
        assertThat(files)
                .singleElement()
                .satisfies(file -> assertThat(file.rows).isZero());
    }

    @Test
    void whatFailsHalfwayLeavesNoScratchFile() throws IOException {
        try (SortedTableWriter<ObservationRow> writer =
                new SortedTableWriter<>(Table.OBSERVATIONS, folder("a"), 1, this::scratch, file -> {})) {
            for (ObservationRow row : rows(100)) {
                writer.write(row);
            }
        }

        try (Stream<Path> files = Files.list(temp)) {
            assertThat(files).noneMatch(file -> file.getFileName().toString().startsWith("scratch"));
        }
    }

    @Test
    void everyKeyLiesBetweenTheFirstDigitsOfItsBucketAndOfTheNext() {
        Random random = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            int buckets = 1 << random.nextInt(11);
            String key = String.format("%08x", random.nextInt()) + "0".repeat(24);
            int bucket = TableBuckets.of(key, buckets);

            assertThat(key).isGreaterThanOrEqualTo(TableBuckets.firstDigits(bucket, buckets));
            if (bucket + 1 < buckets) {
                assertThat(key).isLessThan(TableBuckets.firstDigits(bucket + 1, buckets));
            }
        }
    }

    private TableManifest write(List<ObservationRow> rows, String name, int mostOpen) throws IOException {
        List<TableFile> files = new ArrayList<>();
        try (SortedTableWriter<ObservationRow> writer =
                new SortedTableWriter<>(Table.OBSERVATIONS, folder(name), mostOpen, this::scratch, files::add)) {
            for (ObservationRow row : rows) {
                writer.write(row);
            }
            writer.finish(true);
        }
        TableManifest manifest = new TableManifest(Table.OBSERVATIONS.name(), "0123456789abcdef", files);
        manifest.write(folder(name).root());
        return manifest;
    }

    private TableFolder folder(String name) {
        return new TableFolder(temp.resolve(name).toString(), "0123456789abcdef", BUCKETS);
    }

    private File scratch() {
        return temp.resolve("scratch-" + scratchNumber++).toFile();
    }

    private static List<ObservationRow> rows(int count) {
        Random random = new Random(11);
        List<ObservationRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(row(String.format("%08x%024x", random.nextInt(), i), random.nextInt(MONTHS), i));
        }
        rows.sort(Comparator.comparing(ObservationRow::itemKey));
        return rows;
    }

    private static ObservationRow row(String itemKey, int month, int record) {
        Instant time = Instant.ofEpochSecond(1_717_200_000L + record);
        return new ObservationRow(
                "reddit",
                String.format("2024-%02d", month + 1),
                itemKey,
                "ITEM",
                "RECHECK",
                time,
                time,
                time,
                null,
                "ALIVE",
                false,
                false,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "rechecks.csv",
                null,
                record,
                "0123456789abcdef");
    }
}
