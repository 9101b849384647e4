// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tilik.model.Event;
import org.tilik.model.EventKind;
import org.tilik.model.TimePrecision;

/** What the README's table of formats says is what the decoders do. */
class FormatTableTest {
    private static final String HEAD =
            "| format | records | events | time quality | what cannot be known |\n|---|---|---|---|---|\n";
    private static final Map<TimePrecision, String> WORDS = Map.of(
            TimePrecision.MICRO, "microsecond",
            TimePrecision.MILLI, "millisecond",
            TimePrecision.SECOND, "second",
            TimePrecision.DAY, "day");

    /** One row of the table: its cells but the first, by the format's name. */
    private static Map<String, List<String>> rows() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        assertThat(readme).contains(HEAD);
        String table = readme.substring(readme.indexOf(HEAD) + HEAD.length());
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String line : table.substring(0, table.indexOf("\n\n")).lines().toList()) {
            List<String> cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            assertThat(cells).as(line).hasSize(7);
            rows.put(cells.get(1).replace("`", ""), cells.subList(2, 6));
        }
        return rows;
    }

    static Stream<DumpFormat> typed() {
        return TypedDumps.formats().stream();
    }

    @Test
    void everyFormatHasOneRowAndEveryRowAFormat() throws IOException {
        assertThat(rows().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(DumpFormat.values()).map(DumpFormat::id).toList());
        assertThat(rows().values()).allSatisfy(cells -> assertThat(cells).noneMatch(String::isEmpty));
    }

    @ParameterizedTest
    @EnumSource(DumpFormat.class)
    void theNotesOfAFormatAreThoseOfItsRow(DumpFormat format) throws IOException {
        List<String> cells = rows().get(format.id());

        assertThat(FormatNotes.of(format)).isEqualTo(new FormatNotes(cells.get(0), cells.get(2), cells.get(3)));
    }

    @ParameterizedTest
    @MethodSource("typed")
    void theEventsOfARowAreThoseOfItsDecoder(DumpFormat format) throws IOException {
        String cell = rows().get(format.id()).get(1);
        Set<EventKind> told = Arrays.stream(EventKind.values())
                .filter(kind -> Arrays.asList(cell.split("[^A-Z]+", -1)).contains(kind.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(EventKind.class)));

        assertThat(events(format).stream().map(Event::kind).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(told);
    }

    @ParameterizedTest
    @MethodSource("typed")
    void noTimeIsFinerOrCoarserThanItsRowSays(DumpFormat format) throws IOException {
        List<String> words = Arrays.asList(rows().get(format.id()).get(2).split("[^a-z]+", -1));

        assertThat(events(format))
                .extracting(event -> WORDS.get(event.precision()))
                .allSatisfy(word -> assertThat(words).contains(word));
    }

    /** The events of the typed dumps, of a study that does not state their capture and of one that does. */
    private static List<Event> events(DumpFormat format) throws IOException {
        List<Event> events = new ArrayList<>();
        for (byte[] dump : TypedDumps.of(format)) {
            events.addAll(
                    DumpReading.of(new ByteArrayInputStream(dump), format, null).events());
            events.addAll(TypedDumps.withCapture(format, dump));
        }
        return events;
    }

    @Test
    void everyRealDumpIsOfOneFormatAtMost() throws IOException {
        Path folder = RealDumps.file("twitter_v1_stream").getParent();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(json|ndjson|csv)"))
                    .toList()) {
                byte[] head;
                try (var in = Files.newInputStream(file)) {
                    head = in.readNBytes(256 << 10);
                }
                assertThat(DumpFormat.candidates(head)).as(file.toString()).hasSizeLessThanOrEqualTo(1);
            }
        }
    }
}
