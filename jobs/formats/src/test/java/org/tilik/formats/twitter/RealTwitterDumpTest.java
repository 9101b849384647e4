// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tilik.formats.Decoded;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.RealDumps;
import org.tilik.formats.RecordBlock;
import org.tilik.formats.container.DumpHead;
import org.tilik.formats.container.ReadLimits;
import org.tilik.formats.container.RecordBlockReader;
import org.tilik.model.Event;
import org.tilik.model.EventKind;
import org.tilik.model.TimePrecision;

/** Real lines of the public sample stream of 2010 and 2016; see the SOURCE.txt beside them. */
class RealTwitterDumpTest {
    private static final String FOLDER = "real/twitter_stream_sample/";
    private static final List<String> OF_2016 = List.of("stream_2016-04-27.ndjson", "stream_2016-11-18.ndjson");
    private static final List<String> OF_2010 = List.of("stream_2010-04-09.ndjson", "stream_2010-04-19.ndjson");
    private static final double HOURS_PER_DAY = 24;

    @ParameterizedTest
    @ValueSource(
            strings = {
                FOLDER + "stream_2010-04-09.ndjson",
                FOLDER + "stream_2016-04-27.ndjson",
                "twitter_v1_stream/spritzer_2010-04-19_delete_oldshape.ndjson",
                "twitter_v1_stream/spritzer_2016-11-18_sample.ndjson",
                "twitter_v1_stream/withheld_notices_documentation.ndjson"
            })
    void theFilesAreRecognisedByTheirKeys(String name) throws IOException {
        try (InputStream in = Files.newInputStream(RealDumps.file(name))) {
            assertThat(DumpFormat.sniff(DumpHead.read(in, DumpHead.USUAL_BYTES).bytes()))
                    .hasValueSatisfying(sniffed -> assertThat(sniffed.format()).isEqualTo(DumpFormat.TWITTER_V1));
        }
    }

    @Test
    void everyRealRecordIsUnderstood() throws IOException {
        assertThat(primaries(OF_2016)).containsEntry(EventKind.SHARE, 438L).containsEntry(EventKind.REMOVAL, 157L);
        assertThat(primaries(OF_2016).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(1236);
        assertThat(primaries(OF_2010)).containsEntry(EventKind.SHARE, 13L).containsEntry(EventKind.REMOVAL, 11L);
        assertThat(primaries(OF_2010).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(200);
    }

    private static Map<EventKind, Long> primaries(List<String> names) throws IOException {
        return read(names).stream()
                .filter(Event::primary)
                .collect(Collectors.groupingBy(Event::kind, Collectors.counting()));
    }

    @Test
    void deletionsOf2016HaveExactTimesAndAllButTwoAnAge() throws IOException {
        List<Event> removals = removals(OF_2016);
        assertThat(removals).hasSize(157).allSatisfy(removal -> {
            assertThat(removal.timeLo()).isEqualTo(removal.timeHi());
            assertThat(removal.precision()).isEqualTo(TimePrecision.MILLI);
        });
        List<Double> ages = removals.stream()
                .filter(removal -> removal.idTime() != null)
                .map(removal ->
                        Duration.between(removal.idTime(), removal.timeHi()).toMillis() / 3_600_000.0)
                .sorted()
                .toList();
        assertThat(ages).hasSize(155);
        assertThat(ages.get(77) / HOURS_PER_DAY).isBetween(38.95, 39.05);
        assertThat(ages.stream().filter(age -> age < 1)).hasSize(27);
    }

    @Test
    void fourDeletionsAreOfStatusesOfTheSameCapture() throws IOException {
        Set<String> delivered = read(OF_2016).stream()
                .filter(event -> event.kind().isExistence() && event.primary())
                .map(Event::itemId)
                .collect(Collectors.toSet());
        assertThat(removals(OF_2016))
                .filteredOn(removal -> delivered.contains(removal.itemId()))
                .hasSize(4);
    }

    @Test
    void everyStatusAndEveryDeletedIdOf2016IsOneThatTheSampleTakesAndTheOriginalsAreNot() throws IOException {
        List<Event> events = read(OF_2016);
        assertThat(events)
                .filteredOn(event -> event.primary() && event.kind().isExistence())
                .allSatisfy(event -> {
                    assertThat(event.notified()).isTrue();
                    assertThat(event.capturedAt()).isEqualTo(event.timeHi());
                });
        assertThat(removals(OF_2016))
                .allSatisfy(removal -> assertThat(Snowflake.mayBeSampled(Long.parseLong(removal.itemId())))
                        .isTrue());
        assertThat(events)
                .filteredOn(Event::fromEmbedded)
                .noneSatisfy(event -> assertThat(event.notified()).isTrue());
    }

    @Test
    void aRetweetTellsOfItsOriginalAndOfTheCountsOfThatMoment() throws IOException {
        Map<String, List<Event>> byPlace = new HashMap<>();
        for (Event event : read(OF_2016)) {
            byPlace.computeIfAbsent(event.source().file() + event.source().record(), key -> new ArrayList<>())
                    .add(event);
        }
        List<List<Event>> retweets = byPlace.values().stream()
                .filter(events -> events.get(0).kind() == EventKind.SHARE)
                .toList();
        assertThat(retweets).hasSize(438).allSatisfy(events -> {
            Event original = events.get(1);
            assertThat(original.itemId()).isEqualTo(events.get(0).originId());
            assertThat(original.fromEmbedded()).isTrue();
            assertThat(original.text()).isNotBlank();
            assertThat(events.get(2).kind()).isEqualTo(EventKind.COUNTS);
            assertThat(events.get(2).itemId()).isEqualTo(original.itemId());
            assertThat(events.get(2).timeHi()).isEqualTo(events.get(0).capturedAt());
        });
    }

    @Test
    void everyStatusOfBothYearsStatesTheFollowersOfItsAuthor() throws IOException {
        for (List<String> year : List.of(OF_2010, OF_2016)) {
            assertThat(read(year))
                    .filteredOn(event -> event.kind().isExistence())
                    .isNotEmpty()
                    .allSatisfy(event -> assertThat(event.accountFollowers()).isNotNull());
        }
    }

    @Test
    void deletionsOf2010HaveNeitherTimeNorAge() throws IOException {
        assertThat(removals(OF_2010)).hasSize(11).allSatisfy(removal -> {
            assertThat(removal.timeHi()).isNull();
            assertThat(removal.idTime()).isNull();
            assertThat(removal.accountId()).isNotNull();
        });
    }

    private static List<Event> removals(List<String> names) throws IOException {
        return read(names).stream()
                .filter(event -> event.kind() == EventKind.REMOVAL && event.primary())
                .toList();
    }

    private static List<Event> read(List<String> names) throws IOException {
        List<Event> events = new ArrayList<>();
        TwitterDecoder decoder = new TwitterDecoder(new DecoderSettings(null, null, new byte[0], 0.01));
        for (String name : names) {
            InputStream in = Files.newInputStream(RealDumps.file(FOLDER + name));
            try (RecordBlockReader reader =
                    RecordBlockReader.open(in, name, DumpFormat.TWITTER_V1.cut(), ReadLimits.DEFAULT)) {
                for (RecordBlock block = reader.next().orElse(null);
                        block != null;
                        block = reader.next().orElse(null)) {
                    assertThat(block.problems()).isEmpty();
                    for (int i = 0; i < block.size(); i++) {
                        Decoded decoded = decoder.decode(block.record(i));
                        assertThat(decoded).isInstanceOf(Decoded.Events.class);
                        events.addAll(((Decoded.Events) decoded).events());
                    }
                }
            }
        }
        return events;
    }
}
