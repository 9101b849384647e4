// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.sorted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SortedRowsTest {
    private static final int SMALL_RUN = 4_000;
    private static final byte[] START = {};

    @TempDir
    Path temp;

    private int scratchNumber;

    /** A row whose body says what its key is, so that a row that lost its body is noticed. */
    private record Row(String key, String body) {}

    @Test
    void rowsOfManyRunsAndFilesComeInTheOrderOfTheirKeys() throws IOException {
        List<Row> rows = rows(5_000, 1);
        write("a", rows.subList(0, 2_500), SMALL_RUN);
        write("b", rows.subList(2_500, 5_000), SMALL_RUN);

        assertThat(read(List.of("a", "b"), START, null, 1_000)).isEqualTo(sorted(rows));
    }

    @Test
    void moreRunsThanMayBeOpenAreMergedInSeveralStepsAndLeaveNoScratchFile() throws IOException {
        List<Row> rows = rows(3_000, 2);
        write("a", rows, SMALL_RUN);

        assertThat(read(List.of("a"), START, null, 2)).isEqualTo(sorted(rows));
        assertThat(scratchFiles()).isEmpty();
    }

    @Test
    void rangesOfKeysTogetherAreAllRowsAndNoneTwice() throws IOException {
        List<Row> rows = rows(4_000, 3);
        write("a", rows.subList(0, 1_000), SMALL_RUN);
        write("b", rows.subList(1_000, 4_000), 1 << 20);
        List<Row> together = new ArrayList<>();
        byte[] from = START;
        for (String to : List.of("00", "3", "30000001", "8", "ff", "g")) {
            together.addAll(read(List.of("a", "b"), from, utf8(to), 3));
            from = utf8(to);
        }
        together.addAll(read(List.of("a", "b"), from, null, 3));

        assertThat(together).isEqualTo(sorted(rows));
    }

    @Test
    void rowsOfEqualKeysStayInTheOrderOfWritingAndOfFiles() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            rows.add(new Row("same", "body " + i));
        }
        write("a", rows.subList(0, 200), 1_000);
        write("b", rows.subList(200, 300), 1_000);

        assertThat(read(List.of("a", "b"), START, null, 3)).isEqualTo(rows);
    }

    @Test
    void aRowLargerThanARunAndABlockIsKept() throws IOException {
        List<Row> rows = List.of(
                new Row("b", "small"), new Row("a", "x".repeat(300_000)), new Row("c", ""), new Row("", "no key"));
        write("a", rows, SMALL_RUN);

        assertThat(read(List.of("a"), START, null, 10)).isEqualTo(sorted(rows));
    }

    @Test
    void aFileWithoutRowsHasNone() throws IOException {
        write("a", List.of(), SMALL_RUN);

        assertThat(read(List.of("a"), START, null, 10)).isEmpty();
        assertThat(read(List.of(), START, null, 10)).isEmpty();
    }

    @Test
    void theSameRowsMakeTheSameFileAndItsChecksumIsStated() throws Exception {
        List<Row> rows = rows(1_000, 4);
        String one = write("a", rows, SMALL_RUN);
        String other = write("b", rows, SMALL_RUN);

        assertThat(one).isEqualTo(other).hasSize(64);
        assertThat(temp.resolve("a")).hasSameBinaryContentAs(temp.resolve("b"));
    }

    @Test
    void aFileThatIsCutOffIsRefusedWithWhatToDo() throws IOException {
        write("a", rows(1_000, 5), SMALL_RUN);
        byte[] whole = Files.readAllBytes(temp.resolve("a"));
        for (int bytes : List.of(0, 5, 11, whole.length / 2, whole.length - 1)) {
            Files.write(temp.resolve("a"), Arrays.copyOf(whole, bytes));

            assertThatThrownBy(() -> read(List.of("a"), START, null, 10))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("not whole")
                    .hasMessageContaining("--fresh");
        }
    }

    @Test
    void damagedRowsAreNeverTakenForRows() throws IOException {
        write("a", rows(100, 6), SMALL_RUN);
        byte[] bytes = Files.readAllBytes(temp.resolve("a"));
        bytes[bytes.length / 4] ^= 1;
        Files.write(temp.resolve("a"), bytes);

        assertThatThrownBy(() -> read(List.of("a"), START, null, 10)).isInstanceOf(Exception.class);
    }

    private static List<Row> rows(int count, long seed) {
        Random random = new Random(seed);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String key = String.format("%08x", random.nextInt()) + (i % 7 == 0 ? "" : "|" + random.nextInt(3));
            rows.add(new Row(key, key + " body " + "x".repeat(random.nextInt(60))));
        }
        return rows;
    }

    private static List<Row> sorted(List<Row> rows) {
        return rows.stream().sorted(Comparator.comparing(Row::key)).toList();
    }

    private String write(String name, List<Row> rows, int runBytes) throws IOException {
        try (SortedFileWriter writer = new SortedFileWriter(path(name), runBytes)) {
            SortKey key = new SortKey();
            for (Row row : rows) {
                byte[] body = utf8(row.key() + "=" + row.body());
                writer.add(key.clear().text(row.key()), body, body.length);
            }
            return writer.finish();
        }
    }

    private List<Row> read(List<String> names, byte[] from, byte[] to, int mostRuns) throws IOException {
        List<Row> rows = new ArrayList<>();
        List<org.apache.flink.core.fs.Path> files =
                names.stream().map(this::path).toList();
        try (SortedRows sorted = SortedRows.open(files, from, to, this::scratch, mostRuns)) {
            while (sorted.next()) {
                String rest = new String(sorted.bytes(), sorted.body(), sorted.bodyBytes(), StandardCharsets.UTF_8);
                String[] parts = rest.split("=", 2);
                rows.add(new Row(parts[0], parts[1]));
            }
        }
        return rows;
    }

    private File scratch() {
        return temp.resolve("scratch-" + scratchNumber++).toFile();
    }

    private List<Path> scratchFiles() throws IOException {
        try (Stream<Path> files = Files.list(temp)) {
            return files.filter(file -> file.getFileName().toString().startsWith("scratch"))
                    .toList();
        }
    }

    private org.apache.flink.core.fs.Path path(String name) {
        return new org.apache.flink.core.fs.Path(temp.resolve(name).toUri());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
