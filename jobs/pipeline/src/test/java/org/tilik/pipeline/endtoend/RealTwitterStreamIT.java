// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.model.table.CoverageRow;
import org.tilik.model.table.EpisodeRow;
import org.tilik.model.table.ItemRow;
import org.tilik.model.table.ObservationRow;
import org.tilik.pipeline.study.IngestCounts;
import org.tilik.pipeline.table.Table;

/**
 * Two real pieces of the public sample stream, 21 seconds and 4 seconds of 2016, as lines and as a tar of minute files.
 * They hold people's words and so lie beside this repository. The numbers were counted by a script of its own.
 */
class RealTwitterStreamIT {
    private static final Path DUMPS = Path.of("..", "..", "..", "shared", "dumps", "real", "twitter_stream_sample");
    private static final double HOURS_PER_DAY = 24;

    @TempDir
    private static Path temp;

    private static String printed;
    private static Output lines;
    private static Output minutes;

    @BeforeAll
    static void runOnBothFormsOfTheStream() throws IOException {
        boolean present = Files.isDirectory(DUMPS);
        if (!present && System.getenv("CI") != null) {
            fail("CI must have the real dump records, but " + DUMPS + " is missing");
        }
        assumeTrue(present, "no real dump records beside this repository");
        Files.writeString(temp.resolve("my.key"), "fictional secret\n");
        lines = run("lines", DUMPS.toRealPath() + "/stream_2016-*.ndjson");
        minutes = run("minutes", DUMPS.toRealPath() + "/twitterstream_like_2016.tar");
    }

    private static Output run(String name, String dumps) throws IOException {
        String study = Files.writeString(temp.resolve(name + ".yaml"), """
                        study: stream-%s
                        inputs: [{path: %s}]
                        sampling: {twitter: 0.01}
                        track: {all: true}
                        strata: []
                        privacy: {key_file: my.key}
                        max_reject_share: 0
                        """.formatted(name, dumps))
                .toString();
        Output output = new Output(temp.resolve(name));
        printed = Invocation.succeeding("run", study, "--output", output.toString(), "--parallelism", "2")
                .out();
        return output;
    }

    @Test
    void everyRecordHasItsDisposition() {
        IngestCounts counts = lines.counts();

        assertThat(counts.recordsRead()).isEqualTo(1236);
        assertThat(counts.items()).isEqualTo(1078);
        assertThat(counts.observations()).isEqualTo(157);
        assertThat(counts.duplicates()).isEqualTo(1);
        assertThat(counts.derivedItems()).isEqualTo(466);
        assertThat(counts.balanced()).isTrue();
        assertThat(counts.unmatchedRemovals().n()).isEqualTo(153);
        assertThat(counts.unmatchedRemovals().withAge()).isEqualTo(151);
        assertThat(printed).contains("153 removals of items that no input delivers, in no measure; 151 have an age");
    }

    @Test
    void deletionsAreRemovalsWithTheAgeThatTheirIdStates() throws IOException {
        List<ObservationRow> removals = lines.rows(Table.OBSERVATIONS).stream()
                .filter(row -> row.kind().equals("REMOVAL"))
                .toList();
        assertThat(removals)
                .hasSize(157)
                .allSatisfy(row -> assertThat(row.timeLoUtc()).isEqualTo(row.timeHiUtc()));
        List<Double> ages = removals.stream()
                .map(ObservationRow::ageHours)
                .filter(age -> age != null)
                .sorted()
                .toList();
        assertThat(ages).hasSize(155);
        assertThat(ages.get(77) / HOURS_PER_DAY).isBetween(38.95, 39.05);
        assertThat(ages).filteredOn(age -> age < 1).hasSize(27);
    }

    @Test
    void fourDeletionsMeetStatusesOfTheSameCaptureAndEndTheirEpisodesExactly() throws IOException {
        assertThat(lines.rows(Table.EPISODES))
                .filteredOn(row -> "exact".equals(row.censoring()))
                .hasSize(4)
                .allSatisfy(row -> {
                    assertThat(row.status()).isEqualTo("measured");
                    assertThat(row.cause()).isEqualTo("unknown");
                    assertThat(row.upperHours()).isLessThan(11 / 3600.0);
                });
    }

    @Test
    void nobodyIsFollowedBeyondTheSecondsThatWereWatched() throws IOException {
        assertThat(lines.rows(Table.COVERAGE)).hasSize(2);
        assertThat(lines.rows(Table.EPISODES))
                .filteredOn(row -> row.status().equals("measured") && row.entryHours() == 0)
                .isNotEmpty()
                .extracting(EpisodeRow::lowerHours)
                .allSatisfy(hours -> assertThat(hours).isLessThan(23 / 3600.0));
        assertThat(lines.pooled("gone.share_within", 24.0).identifiability()).isEqualTo("none");
    }

    @Test
    void minuteFilesSayWhichMinutesWereWatchedAndElseGiveTheSame() throws IOException {
        List<CoverageRow> spans = minutes.rows(Table.COVERAGE);
        assertThat(spans)
                .extracting(row -> row.fromUtc() + " " + row.untilUtc())
                .containsExactly(
                        "2016-04-27T18:08:00Z 2016-04-27T18:09:00Z", "2016-11-18T15:15:00Z 2016-11-18T15:16:00Z");
        assertThat(minutes.counts()).isEqualTo(lines.counts());
        assertThat(minutes.rows(Table.ITEMS))
                .extracting(ItemRow::itemKey)
                .containsExactlyElementsOf(
                        lines.rows(Table.ITEMS).stream().map(ItemRow::itemKey).toList());
        assertThat(minutes.rows(Table.EPISODES))
                .filteredOn(row -> "exact".equals(row.censoring()))
                .extracting(EpisodeRow::upperHours)
                .hasSize(4);
    }
}
