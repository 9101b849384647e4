// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tilik.formats.DumpFormat;
import org.tilik.model.Platform;
import org.tilik.model.table.ObservationRow;
import org.tilik.pipeline.ingest.ExportedChannel.Export;
import org.tilik.pipeline.ingest.ExportedChannel.Message;

/** Simulated channels, exported a few times in several ways, of which every removal is known. */
class ComparedExportsTest {
    private static final int NUMBERS = 120;
    private static final int EXPORTS = 5;

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static MergedCaptures merged(ExportedChannel channel) {
        MergedCaptures captures = new MergedCaptures();
        for (Export export : channel.exports) {
            captures.decode(
                    export.format(), export.file(), export.capturedAt(), export.isComplete(), 1, export.records());
        }
        return captures;
    }

    private static boolean isLook(Export export) {
        return export.isComplete() && !export.isDamaged();
    }

    private static OptionalLong lastSeen(ExportedChannel channel, Message message) {
        long last = Long.MIN_VALUE;
        for (Export export : channel.exports) {
            int place = export.seen().indexOf(message);
            last = place < 0 ? last : Math.max(last, export.seenAt().get(place));
        }
        return last == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(last);
    }

    /** The first export that would have shown the message after it was last seen, and does not. */
    private static Optional<Export> firstWithout(ExportedChannel channel, Message message) {
        OptionalLong seen = lastSeen(channel, message);
        return channel.exports.stream()
                .filter(export -> seen.isPresent()
                        && isLook(export)
                        && export.from() > seen.getAsLong()
                        && export.covers(message))
                .findFirst();
    }

    private static List<ObservationRow> gone(MergedCaptures captures, Message message) {
        return captures.of(Platform.TELEGRAM, message.itemId()).stream()
                .filter(row -> "GONE".equals(row.outcome()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyRemovalThatExportsShowLiesInItsBracketAndNoneIsInvented(long seed) {
        ExportedChannel channel = new ExportedChannel(seed, NUMBERS, EXPORTS);
        MergedCaptures captures = merged(channel);
        MergeTally tally = captures.merge();

        long missing = 0;
        for (Message message : channel.messages) {
            Optional<Export> without = firstWithout(channel, message);
            List<ObservationRow> rows = gone(captures, message);
            if (message.isService() || without.isEmpty()) {
                assertThat(rows).isEmpty();
                continue;
            }
            missing++;
            long lastSeen = lastSeen(channel, message).orElseThrow();
            assertThat(message.goneAt()).isBetween(lastSeen + 1, without.get().until());
            assertThat(rows).hasSizeBetween(1, 2).allSatisfy(row -> {
                assertThat(row.isExplicit()).isFalse();
                assertThat(row.isOneSided()).isFalse();
                assertThat(row.actor()).isEqualTo("UNKNOWN");
            });
            assertThat(rows.get(0).timeHiUtc())
                    .isEqualTo(Instant.ofEpochSecond(without.get().until()));
        }
        assertThat(tally.comparisons().missing()).isEqualTo(missing);
        assertThat(tally.comparisons().contradicted()).isZero();
        assertThat(tally.comparisons().looks())
                .isEqualTo(channel.exports.stream()
                        .filter(ComparedExportsTest::isLook)
                        .count());
    }

    @Test
    void aMessageOfAKindThatNobodyKnowsIsNotMissingAndTheOthersAreLookedFor() {
        Instant first = Instant.parse("2024-06-01T00:00:00Z");
        Instant second = Instant.parse("2024-06-02T00:00:00Z");
        List<String> before = new ArrayList<>();
        for (int number = 1; number <= 5; number++) {
            before.add(ExportedChannel.desktop(
                    new Message(number, false, first.getEpochSecond() - 100 + number, ExportedChannel.NEVER)));
        }
        List<String> after = new ArrayList<>(before);
        after.remove(3);
        after.set(1, before.get(1).replace("\"type\":\"message\"", "\"type\":\"unsupported\""));
        MergedCaptures captures = new MergedCaptures();
        captures.decode(DumpFormat.TELEGRAM_DESKTOP, "a.json", first, true, 1, before);
        captures.decode(DumpFormat.TELEGRAM_DESKTOP, "b.json", second, true, 1, after);
        MergeTally tally = captures.merge();

        assertThat(captures.observations.stream().filter(row -> "GONE".equals(row.outcome())))
                .singleElement()
                .satisfies(row -> assertThat(row.itemKey())
                        .isEqualTo(MergedCaptures.PSEUDONYMISER.pseudonym(
                                Platform.TELEGRAM, ExportedChannel.CHANNEL + "/4")));
        assertThat(tally.comparisons().looks()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoIsStillThereIsTakenAsLookedForInExportsThatWouldHaveToldAndAsMetInOthers(long seed) {
        ExportedChannel channel = new ExportedChannel(seed, NUMBERS, EXPORTS);
        MergedCaptures captures = merged(channel);
        captures.merge();

        for (Message message : channel.messages) {
            for (ObservationRow row : captures.of(Platform.TELEGRAM, message.itemId())) {
                if ("ALIVE".equals(row.outcome())) {
                    Export export = channel.exports.stream()
                            .filter(one -> one.file().equals(row.sourceFile()))
                            .findFirst()
                            .orElseThrow();
                    assertThat(row.isOneSided()).isEqualTo(!(isLook(export) && export.covers(message)));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void numbersThatNoExportFillsAreNoItemsAndAreCounted(long seed) {
        ExportedChannel channel = new ExportedChannel(seed, NUMBERS, EXPORTS);
        MergedCaptures captures = merged(channel);
        MergeTally tally = captures.merge();

        long seen = channel.messages.stream()
                .filter(message ->
                        !message.isService() && lastSeen(channel, message).isPresent())
                .count();
        long numbers = channel.messages.stream()
                .filter(message -> channel.exports.stream()
                        .anyMatch(export -> isLook(export) && (export.shows(message) || export.covers(message))))
                .count();
        assertThat(captures.items).hasSize((int) seen);
        assertThat(tally.comparisons().numbers()).isEqualTo(numbers);
        assertThat(tally.comparisons().numbersWithItem()).isBetween(0L, Math.min(seen, numbers));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theOrderOfFilesAndTheCutIntoPartsChangeNothing(long seed) {
        ExportedChannel channel = new ExportedChannel(seed, NUMBERS, EXPORTS);
        MergedCaptures inOrder = merged(channel);
        MergeTally expected = inOrder.merge();

        Random random = new Random(seed);
        List<Export> shuffled = new ArrayList<>(channel.exports);
        Collections.shuffle(shuffled, random);
        MergedCaptures inParts = new MergedCaptures();
        for (Export export : shuffled) {
            List<String> records = export.records();
            for (int from = 0, to; from < records.size(); from = to) {
                to = Math.min(records.size(), from + 1 + random.nextInt(40));
                inParts.decode(
                        export.format(),
                        export.file(),
                        export.capturedAt(),
                        export.isComplete(),
                        from + 1L,
                        records.subList(from, to));
            }
        }

        assertThat(inParts.merge()).isEqualTo(expected);
        assertThat(inParts.isSameAs(inOrder)).isTrue();
    }
}
