// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.model.table.EpisodeRow;
import org.tilik.model.table.RemovalCurveRow;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.classify.ClassifyJob;
import org.tilik.pipeline.classify.StudyLists;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.execution.BatchJob;
import org.tilik.pipeline.execution.BatchJob.Exchange;
import org.tilik.pipeline.ingest.IngestJob;
import org.tilik.pipeline.models.ModelPlace;
import org.tilik.pipeline.study.PseudonymKey;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunFactory;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableReader;

/**
 * A push stream small enough to be worked out by hand, from its lines to the measures: twelve posts, one each hour from
 * noon; the watch ends 24 hours after the first. Post 0 is deleted after 1 hour, posts 1 and 2 after 5, post 11 after 20 and
 * so after the watch; the account of post 3 is withheld everywhere after 7, and its post with it. The others are there when it ends, after 24 hours less their number.
 */
class PushStreamPipelineTest {
    private static final Instant NOON = Instant.parse("2016-04-27T12:00:00Z");
    private static final DateTimeFormatter CREATED_AT = DateTimeFormatter.ofPattern(
                    "EEE MMM dd HH:mm:ss Z yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final long SNOWFLAKE_EPOCH = 1_288_834_974_657L;
    private static final int POSTS = 12;

    @TempDir
    static Path temp;

    private static Run run;
    private static JobCounts counts;

    @BeforeAll
    static void runOnTheStream() throws Exception {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < POSTS; i++) {
            lines.add("{" + status(i) + ",\"timestamp_ms\":\"" + posted(i).toEpochMilli() + "\"}");
            lines.add("");
        }
        // Seen once inside a retweet: no notice was to come, and the one that comes says nothing.
        lines.add("{" + status(20) + ",\"retweeted_status\":{" + status(-30) + "},\"timestamp_ms\":\""
                + posted(20).toEpochMilli() + "\"}");
        lines.add(notice(-30, posted(21)));
        lines.add(notice(0, posted(0).plusSeconds(3600)));
        lines.add(notice(1, posted(1).plusSeconds(5 * 3600)));
        lines.add(notice(2, posted(2).plusSeconds(5 * 3600)));
        lines.add(notice(11, posted(11).plusSeconds(20 * 3600)));
        // Of posts that were never delivered.
        lines.add(notice(-100, posted(3)));
        lines.add(notice(-50, posted(4)));
        lines.add("{\"user_withheld\":{\"id\":1003,\"withheld_in_countries\":[\"XX\"],\"timestamp_ms\":\""
                + posted(10).toEpochMilli() + "\"}}");
        lines.add("{\"status_withheld\":{\"id\":" + id(5) + ",\"user_id\":1005,\"withheld_in_countries\":[\"DE\"],"
                + "\"timestamp_ms\":\"" + posted(9).toEpochMilli() + "\"}}");
        lines.add("{\"limit\":{\"track\":7}}");
        Files.write(temp.resolve("stream.ndjson"), lines);
        Files.writeString(temp.resolve("my.key"), "fictional secret\n");
        String study = Files.writeString(temp.resolve("stream.yaml"), """
                        study: push-stream
                        inputs: [{path: stream.ndjson}]
                        coverage: {twitter: 2016-04-28T12:00:00Z}
                        track: {all: true}
                        model: none
                        strata: []
                        deadlines_hours: [1, 4, 5, 12, 24]
                        privacy: {key_file: my.key, k: 1}
                        """).toString();
        run = new RunFactory(ModelPlace::idOf).create(study, temp.resolve("out").toString());
        PseudonymKey key = PseudonymKey.of(run.study(), study);
        new IngestJob(run, key::open, Set.of(), 2).run(false);
        new ClassifyJob(run, StudyLists.of(run, key::open), null).run(BatchJob.environment(2, Exchange.STORED));
        counts = new RemovalJob(run).run(BatchJob.environment(2, Exchange.STORED));
    }

    private static Instant posted(int i) {
        return NOON.plusSeconds(3600L * i);
    }

    private static long id(int i) {
        return (posted(i).toEpochMilli() - SNOWFLAKE_EPOCH) << 22;
    }

    private static String status(int i) {
        return "\"created_at\":\"" + CREATED_AT.format(posted(i)) + "\",\"id_str\":\"" + id(i) + "\",\"text\":\"Note "
                + i + "\",\"user\":{\"id_str\":\"" + (1000 + i) + "\"}";
    }

    private static String notice(int i, Instant at) {
        return "{\"delete\":{\"status\":{\"id_str\":\"" + id(i) + "\",\"user_id_str\":\"" + (1000 + i)
                + "\"},\"timestamp_ms\":\"" + at.toEpochMilli() + "\"}}";
    }

    @Test
    void theCurveIsTheOneWorkedOutByHand() throws IOException {
        List<RemovalCurveRow> curve =
                TableReader.read(
                                Table.REMOVAL_CURVES,
                                RemovalJob.exactCurves(run).root())
                        .stream()
                        .filter(row -> row.stratum().equals("all") && row.cause() == null && row.nEvents() > 0)
                        .toList();

        assertThat(curve).extracting(RemovalCurveRow::method).containsOnly("kaplan_meier");
        assertThat(curve).extracting(RemovalCurveRow::tHours).containsExactly(1.0, 5.0, 7.0);
        assertThat(curve.get(0).survival()).isCloseTo(11 / 12.0, within(1e-12));
        assertThat(curve.get(1).survival()).isCloseTo(11 / 12.0 * 9 / 11, within(1e-12));
        assertThat(curve.get(2).survival()).isCloseTo(8 / 12.0, within(1e-12));
        assertThat(curve).extracting(RemovalCurveRow::nAtRisk).containsExactly(12.0, 11.0, 9.0);
    }

    @Test
    void sharesWithinDeadlinesArePointsUntilTheFollowUpEnds() throws IOException {
        assertThat(share(1).estimate()).isCloseTo(1 / 12.0, within(1e-12));
        assertThat(share(4).estimate()).isCloseTo(1 / 12.0, within(1e-12));
        assertThat(share(5).estimate()).isCloseTo(0.25, within(1e-12));
        assertThat(share(12).estimate()).isCloseTo(4 / 12.0, within(1e-12));
        assertThat(share(12).identifiability()).isEqualTo("point");
        assertThat(share(24).identifiability()).isEqualTo("none");
        assertThat(share(12).nItems()).isEqualTo(POSTS);
        assertThat(share(12).nEvents()).isEqualTo(4);
    }

    @Test
    void accountsThatASourceSaysAreGoneAreTheLowerBound() throws IOException {
        RemovalMeasureRow row = measure("account.gone_share_within", null, 12);

        // 9/12 are there after 7 h, of whom one of nine goes; three more may be gone with their only post.
        assertThat(row.boundLow()).isCloseTo(1 / 12.0, within(1e-12));
        assertThat(row.boundHigh()).isCloseTo(4 / 12.0, within(1e-12));
        assertThat(row.nItems()).isEqualTo(POSTS);
    }

    @Test
    void withholdingInACountryIsApart() throws IOException {
        assertThat(measure("withheld.share_within", "DE", 12).estimate()).isCloseTo(1 / 12.0, within(1e-12));
        assertThat(measure("withheld.share_within", "all", 5).estimate()).isCloseTo(1 / 12.0, within(1e-12));
        assertThat(measure("withheld.share_within", "all", 1).estimate()).isZero();
    }

    @Test
    void whatIsGoneFromAStreamMayHaveComeBackUnseen() throws IOException {
        RemovalMeasureRow row = measure("visible.share_at", null, 12);

        assertThat(row.boundLow()).isCloseTo(8 / 12.0, within(1e-12));
        assertThat(row.boundHigh()).isEqualTo(1.0);
        assertThat(measure("visible.share_at", null, 24).identifiability()).isEqualTo("none");
    }

    private static RemovalMeasureRow measure(String metric, String cause, double deadline) throws IOException {
        return TableReader.read(
                        Table.REMOVAL_MEASURES,
                        run.folder(Table.REMOVAL_MEASURES).root())
                .stream()
                .filter(row -> row.metricId().equals(metric) && Objects.equals(row.cause(), cause))
                .filter(row -> row.stratum().equals("all") && row.deadlineHours() == deadline)
                .findFirst()
                .orElseThrow();
    }

    private static RemovalMeasureRow share(double deadline) throws IOException {
        return TableReader.read(
                        Table.REMOVAL_MEASURES,
                        run.folder(Table.REMOVAL_MEASURES).root())
                .stream()
                .filter(row -> row.metricId().equals("gone.share_within")
                        && row.stratum().equals("all")
                        && row.deadlineHours() == deadline)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsLeftOutIsCounted() throws IOException {
        assertThat(counts.count(RemovalCounts.NOT_FOLLOWED)).isEqualTo(2);
        assertThat(counts.count(RemovalCounts.WITHOUT_TRACKED_ITEM)).isEqualTo(2);
        assertThat(counts.count(RemovalCounts.episodes(EpisodeStatus.NO_FOLLOW_UP)))
                .isEqualTo(1);
        assertThat(TableReader.read(Table.EPISODES, run.folder(Table.EPISODES).root()).stream()
                        .filter(row -> row.status().equals("measured"))
                        .collect(Collectors.groupingBy(EpisodeRow::censoring, Collectors.counting())))
                .containsEntry("exact", 4L)
                .containsEntry("right", POSTS - 4 + 1L)
                .hasSize(2);
    }
}
