// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.measure.incident.IncidentRule;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.Share;
import org.tilik.model.Platform;
import org.tilik.model.Pseudonymiser;
import org.tilik.model.table.EpisodeRow;
import org.tilik.model.table.ItemRow;
import org.tilik.model.table.ObservationRow;
import org.tilik.model.table.RemovalCurveRow;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.classify.ClassifyJob;
import org.tilik.pipeline.classify.StudyLists;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.study.Clock;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.Study;
import org.tilik.pipeline.table.RowType;
import org.tilik.pipeline.table.SmallTable;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableDigest;
import org.tilik.pipeline.table.TableReader;
import org.tilik.pipeline.table.TableSink;

class RemovalPipelineTest {
    private static final int ITEMS = 240;
    private static final Instant START = Instant.parse("2024-06-03T00:00:00Z");

    @TempDir
    static Path temp;

    private static Run oneTask;
    private static Run fourTasks;
    private static JobCounts counts;
    private static JobCounts countsOfFour;

    @BeforeAll
    static void runWithOneTaskAndWithFour() throws Exception {
        oneTask = run("one", true);
        fourTasks = run("four", true);
        writeInput(oneTask);
        copy(oneTask, fourTasks);
        copy(oneTask, run("known", false));
        counts = job(oneTask, 1);
        countsOfFour = job(fourTasks, 4);
    }

    @Test
    void everyItemBecomesAnEpisode() throws Exception {
        // One of four each: stub by author, alive then removed, absent at the end, alive again after a 404.
        assertThat(counts.count(RemovalCounts.TRACKED)).isEqualTo(ITEMS);
        assertThat(counts.count(RemovalCounts.NOT_TRACKED)).isZero();
        assertThat(counts.count(RemovalCounts.episodes(EpisodeStatus.MEASURED))).isEqualTo(ITEMS);
        assertThat(counts.count(RemovalCounts.CONTRADICTIONS)).isEqualTo(1);
        assertThat(counts.count(RemovalCounts.WITHOUT_TRACKED_ITEM)).isEqualTo(1);
        List<EpisodeRow> episodes = read(oneTask, "restricted", Table.EPISODES);
        assertThat(episodes).hasSize(ITEMS);
        assertThat(episodes.stream().collect(Collectors.groupingBy(EpisodeRow::censoring, Collectors.counting())))
                .isEqualTo(Map.of("interval", 180L, "right", 60L));
    }

    @Test
    void measuresAreThoseOfTheEstimatorOnTheEpisodes() throws Exception {
        List<RemovalMeasureRow> measures = read(oneTask, "release", Table.REMOVAL_MEASURES);
        RemovalMeasureRow day = share(measures, "all", "all");
        Share expected = direct(read(oneTask, "restricted", Table.EPISODES));

        assertThat(day.nItems()).isEqualTo(ITEMS - 24);
        assertThat(day.boundLow()).isCloseTo(expected.boundLow(), within(1e-12));
        assertThat(day.boundHigh()).isCloseTo(expected.boundHigh(), within(1e-12));
        assertThat(share(measures, "kind", "share").nItems()).isEqualTo(24);
        assertThat(measures).extracting(RemovalMeasureRow::rowId).doesNotHaveDuplicates();
    }

    @Test
    void smallStrataAreHeldBackTogetherWithTheNextSmallest() throws Exception {
        Set<String> held = new HashSet<>();
        for (RemovalMeasureRow row : read(oneTask, "release", Table.REMOVAL_MEASURES)) {
            if (row.suppressed() && row.clock().equals("posted")) {
                held.add(row.stratum());
                assertThat(row.nItems()).isNull();
                assertThat(row.estimate()).isNull();
            }
        }
        // Without shares 4 items are in Javanese, 92 in Indonesian, 120 in German.
        assertThat(held).containsExactlyInAnyOrder("reddit|jv", "reddit|id");
        List<RemovalCurveRow> curves = read(oneTask, "release", Table.REMOVAL_CURVES);
        assertThat(curves)
                .filteredOn(RemovalCurveRow::suppressed)
                .hasSize(2 * 11)
                .allSatisfy(row -> assertThat(row.survival()).isNull());
        assertThat(curves)
                .filteredOn(row -> row.stratumBy().equals("all"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.tHours()).isGreaterThanOrEqualTo(1));
        assertThat(read(oneTask, "restricted", Table.REMOVAL_CURVES))
                .extracting(RemovalCurveRow::stratum)
                .contains("reddit|jv", "all", "share");
    }

    @Test
    void referralsAreMeasuredOnTheirOwnClockByChannel() throws Exception {
        // 60 items are referred, 12 of them shares; every second one is refused after 10 h, the others are pending.
        List<RemovalMeasureRow> rows = read(oneTask, "release", Table.REMOVAL_MEASURES).stream()
                .filter(row -> row.metricId().startsWith("referral.") && row.deadlineHours() == 24)
                .toList();

        // The shares are of six accounts.
        assertThat(rows).hasSize(6 * 4).allSatisfy(row -> {
            assertThat(row.clock()).isEqualTo("referred");
            assertThat(row.suppressed()).isEqualTo(row.stratum().equals("share"));
            assertThat(row.identifiability()).isEqualTo(row.suppressed() ? null : "point");
        });
        for (String stratum : List.of(
                "all all 48",
                "platform reddit 48",
                "jurisdiction FR 48",
                "channel hotline 48",
                "platform,channel reddit|hotline 48")) {
            String[] words = stratum.split(" ", -1);
            List<RemovalMeasureRow> own = rows.stream()
                    .filter(row ->
                            row.stratumBy().equals(words[0]) && row.stratum().equals(words[1]))
                    .toList();
            assertThat(own)
                    .as(stratum)
                    .hasSize(4)
                    .allSatisfy(row -> assertThat(row.nItems()).isEqualTo(Long.parseLong(words[2])));
            assertThat(own.stream().collect(Collectors.toMap(RemovalMeasureRow::metricId, RemovalMeasureRow::estimate)))
                    .isEqualTo(Map.of(
                            "referral.answered_share_within", 0.5,
                            "referral.removed_share_within", 0.0,
                            "referral.rejected_share_within", 0.5,
                            "referral.pending_share_within", 0.5));
        }
        // An item is counted once for itself and, but for shares, once for its channel.
        assertThat(counts.count("referrals.measured")).isEqualTo(60 + 48);
    }

    @Test
    void whatIsVisibleIsBoundedWhereNobodyLookedAgain() throws Exception {
        // Of 216 that are no shares 48 are seen to the end; of the others nobody knows whether they came back.
        RemovalMeasureRow day = read(oneTask, "release", Table.REMOVAL_MEASURES).stream()
                .filter(row -> row.metricId().equals("visible.share_at") && row.deadlineHours() == 24)
                .filter(row ->
                        row.stratum().equals("all") && row.correctionMethod().equals("none"))
                .findFirst()
                .orElseThrow();

        assertThat(day.nItems()).isEqualTo(216);
        assertThat(day.boundLow()).isCloseTo(48 / 216.0, within(1e-12));
        assertThat(day.boundHigh()).isEqualTo(1.0);
        assertThat(day.nInterval()).isEqualTo(168);
        assertThat(day.nUnconfirmed()).isEqualTo(60);
    }

    @Test
    void viewsThatNobodyCountedGiveNoRows() throws Exception {
        assertThat(read(oneTask, "release", Table.REMOVAL_MEASURES))
                .extracting(RemovalMeasureRow::metricId)
                .doesNotContain(
                        "removal.view_weighted_share_within",
                        "exposure.half_life_hours",
                        "exposure.violative_view_rate",
                        "withheld.share_within");
    }

    @Test
    void theInputThatDeliveredAnItemSaysWhetherItWasSelectedOnRemoval() {
        ItemRow row = item(1, START, START, false);

        assertThat(RemovalPipeline.ITEM_COLUMNS).contains("source_file");
        assertThat(TrackedItem.of(row, Set.of("RS.zst")).isSelectedOnRemoval()).isTrue();
        assertThat(TrackedItem.of(row, Set.of("other.zst")).isSelectedOnRemoval())
                .isFalse();
    }

    @Test
    void theTablesDoNotDependOnParallelism() throws Exception {
        assertThat(countsOfFour).isEqualTo(counts);
        for (Table<?> table : List.of(Table.EPISODES, Table.REMOVAL_CURVES, Table.REMOVAL_MEASURES)) {
            assertThat(TableDigest.of(table, fourTasks.folder(table).root()))
                    .isEqualTo(TableDigest.of(table, oneTask.folder(table).root()));
        }
        assertThat(digestOfExactCurves(fourTasks)).isEqualTo(digestOfExactCurves(oneTask));
    }

    @Test
    void onlyListedItemsAreMeasured() throws Exception {
        StringBuilder list = new StringBuilder("kind,value,label,added_at,source\n");
        for (int i = 0; i < 30; i++) {
            list.append("item,reddit:t3_").append(i).append(i < 20 ? ",,2024-06-01T00:00:00Z,\n" : ",,,\n");
        }
        Files.writeString(temp.resolve("known.csv"), list);
        Run run = run("known", false);
        JobCounts listed = job(run, 2);

        assertThat(listed.count(RemovalCounts.TRACKED)).isEqualTo(30);
        assertThat(listed.count(RemovalCounts.NOT_TRACKED)).isEqualTo(ITEMS - 30);
        assertThat(listed.count(RemovalCounts.episodes(EpisodeStatus.MEASURED))).isEqualTo(20);
        assertThat(listed.count(RemovalCounts.episodes(EpisodeStatus.UNKNOWN_ENTRY)))
                .isEqualTo(10);
        assertThat(read(run, "restricted", Table.EPISODES))
                .allSatisfy(row -> assertThat(row.trackedBy()).isEqualTo("known"));
    }

    private static TableDigest digestOfExactCurves(Run run) throws Exception {
        return TableDigest.of(
                Table.REMOVAL_CURVES,
                run.folder("restricted", Table.REMOVAL_CURVES).root());
    }

    /** Lays the tables that the job reads into another run's output. */
    private static void copy(Run from, Run to) throws IOException {
        Path source = Path.of(from.output());
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = Path.of(to.output()).resolve(source.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static RemovalMeasureRow share(List<RemovalMeasureRow> rows, String by, String stratum) {
        return rows.stream()
                .filter(row -> row.metricId().equals("gone.share_within") && row.deadlineHours() == 24)
                .filter(row -> row.stratumBy().equals(by) && row.stratum().equals(stratum))
                .filter(row -> row.correctionMethod().equals("none"))
                .findFirst()
                .orElseThrow();
    }

    /** The estimator on the rows of the pooled stratum, without the pipeline. */
    private static Share direct(List<EpisodeRow> episodes) {
        RemovalDataBuilder data = RemovalData.builder(List.of());
        for (EpisodeRow row : episodes) {
            if (!row.kind().equals("SHARE")) {
                double upper = row.upperHours() == null ? Double.POSITIVE_INFINITY : row.upperHours();
                data.add(row.entryHours(), row.lowerHours(), upper, 0, 1);
            }
        }
        return RemovalEstimator.standard()
                .withDeadlines(24)
                .withMinAtRisk(10)
                .estimate(data.build())
                .deadlines()
                .get(0)
                .share();
    }

    private static <R extends Record> List<R> read(Run run, String area, Table<R> table) throws Exception {
        return TableReader.read(table, run.folder(area, table).root());
    }

    /** Both jobs, one after the other, as a run has them; counts of removal. */
    private static JobCounts job(Run run, int parallelism) throws IOException {
        new ClassifyJob(run, StudyLists.of(run, RemovalPipelineTest::key), null).run(environment(parallelism));
        return new RemovalJob(run).run(environment(parallelism));
    }

    private static Pseudonymiser key() {
        return new Pseudonymiser("test key".getBytes(StandardCharsets.UTF_8));
    }

    private static Run run(String output, boolean all) {
        Study study = new Study(
                "pipeline-test",
                "A test",
                List.of(),
                Study.Window.ALL,
                Map.of(),
                Map.of(),
                new Study.Track(all, Map.of(), all ? List.of() : List.of("known.csv")),
                List.of("platform", "language"),
                List.of(1.0, 24.0),
                Clock.POSTED,
                0.95,
                null,
                null,
                List.of(),
                "default",
                Study.Spread.USUAL,
                IncidentRule.USUAL,
                new Study.Privacy(null, 10, false, null),
                0.05,
                7);
        return new Run(
                study,
                temp.resolve("study.yaml").toString(),
                List.of(),
                temp.resolve(output).toString(),
                Run.captures(temp.resolve(output).toString()),
                "0123456789abcdef",
                null,
                "00000000",
                4);
    }

    private static void writeInput(Run run) throws Exception {
        List<ItemRow> items = new ArrayList<>();
        List<ObservationRow> observations = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            Instant posted = START.plusSeconds(600L * i);
            Instant captured = posted.plusSeconds(60 + 60 * (i % 3));
            boolean stub = i % 4 == 0;
            items.add(item(i, posted, captured, stub));
            switch (i % 4) {
                case 0 -> observations.add(observation(i, "REMOVAL", posted, captured, null, true, "AUTHOR"));
                case 1 ->
                    observations.add(observation(
                            i, "REMOVAL", captured, captured.plusSeconds(36 * 3600), null, true, "COMMUNITY_MOD"));
                case 2 -> {
                    observations.add(look(i, posted.plusSeconds(10 * 3600), "ALIVE"));
                    observations.add(look(i, posted.plusSeconds(700 * 3600), "GONE"));
                }
                default -> {
                    observations.add(look(i, posted.plusSeconds(30 * 3600), "GONE"));
                    observations.add(look(i, posted.plusSeconds(1000 * 3600), "ALIVE"));
                    observations.add(referral(i, posted.plusSeconds(40 * 3600), "PENDING"));
                    if (i % 8 == 3) {
                        observations.add(referral(i, posted.plusSeconds(50 * 3600), "REJECTED"));
                    }
                }
            }
        }
        observations.add(look(3, START.minusSeconds(3600), "GONE"));
        observations.add(look(ITEMS + 1, START, "GONE"));
        StreamExecutionEnvironment env = environment(1);
        TableSink.write(
                env.fromData(RowType.of(Table.ITEMS), items.toArray(ItemRow[]::new)),
                Table.ITEMS,
                run.folder(Table.ITEMS));
        TableSink.write(
                env.fromData(RowType.of(Table.OBSERVATIONS), observations.toArray(ObservationRow[]::new)),
                Table.OBSERVATIONS,
                run.folder(Table.OBSERVATIONS));
        env.execute();
        SmallTable.write(Table.COVERAGE, run.folder(Table.COVERAGE), List.of());
        SmallTable.write(Table.LEDGER_COUNTS, run.folder(Table.LEDGER_COUNTS), List.of());
    }

    private static StreamExecutionEnvironment environment(int parallelism) {
        Configuration configuration = new Configuration();
        configuration.setString("pipeline.generic-types", "false");
        configuration.setString("pipeline.object-reuse", "true");
        configuration.setString("execution.batch.adaptive.auto-parallelism.enabled", "false");
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
        env.setRuntimeMode(RuntimeExecutionMode.BATCH);
        return env;
    }

    private static String itemKey(int i) {
        return key().pseudonym(Platform.REDDIT, "t3_" + i);
    }

    private static ItemRow item(int i, Instant posted, Instant captured, boolean stub) {
        String language = i % 2 == 0 ? "de" : i < 10 ? "jv" : "id";
        return new ItemRow(
                "reddit",
                "2024-06",
                itemKey(i),
                stub ? null : key().pseudonym(Platform.REDDIT, "account " + i % 120),
                i % 10 == 1 ? "SHARE" : "POST",
                posted,
                captured,
                captured,
                captured,
                null,
                null,
                null,
                language,
                stub ? null : "Words of item " + i,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                stub,
                true,
                false,
                false,
                "RS.zst",
                null,
                i + 1,
                "0123456789abcdef");
    }

    private static ObservationRow look(int i, Instant at, String outcome) {
        return observation(i, "RECHECK", at, at, outcome, false, null);
    }

    private static ObservationRow referral(int i, Instant at, String decision) {
        ObservationRow row = observation(i, "REFERRAL", at, at, decision, false, null);
        return new ObservationRow(
                row.platform(),
                row.month(),
                row.itemKey(),
                row.scope(),
                row.kind(),
                row.timeLoUtc(),
                row.timeHiUtc(),
                row.capturedAtUtc(),
                row.ageHours(),
                row.outcome(),
                row.isExplicit(),
                row.isOneSided(),
                row.actor(),
                row.reach(),
                List.of("FR"),
                "hotline",
                row.reason(),
                row.likes(),
                row.shares(),
                row.replies(),
                row.quotes(),
                row.views(),
                "referrals.csv",
                row.sourceMember(),
                row.sourceRecord(),
                row.runId());
    }

    private static ObservationRow observation(
            int i, String kind, Instant from, Instant to, String outcome, boolean explicit, String actor) {
        return new ObservationRow(
                "reddit",
                "2024-06",
                itemKey(i),
                "ITEM",
                kind,
                from,
                to,
                to,
                null,
                outcome,
                explicit,
                false,
                actor,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "rechecks.csv",
                null,
                i + 1,
                "0123456789abcdef");
    }
}
