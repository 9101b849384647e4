// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows as another reader of CSV reads them, and times as the JDK reads them. */
class CsvColumnsTest {
    private static CsvColumns columns(int size) {
        String header =
                Stream.iterate(0, i -> i + 1).limit(size).map(i -> "c" + i).collect(Collectors.joining(","));
        return CsvColumns.of(header.getBytes(StandardCharsets.UTF_8));
    }

    /** The stripped cells where the text is one sound row; FastCSV takes a quote that is never closed for a cell. */
    private static Optional<List<String>> byFastCsv(String text) throws IOException {
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().skipEmptyLines(false).ofCsvRecord(text)) {
            List<CsvRecord> records = reader.stream().toList();
            boolean isClosed =
                    records.size() == 1 && closes(text, records.get(0).getFieldCount());
            return isClosed
                    ? Optional.of(records.get(0).getFields().stream()
                            .map(String::strip)
                            .toList())
                    : Optional.empty();
        } catch (CsvParseException e) {
            return Optional.empty();
        }
    }

    /** Whether a second row of as many cells behind this one is a row of its own. */
    private static boolean closes(String text, int cells) throws IOException {
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().skipEmptyLines(false).ofCsvRecord(text + "\nnext" + ",".repeat(cells - 1))) {
            List<CsvRecord> records = reader.stream().toList();
            return records.get(records.size() - 1).getField(0).equals("next");
        } catch (CsvParseException e) {
            return false;
        }
    }

    @Provide
    Arbitrary<String> rows() {
        return Arbitraries.strings()
                .withChars('a', ',', '"', ' ', '\n', '\r', 'é')
                .ofMaxLength(12);
    }

    @Property(tries = 5000)
    void rowsAreReadAsFastCsvReadsThem(@ForAll("rows") String text) throws IOException {
        Optional<List<String>> expected = byFastCsv(text);
        int size = expected.map(List::size).orElse(2);

        assertThat(columns(size).row(text).map(CsvRow::cells)).isEqualTo(expected);
        assertThat(columns(size + 1).row(text)).isEmpty();
    }

    @Test
    void quotesAreUndoneAndBlanksAroundCellsLeftOut() {
        CsvRow row = columns(4).row("\"a \"\"b\"\"\n,c\", d ,,\"\"\r\n").orElseThrow();

        assertThat(row.get("c0")).isEqualTo("a \"b\"\n,c");
        assertThat(row.get("c1")).isEqualTo("d");
        assertThat(row.get("c2")).isNull();
        assertThat(row.get("c3")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-02-28T23:59:59Z",
                "2024-02-29T00:00:00Z",
                "2023-02-29T00:00:00Z",
                "2024-12-31T23:59:60Z",
                "2024-06-01T24:00:00Z",
                "2024-06-01T12:00:00.5Z",
                "2024-06-01T12:00:00+02:00",
                "2024-00-01T12:00:00Z",
                "2024-13-01T12:00:00Z",
                "2024-06-00T12:00:00Z",
                "2024-06-01 12:00:00Z",
                "0000-01-01T00:00:00Z",
                "2024-06-01T12:60:00Z",
                "2024-06-31T12:00:00Z",
                "2024-06-01T12:00:00z",
                "",
                "-"
            })
    void timesAreThoseThatTheJdkReads(String text) {
        Optional<Instant> expected;
        try {
            expected = Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            expected = Optional.empty();
        }

        assertThat(IsoTime.parse(text)).isEqualTo(expected);
    }
}
