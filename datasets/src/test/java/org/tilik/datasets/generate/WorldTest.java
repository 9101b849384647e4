// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorldTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final WorldSettings SETTINGS = WorldSettings.reddit(11, 4_000)
            .with()
            .faults(Faults.each(0.004, 0.02))
            .compression(new Compression(1, 0))
            .build();

    @TempDir
    private static Path folder;

    private static RecordedTruth truth;

    @BeforeAll
    static void writeAWorld() throws IOException {
        truth = new RecordedTruth();
        new World(SETTINGS).writeTo(folder, truth);
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers(@TempDir Path first, @TempDir Path again, @TempDir Path other)
            throws IOException {
        WorldSettings small = bothPlatforms(12, 500);
        new World(small).writeTo(first, new RecordedTruth());
        new World(small).writeTo(again, new RecordedTruth());
        new World(bothPlatforms(13, 500)).writeTo(other, new RecordedTruth());

        assertThat(contents(again)).isEqualTo(contents(first));
        for (String file : List.of("rechecks.csv", "twitter-stream-2024-06-01.tar.zst")) {
            assertThat(contents(other).get(file)).isNotEqualTo(contents(first).get(file));
        }
    }

    private static WorldSettings bothPlatforms(long seed, long items) {
        return WorldSettings.of(seed, items)
                .with()
                .packing(StreamPlan.Packing.TAR_ZST)
                .compression(new Compression(1, 0))
                .build();
    }

    @Test
    void everyBracketHoldsTheTrueTimeAndNoCensoredItemIsSeenAfterItWent() {
        Set<String> firstSeen = new HashSet<>();
        int brackets = 0;
        for (TruthEpisode episode : truth.episodes) {
            TruthItem item = truth.items.get(episode.itemId());
            if (episode.episodeNo() == 1) {
                assertThat(firstSeen.add(episode.itemId())).isTrue();
                assertThat(episode.entryHours()).isZero();
            }
            double posted = item.postedAtUtc().getEpochSecond();
            if (episode.censoring().equals(TruthEpisode.INTERVAL)) {
                brackets++;
                double gone = (item.trueGoneAtUtc().getEpochSecond() - posted) / 3600.0;
                assertThat(gone).as("%s of %s", episode, item).isGreaterThan(episode.lowerHours());
                assertThat(gone).as("%s of %s", episode, item).isLessThanOrEqualTo(episode.upperHours());
                String actor = episode.actor();
                String trueActor =
                        Cause.valueOf(item.trueCause().toUpperCase(Locale.ROOT)).actor();
                assertThat(actor).as("%s of %s", episode, item).isIn("unknown", trueActor);
            }
            if (episode.restoredUpperHours() != null) {
                double restored = (item.trueRestoredAtUtc().getEpochSecond() - posted) / 3600.0;
                assertThat(restored).isGreaterThan(episode.restoredLowerHours());
                assertThat(restored).isLessThanOrEqualTo(episode.restoredUpperHours());
            }
        }
        long inWindow =
                truth.items.values().stream().filter(TruthItem::inWindow).count();
        assertThat(firstSeen).hasSize((int) inWindow);
        assertThat(brackets).isGreaterThan(1000);
        assertThat(truth.episodes).anyMatch(TruthEpisode::unconfirmed);
        assertThat(truth.episodes).anyMatch(episode -> episode.restoredUpperHours() != null);
        assertThat(truth.episodes).anyMatch(episode -> "copyright".equals(episode.reason()));
        assertThat(truth.episodes).anyMatch(episode -> "unknown".equals(episode.actor()));
    }

    @Test
    void everyRecordHasOneDispositionAndTheFilesHoldThatManyRecords() throws IOException {
        for (TruthCounts.FileCounts file : truth.counts.files()) {
            assertThat(file.recordsRead())
                    .isEqualTo(file.items()
                            + file.observations()
                            + file.duplicates()
                            + sum(file.ignored())
                            + sum(file.rejects()));
            Path path = folder.resolve(file.file());
            long records = file.file().endsWith(".zst")
                    ? DumpLines.of(path).size()
                    : Files.readAllLines(path).size() - 1;
            assertThat(records).as(file.file()).isEqualTo(file.recordsRead());
        }
        TruthCounts.FileCounts all = truth.counts.totals();
        long inWindow =
                truth.items.values().stream().filter(TruthItem::inWindow).count();
        assertThat(all.items()).isEqualTo(inWindow);
        assertThat(all.ignored()).containsEntry("outside_window", truth.items.size() - inWindow);
        assertThat(all.duplicates()).isPositive();
        Map<String, Long> planted = new TreeMap<>();
        truth.rejects.forEach(reject -> planted.merge(reject.reason(), 1L, Long::sum));
        assertThat(all.rejects()).isEqualTo(planted);
        for (PlantedFault fault : PlantedFault.values()) {
            if (fault.occursIn(Site.REDDIT) || fault == PlantedFault.MALFORMED_CSV) {
                assertThat(planted).containsKey(fault.reason());
            }
        }
    }

    @Test
    void dumpLinesAreSoundRecordsButForThePlantedOnes() throws IOException {
        Map<String, Map<Long, String>> planted = new HashMap<>();
        truth.rejects.forEach(reject -> planted.computeIfAbsent(reject.sourceFile(), file -> new HashMap<>())
                .put(reject.record(), reject.reason()));
        for (String file : List.of("RS_2024-06.zst", "RC_2024-06.zst")) {
            List<byte[]> lines = DumpLines.of(folder.resolve(file));
            for (int i = 0; i < lines.size(); i++) {
                String reason = planted.get(file).get(i + 1L);
                if (reason == null) {
                    JsonNode record = JSON.readTree(decoded(lines.get(i)));
                    String id = (file.startsWith("RC") ? "t1_" : "t3_")
                            + record.get("id").asText();
                    assertThat(truth.items).containsKey(id);
                    assertThat(record.get("created_utc").asLong())
                            .isEqualTo(truth.items.get(id).postedAtUtc().getEpochSecond());
                    assertThat(record.has("retrieved_on") || record.has("retrieved_utc"))
                            .isTrue();
                } else {
                    assertBroken(reason, lines.get(i));
                }
            }
        }
    }

    private static void assertBroken(String reason, byte[] line) throws IOException {
        String latin = new String(line, StandardCharsets.ISO_8859_1);
        switch (reason) {
            case "malformed_json" -> assertThat(latin).startsWith("{").doesNotEndWith("}");
            case "not_an_object" -> assertThat(JSON.readTree(line).isArray()).isTrue();
            case "missing_id" -> {
                assertThat(JSON.readTree(line).has("id")).isFalse();
                assertThat(JSON.readTree(line).has("name")).isFalse();
            }
            case "bad_timestamp" ->
                assertThat(JSON.readTree(line).get("created_utc").asText()).isEqualTo("last Tuesday");
            case "impossible_time" ->
                assertThat(JSON.readTree(line).get("created_utc").asLong()).isEqualTo(4_102_444_800L);
            case "encoding" -> {
                boolean valid = true;
                try {
                    decoded(line);
                } catch (CharacterCodingException expected) {
                    valid = false;
                }
                assertThat(valid).as("whether the bytes are valid UTF-8").isFalse();
            }
            default -> throw new AssertionError("unexpected reason in a dump: " + reason);
        }
    }

    @Test
    void whatTheDumpShowsOfARemovedItemIsTheStubThatRedditLeaves() throws IOException {
        Set<String> bodies = new HashSet<>();
        Set<String> categories = new HashSet<>();
        Set<String> metas = new HashSet<>();
        Set<String> removalTypes = new HashSet<>();
        for (JsonNode record : soundRecords("RC_2024-06.zst")) {
            TruthItem item = truth.items.get("t1_" + record.get("id").asText());
            String body = record.get("body").asText();
            if (body.startsWith("[")) {
                bodies.add(body);
                assertThat(item.trueGoneAtUtc()).isNotNull();
            }
        }
        for (JsonNode record : soundRecords("RS_2024-06.zst")) {
            JsonNode category = record.get("removed_by_category");
            if (!category.isNull()) {
                categories.add(category.asText());
            }
            record.get("_meta").fieldNames().forEachRemaining(metas::add);
            if (record.get("_meta").has("removal_type")) {
                removalTypes.add(record.get("_meta").get("removal_type").asText());
            }
        }
        assertThat(bodies).containsExactlyInAnyOrder("[removed]", "[deleted]", "[ Removed by Reddit ]");
        assertThat(categories).contains("automod_filtered");
        assertThat(metas)
                .contains("was_deleted_later", "was_initially_deleted", "removal_type", "retrieved_2nd_on", "note");
        assertThat(removalTypes).contains("moderator", "deleted", "content_takedown", "copyright_takedown");
    }

    @Test
    void onlyFictionalNamesOccur() throws IOException {
        StringBuilder everything = new StringBuilder();
        for (String file : List.of("RS_2024-06.zst", "RC_2024-06.zst")) {
            for (JsonNode record : soundRecords(file)) {
                everything.append(record.path("title").asText()).append('\n');
                everything.append(record.path("selftext").asText()).append('\n');
                everything.append(record.path("body").asText()).append('\n');
                assertThat(record.get("id").asText()).startsWith("sim");
            }
        }
        assertThat(everything.toString())
                .contains("Lembah Sari", "Grey Harbour", "Port Gris", "الميناء الرمادي")
                .doesNotContainIgnoringCase(
                        "qaeda",
                        "daesh",
                        "islamic state",
                        "taliban",
                        "boko haram",
                        "jemaah",
                        "hamas",
                        "hezbollah",
                        "atomwaffen",
                        "proud boys",
                        "national front",
                        "front national",
                        "generation identity",
                        "identitaire",
                        "القاعدة",
                        "داعش",
                        "حماس");
    }

    @Test
    void recordsOfEarlierErasWriteTimesInOtherTypes() throws IOException {
        boolean text = false;
        boolean otherName = false;
        for (JsonNode record : soundRecords("RC_2024-06.zst")) {
            text |= record.get("created_utc").isTextual();
            otherName |= record.has("retrieved_utc");
        }
        assertThat(text).isTrue();
        assertThat(otherName).isTrue();
        assertThat(soundRecords("RS_2024-06.zst"))
                .allMatch(record -> record.get("created_utc").isFloatingPointNumber());
    }

    @Test
    void memoryDoesNotGrowWithTheNumberOfItems(@TempDir Path big) throws IOException {
        WorldSettings many = bothPlatforms(3, 20_000);
        TruthSummary summary = new TruthSummary();
        long before = usedAfterCollection();
        new World(many).writeTo(big, summary);
        long grown = usedAfterCollection() - before;
        assertThat(summary.toJson()).contains("\"median_hours\"");
        // The files are some 20 MB; what is left behind must not be of that order.
        assertThat(grown).isLessThan(2_000_000L);
    }

    @Test
    void aMonthBoundaryStartsNewFiles(@TempDir Path two) throws IOException {
        Period turn = new Period(
                SETTINGS.posted().until().minus(Duration.ofDays(5)),
                SETTINGS.posted().until().plus(Duration.ofDays(5)));
        WorldSettings twoMonths =
                WorldSettings.reddit(5, 300).with().posted(turn).window(turn).build();
        RecordedTruth recorded = new RecordedTruth();
        new World(twoMonths).writeTo(two, recorded);
        assertThat(recorded.counts.files().stream().map(TruthCounts.FileCounts::file))
                .containsExactly(
                        "RC_2024-06.zst",
                        "RC_2024-07.zst",
                        "RS_2024-06.zst",
                        "RS_2024-07.zst",
                        "rechecks.csv",
                        "referrals.csv");
        assertThat(Files.readString(two.resolve("study.yaml"))).contains("RC_2024-07.zst");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 27, 31})
    void theWindowAskedForStandsInTheFrameHeader(int windowLog, @TempDir Path wide) throws IOException {
        WorldSettings settings = WorldSettings.reddit(5, 20)
                .with()
                .compression(new Compression(1, windowLog))
                .build();
        RecordedTruth recorded = new RecordedTruth();
        new World(settings).writeTo(wide, recorded);
        byte[] header = Files.readAllBytes(wide.resolve("RS_2024-06.zst"));
        // RFC 8878: after magic number and frame descriptor, the window descriptor's upper five bits are log - 10.
        assertThat((header[5] & 0xFF) >>> 3).isEqualTo(windowLog - 10);
        assertThat(DumpLines.of(wide.resolve("RS_2024-06.zst")))
                .hasSize((int) recorded.counts.files().get(1).recordsRead());
    }

    private static List<JsonNode> soundRecords(String file) throws IOException {
        Set<Long> bad = new HashSet<>();
        truth.rejects.stream()
                .filter(reject -> reject.sourceFile().equals(file))
                .forEach(reject -> bad.add(reject.record()));
        List<byte[]> lines = DumpLines.of(folder.resolve(file));
        List<JsonNode> records = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!bad.contains(i + 1L)) {
                records.add(JSON.readTree(lines.get(i)));
            }
        }
        return records;
    }

    private static String decoded(byte[] line) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long usedAfterCollection() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static Map<String, String> contents(Path root) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(
                        root.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}
