// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tilik.datasets.generate.Look.Outcome;
import org.tilik.datasets.generate.StreamPlan.Packing;

/**
 * Reads the recorded stream back with nothing but the rules of its format and the known bad records, and finds the
 * episodes and dispositions that the truth names.
 */
class StreamTellsTheTruthTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy/MM/dd/HH/mm");

    private final Map<String, List<Look>> looks = new HashMap<>();
    private final Map<String, String> kinds = new HashMap<>();
    private final Set<String> topLevel = new HashSet<>();
    private final Set<String> deleted = new HashSet<>();
    private final Set<Long> minutes = new TreeSet<>();
    private final Map<String, Long> dispositions = new HashMap<>();

    private Period window;
    private Set<String> bad;

    @ParameterizedTest
    @CsvSource({"3000, 1, TAR", "3000, 1, TAR_ZST", "60000, 0.01, TAR_GZ"})
    void episodesAndDispositionsFollowFromTheFilesAlone(
            long items, double sampling, Packing packing, @TempDir Path folder) throws IOException {
        Period days = new Period(Instant.parse("2024-06-27T20:00:00Z"), Instant.parse("2024-06-29T10:00:00Z"));
        WorldSettings start = WorldSettings.twitter(23, items);
        StreamPlan plan = start.stream();
        WorldSettings settings = start.with().posted(days).stream(
                        new StreamPlan(days, sampling, List.of(), packing, 0.5, plan.withheld(), plan.rechecked()))
                .gaps(3)
                .faults(Faults.each(0.01, 0.02))
                .build();
        RecordedTruth truth = new RecordedTruth();
        new World(settings).writeTo(folder, truth);
        window = settings.window();
        bad = new HashSet<>();
        truth.rejects.forEach(reject -> bad.add(reject.sourceMember() + " " + reject.record()));

        for (Path archive : StreamMembers.archives(folder)) {
            for (Map.Entry<String, String> member : StreamMembers.of(archive).entrySet()) {
                readMinute(member.getKey(), member.getValue());
            }
        }
        readRechecks(folder);

        List<TruthEpisode> found = new ArrayList<>();
        kinds.forEach((id, kind) -> found.addAll(episodes(id, kind)));
        assertThat(found).containsExactlyInAnyOrderElementsOf(truth.episodes);
        assertThat(found).anyMatch(episode -> episode.censoring().equals("exact"));
        assertThat(found).anyMatch(episode -> episode.episodeNo() > 1);
        Map<String, Long> planned = new HashMap<>();
        truth.events.stream()
                .filter(event -> event.sourceFile().startsWith("twitter-stream"))
                .forEach(event -> planned.merge(event.disposition(), 1L, Long::sum));
        assertThat(dispositions).isEqualTo(planned);
        assertThat(truth.counts.onlyEmbedded())
                .isEqualTo(kinds.size() - planned.get("item"))
                .isPositive();
        deleted.removeAll(kinds.keySet());
        assertThat(truth.counts.unmatchedRemovals()).isEqualTo(deleted.size()).isPositive();
        Set<String> planted = new TreeSet<>();
        truth.rejects.forEach(reject -> planted.add(reject.reason()));
        for (PlantedFault fault : PlantedFault.values()) {
            assertThat(planted).contains(fault.reason());
        }
    }

    private void readMinute(String name, String text) throws IOException {
        long minute = LocalDateTime.parse(name.substring(0, 16), MINUTE).toEpochSecond(ZoneOffset.UTC) / 60;
        minutes.add(minute);
        Set<String> seen = new HashSet<>();
        long number = 0;
        for (String line : StreamMembers.lines(text)) {
            number++;
            if (bad.contains(name + " " + number)) {
                count("rejected");
                continue;
            }
            JsonNode record = JSON.readTree(line);
            long at = readRecord(record, !seen.add(line));
            assertThat(at / 60_000).as(line).isEqualTo(minute);
        }
    }

    /** Takes a record; returns the millisecond that it states. */
    private long readRecord(JsonNode record, boolean again) {
        for (String notice : List.of("delete", "status_withheld", "limit")) {
            if (record.has(notice)) {
                readNotice(notice, record.get(notice));
                return record.get(notice).get("timestamp_ms").asLong();
            }
        }
        long at = record.get("timestamp_ms").asLong();
        String id = record.get("id_str").asText();
        assertThat(postedAt(id)).isEqualTo(at);
        if (!isInWindow(at)) {
            count("ignored");
        } else if (again) {
            count("duplicate");
        } else {
            count("item");
            topLevel.add(id);
        }
        see(record, at);
        for (String path : List.of("/retweeted_status", "/quoted_status", "/retweeted_status/quoted_status")) {
            if (!record.at(path).isMissingNode()) {
                see(record.at(path), at);
            }
        }
        return at;
    }

    private void readNotice(String notice, JsonNode content) {
        JsonNode status = content.path("status");
        String id = status.path("id_str").asText(content.path("id").asText());
        boolean counts = !notice.equals("limit") && isInWindow(postedAt(id));
        count(counts ? "observation" : "ignored");
        if (notice.equals("delete") && counts) {
            deleted.add(id);
            looks.computeIfAbsent(id, key -> new ArrayList<>())
                    .add(Look.notice(content.get("timestamp_ms").asLong()));
        }
    }

    private void see(JsonNode status, long at) {
        String id = status.get("id_str").asText();
        if (!isInWindow(postedAt(id))) {
            return;
        }
        String kind = "post";
        if (status.has("retweeted_status")) {
            kind = "share";
        } else if (status.has("quoted_status_id")) {
            kind = "quote";
        } else if (!status.get("in_reply_to_status_id").isNull()) {
            kind = "reply";
        }
        kinds.put(id, kind);
        List<Look> all = looks.computeIfAbsent(id, key -> new ArrayList<>());
        if (all.isEmpty() || all.get(all.size() - 1).at() != at) {
            all.add(Look.alive(at, Look.Source.ARCHIVE));
        }
    }

    private boolean isInWindow(long ms) {
        return window.contains(Math.floorDiv(ms, 1000));
    }

    private static long postedAt(String id) {
        return (Long.parseLong(id) >> 22) + 1_288_834_974_657L;
    }

    private void count(String disposition) {
        dispositions.merge(disposition, 1L, Long::sum);
    }

    private void readRechecks(Path folder) throws IOException {
        Set<String> seen = new HashSet<>();
        List<String> rows = Files.readAllLines(folder.resolve("rechecks.csv"));
        for (String row : rows.subList(1, rows.size())) {
            List<String> cells = Arrays.asList(row.split(",", -1));
            if (cells.size() < 6 || !seen.add(row)) {
                continue;
            }
            boolean explicit = cells.get(4).equals("410") || cells.get(4).equals("451");
            Outcome outcome = switch (cells.get(3)) {
                case "alive" -> Outcome.ALIVE;
                case "gone" -> explicit ? Outcome.GONE : Outcome.ABSENT;
                default -> Outcome.BLOCKED;
            };
            String actor = cells.get(5).isEmpty() ? null : cells.get(5);
            long at = Instant.parse(cells.get(2)).toEpochMilli();
            looks.get(cells.get(1)).add(new Look(at, outcome, actor, null, Look.Source.RECHECK));
        }
    }

    /** What the looks come to; the stream was down in the minutes that are not there. */
    private List<TruthEpisode> episodes(String id, String kind) {
        List<Look> seen = looks.get(id);
        seen.sort(Comparator.comparingLong(Look::at).thenComparing(Look::outcome));
        ExpectedEpisodes.Subject subject = new ExpectedEpisodes.Subject("twitter", id, kind, postedAt(id));
        return topLevel.contains(id)
                ? ExpectedEpisodes.ofNotified(subject, seen.get(0).at(), seen, recorded())
                : ExpectedEpisodes.ofEmbedded(subject, seen.get(0).at(), seen);
    }

    private StreamPlan recorded() {
        List<Period> gaps = new ArrayList<>();
        Long before = null;
        for (long minute : minutes) {
            if (before != null && minute > before + 1) {
                gaps.add(new Period(Instant.ofEpochSecond((before + 1) * 60), Instant.ofEpochSecond(minute * 60)));
            }
            before = minute;
        }
        Instant first = Instant.ofEpochSecond(minutes.iterator().next() * 60);
        return new StreamPlan(
                new Period(first, Instant.ofEpochSecond((before + 1) * 60)), 1, gaps, Packing.TAR, 0, 0, 0);
    }
}
