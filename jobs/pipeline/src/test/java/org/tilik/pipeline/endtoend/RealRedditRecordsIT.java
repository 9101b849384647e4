// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.model.Platform;
import org.tilik.model.Pseudonymiser;
import org.tilik.model.table.EpisodeRow;
import org.tilik.pipeline.study.IngestCounts;
import org.tilik.pipeline.table.Table;

/**
 * Real lines of Pushshift and Arctic Shift dumps from 2005 to 2024, from file to episode.
 *
 * <p>They hold people's words and so are no part of this repository; they lie beside it where the project is developed
 * and checked. What each must come out as was read off the records by a script of its own, outside of this program: in
 * {@code real-reddit-episodes.csv}, as numbers.
 */
class RealRedditRecordsIT {
    private static final Path DUMPS = Path.of("..", "..", "..", "shared", "dumps", "reddit_arctic_shift");
    private static final String KEY = "fictional secret";
    private static final int RECORDS = 27 + 31 + 1;

    @TempDir
    private static Path temp;

    private static Output output;

    @BeforeAll
    static void runOnTheRealRecords() throws IOException {
        boolean present = Files.isDirectory(DUMPS);
        if (!present && System.getenv("CI") != null) {
            fail("CI must have the real dump records, but " + DUMPS + " is missing");
        }
        assumeTrue(present, "no real dump records beside this repository");
        Path dumps = DUMPS.toRealPath();
        Files.writeString(temp.resolve("my.key"), KEY + "\n");
        String study = Files.writeString(temp.resolve("real.yaml"), """
                        study: real-records
                        inputs:
                          - path: %1$s/*.zst
                          - path: %1$s/*.ndjson
                        track: {all: true}
                        strata: []
                        privacy: {key_file: my.key}
                        max_reject_share: 0
                        """.formatted(dumps))
                .toString();
        output = new Output(temp.resolve("out"));
        Invocation.succeeding("run", study, "--output", output.toString(), "--parallelism", "2");
    }

    @Test
    void everyRecordIsUnderstoodAndTheUnpackedCopiesAreDuplicates() {
        IngestCounts counts = output.counts();

        assertThat(counts.items()).isEqualTo(RECORDS);
        assertThat(counts.duplicates()).isEqualTo(27 + 31);
        assertThat(counts.recordsRead()).isEqualTo(RECORDS + 27 + 31);
        assertThat(counts.rejects()).isEmpty();
        assertThat(counts.ignored()).isEmpty();
        assertThat(counts.balanced()).isTrue();
    }

    @Test
    void everyEpisodeIsWhatTheRecordSays() throws IOException {
        Pseudonymiser key = new Pseudonymiser(KEY.getBytes(StandardCharsets.UTF_8));
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> ids = new LinkedHashMap<>();
        for (String line : expectations()) {
            String id = line.substring(0, line.indexOf(','));
            ids.put(key.pseudonym(Platform.REDDIT, id), id);
            expected.put(id, line.substring(id.length() + 1));
        }
        Map<String, String> found = new TreeMap<>();
        for (EpisodeRow row : output.rows(Table.EPISODES)) {
            assertThat(row.entryHours()).isZero();
            assertThat(row.isConfirmed()).isTrue();
            found.put(
                    ids.get(row.itemKey()),
                    String.join(
                            ",",
                            row.kind().toLowerCase(Locale.ROOT),
                            row.status(),
                            seconds(row.lowerHours()),
                            seconds(row.upperHours()),
                            row.cause() == null ? "" : row.cause()));
        }
        assertThat(found).isEqualTo(expected).hasSize(RECORDS);
    }

    private static String seconds(Double hours) {
        return hours == null ? "" : Long.toString(Math.round(hours * 3600));
    }

    private static List<String> expectations() throws IOException {
        try (InputStream in = RealRedditRecordsIT.class.getResourceAsStream("/endtoend/real-reddit-episodes.csv")) {
            String csv = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return csv.lines().skip(1).toList();
        }
    }

    @Test
    void aStratumIsNeverHeldBackForHavingFewRemovals() throws IOException {
        assertThat(output.pooled("gone.share_within", 168.0).nEvents()).isEqualTo(9);
    }
}
