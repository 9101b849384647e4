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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tilik.datasets.generate.Look.Outcome;

/**
 * Reads the files back with nothing but the format rules and the known bad records, and finds the episodes and
 * dispositions that the truth names: what the generator knows and what it writes are the same story.
 */
class FilesTellTheTruthTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, List<Look>> looks = new HashMap<>();
    private final Map<String, Long> posted = new HashMap<>();
    private long duplicates;
    private long observations;

    @ParameterizedTest
    @EnumSource(ArchiveStyle.class)
    void episodesAndDispositionsFollowFromTheFilesAlone(ArchiveStyle style, @TempDir Path folder) throws IOException {
        WorldSettings settings = WorldSettings.reddit(23, 3_000)
                .with()
                .styles(style, style)
                .faults(Faults.each(0.003, 0.02))
                .compression(new Compression(1, 0))
                .build();
        RecordedTruth truth = new RecordedTruth();
        new World(settings).writeTo(folder, truth);

        readDump(folder, "RS_2024-06.zst", "t3_", settings.window(), truth);
        readDump(folder, "RC_2024-06.zst", "t1_", settings.window(), truth);
        readRechecks(folder);
        observations += Files.readAllLines(folder.resolve("referrals.csv")).size() - 1;

        List<TruthEpisode> found = new ArrayList<>();
        posted.forEach((id, at) -> {
            List<Look> inOrder = looks.get(id);
            inOrder.sort(Comparator.comparingLong(Look::at));
            found.addAll(ExpectedEpisodes.of(
                    new ExpectedEpisodes.Subject(
                            "reddit", id, truth.items.get(id).kind(), at),
                    at,
                    inOrder));
        });
        assertThat(found).containsExactlyInAnyOrderElementsOf(truth.episodes);
        TruthCounts.FileCounts all = truth.counts.totals();
        assertThat(posted).hasSize((int) all.items());
        assertThat(observations).isEqualTo(all.observations());
        assertThat(duplicates).isEqualTo(all.duplicates());
    }

    private void readDump(Path folder, String file, String prefix, Period window, RecordedTruth truth)
            throws IOException {
        Set<Long> bad = new HashSet<>();
        truth.rejects.stream()
                .filter(reject -> reject.sourceFile().equals(file))
                .forEach(reject -> bad.add(reject.record()));
        Set<String> seen = new HashSet<>();
        long number = 0;
        for (byte[] line : DumpLines.of(folder.resolve(file))) {
            number++;
            if (bad.contains(number)) {
                continue;
            }
            if (!seen.add(text(line))) {
                duplicates++;
                continue;
            }
            JsonNode record = JSON.readTree(line);
            long created = record.get("created_utc").asLong() * 1000;
            if (!window.contains(created / 1000)) {
                continue;
            }
            String id = prefix + record.get("id").asText();
            if (posted.put(id, created) != null) {
                observations++;
            }
            looks.computeIfAbsent(id, key -> new ArrayList<>()).addAll(looksOf(record, prefix.equals("t1_")));
        }
    }

    private static List<Look> looksOf(JsonNode record, boolean comment) {
        JsonNode meta = record.path("_meta");
        String look = record.has("retrieved_on") ? "retrieved_on" : "retrieved_utc";
        long first = record.get(look).asLong() * 1000;
        String type = meta.path("removal_type").asText(null);
        String stub = comment
                ? commentStub(record)
                : record.get("removed_by_category").asText(null);
        boolean initially = meta.path("was_initially_deleted").asBoolean();
        boolean later = meta.path("was_deleted_later").asBoolean();
        Look firstLook = initially || (stub != null && !"null".equals(stub))
                ? gone(first, initially ? type : stub)
                : Look.alive(first, Look.Source.ARCHIVE);
        if (!meta.has("retrieved_2nd_on")) {
            return List.of(firstLook);
        }
        long second = meta.get("retrieved_2nd_on").asLong() * 1000;
        if (initially) {
            return List.of(firstLook, Look.alive(second, Look.Source.ARCHIVE));
        }
        if (later) {
            return List.of(firstLook, gone(second, type));
        }
        return List.of(
                firstLook,
                new Look(second, firstLook.outcome(), firstLook.actor(), firstLook.reason(), Look.Source.ARCHIVE));
    }

    private static String commentStub(JsonNode record) {
        return switch (record.get("body").asText()) {
            case "[removed]" -> "removed";
            case "[deleted]" -> "deleted";
            case "[ Removed by Reddit ]" -> "removed by reddit";
            default -> null;
        };
    }

    private static Look gone(long at, String word) {
        String actor = switch (word) {
            case "removed", "moderator", "automod_filtered" -> "community_mod";
            case "removed by reddit", "reddit", "content_takedown", "anti_evil_ops", "community_ops" -> "platform";
            case "deleted", "author" -> "author";
            case "copyright_takedown" -> "legal_order";
            default -> throw new AssertionError("unknown removal word " + word);
        };
        return new Look(
                at, Outcome.GONE, actor, word.equals("copyright_takedown") ? "copyright" : null, Look.Source.ARCHIVE);
    }

    private void readRechecks(Path folder) throws IOException {
        Set<String> seen = new HashSet<>();
        List<String> rows = Files.readAllLines(folder.resolve("rechecks.csv"));
        for (String row : rows.subList(1, rows.size())) {
            List<String> cells = Arrays.asList(row.split(",", -1));
            if (cells.size() < 6) {
                continue;
            }
            if (!seen.add(row)) {
                duplicates++;
                continue;
            }
            observations++;
            long at = Instant.parse(cells.get(2)).toEpochMilli();
            boolean explicit = cells.get(4).equals("410") || cells.get(4).equals("451");
            Outcome outcome = switch (cells.get(3)) {
                case "alive" -> Outcome.ALIVE;
                case "gone" -> explicit ? Outcome.GONE : Outcome.ABSENT;
                default -> Outcome.BLOCKED;
            };
            String actor = cells.get(5).isEmpty() ? null : cells.get(5);
            looks.get(cells.get(1)).add(new Look(at, outcome, actor, null, Look.Source.RECHECK));
        }
    }

    private static String text(byte[] line) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
    }
}
