// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.datasets.Schemas;
import org.tilik.model.table.FamilyRow;
import org.tilik.model.table.PlatformJumpRow;
import org.tilik.model.table.SpreadMeasureRow;
import org.tilik.model.table.SpreadTimelineRow;
import org.tilik.pipeline.execution.BatchJob;
import org.tilik.pipeline.execution.BatchJob.Exchange;
import org.tilik.pipeline.removal.MeasurePlan;
import org.tilik.pipeline.spread.SpreadItem;
import org.tilik.pipeline.spread.SpreadPlan;
import org.tilik.pipeline.spread.cascade.CascadeFact;
import org.tilik.pipeline.spread.family.SpreadFamilies;
import org.tilik.pipeline.spread.family.TestCopy;
import org.tilik.pipeline.strata.Strata;
import org.tilik.pipeline.study.Clock;
import org.tilik.pipeline.study.Study;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableFolder;
import org.tilik.pipeline.table.TableReader;
import org.tilik.pipeline.table.TableSink;

/** From items to the tables of families, timelines, jumps and measures. */
class SpreadMeasuresPipelineTest {
    private static final int K = 5;
    private static final String RUN = "0123456789abcdef";
    private static final int SINGLES = 60;

    @TempDir
    private static Path temp;

    private static Written one;

    /** What a job wrote. */
    private record Written(
            List<FamilyRow> families,
            List<FamilyRow> publishedFamilies,
            List<PlatformJumpRow> jumps,
            List<PlatformJumpRow> publishedJumps,
            List<SpreadTimelineRow> timeline,
            List<SpreadTimelineRow> publishedTimeline,
            List<SpreadMeasureRow> measures) {

        /** Everything, in one order. */
        Set<String> lines() {
            Set<String> lines = new TreeSet<>();
            for (List<? extends Record> table : List.of(
                    families, publishedFamilies, jumps, publishedJumps, timeline, publishedTimeline, measures)) {
                table.forEach(row -> lines.add(row.toString()));
            }
            return lines;
        }
    }

    @BeforeAll
    static void runWithOneTask() throws Exception {
        one = write("one", 1, Map.of());
    }

    /**
     * A large family on two platforms, 30 small ones of three, items alone; and one family of which only a share and an exact
     * copy count.
     */
    private static List<SpreadItem> items() {
        List<SpreadItem> items = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            TestCopy copy = TestCopy.of("large " + i, 0.4 * i).in("large 0").saying("words " + i % 3);
            copy.followedBy(100 + i);
            items.add((i % 2 == 0 ? copy.removed(0.4 * i + 1, 0.4 * i + 3) : copy.there(100)).build());
        }
        for (int i = 0; i < 8; i++) {
            items.add(TestCopy.of("other " + i, 2.5 + i)
                    .in("large 0")
                    .on("twitter")
                    .saying("words 0")
                    .followedBy(1000 + i)
                    .removed(20 + i, 21 + i)
                    .build());
        }
        for (int family = 0; family < 30; family++) {
            for (int i = 0; i < 3; i++) {
                items.add(TestCopy.of("small " + family + " " + i, family + 2 * i)
                        .in("small " + family + " 0")
                        .by("account " + (family + i) % 9)
                        .followedBy(family)
                        .there(50)
                        .build());
            }
        }
        for (int i = 0; i < SINGLES; i++) {
            SpreadItem single = TestCopy.of("single " + i, 1 + i).there(100).build();
            single.familyId = null;
            items.add(single);
        }
        items.add(TestCopy.of("known", 3).in("known").trackedBy("known").build());
        items.add(TestCopy.of("its share", 4)
                .in("known")
                .trackedBy("family")
                .share()
                .build());
        items.add(TestCopy.of("like it", 5).in("known").trackedBy("family").build());
        SpreadItem exact =
                TestCopy.of("same file", 6).in("known").trackedBy("family").build();
        exact.exactCopy = true;
        items.add(exact);
        SpreadItem late = TestCopy.of("not tracked", 200).build();
        late.trackedBy = null;
        late.familyId = null;
        items.add(late);
        for (int i = 0; i < K; i++) {
            SpreadItem twitter = TestCopy.of("tweet " + i, 200).on("twitter").build();
            twitter.trackedBy = null;
            twitter.familyId = null;
            items.add(twitter);
        }
        return items;
    }

    private static List<CascadeFact> cascades() {
        List<CascadeFact> facts = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            CascadeFact fact = new CascadeFact();
            fact.cascadeId = "cascade " + i;
            fact.strata = new String[] {"all", "platform=reddit"};
            fact.platform = "reddit";
            fact.language = "en";
            fact.rootAccountKey = "account " + i;
            fact.parentSource = "explicit";
            fact.rootTracked = true;
            fact.size = 1L + i % 12;
            fact.depth = (long) (i % 12 == 0 ? 0 : 1 + i % 3);
            fact.structuralVirality = fact.size == 1 ? null : (Double) (2.0 - 1.0 / fact.size);
            fact.hoursToFirstShare = fact.size == 1 ? null : (Double) (1.0 + i);
            fact.hoursTo10 = fact.size < 10 ? null : (Double) (5.0 + i);
            fact.followedHours = 200;
            // All items but the root come one, two … steps after it and hang on it.
            fact.steps = IntStream.range(1, (int) fact.size).toArray();
            fact.stepItems = IntStream.range(1, (int) fact.size).map(step -> 1).toArray();
            fact.lags = fact.steps;
            fact.lagCounts = fact.stepItems;
            facts.add(fact);
            CascadeFact guessed = new CascadeFact();
            guessed.cascadeId = fact.cascadeId;
            guessed.strata = fact.strata;
            guessed.platform = fact.platform;
            guessed.language = fact.language;
            guessed.parentSource = "time_inferred";
            guessed.rootTracked = true;
            guessed.size = fact.size;
            guessed.followedHours = 100;
            facts.add(guessed);
        }
        return facts;
    }

    private static SpreadPlan plan(Map<String, Double> sampling) {
        return new SpreadPlan(
                new MeasurePlan("study", Clock.POSTED, List.of(1.0, 24.0), 0.95, K, 20190315, null, false, RUN),
                new Strata(List.of("platform", "kind")),
                sampling,
                new Study.Coordination(List.of(60.0), 2, 0.5, false));
    }

    private static Written write(String name, int parallelism, Map<String, Double> sampling) throws Exception {
        StreamExecutionEnvironment env = BatchJob.environment(parallelism, Exchange.STORED);
        DataStream<SpreadItem> items = env.fromData(SpreadItem.TYPE, items().toArray(SpreadItem[]::new));
        DataStream<CascadeFact> cascades =
                env.fromData(CascadeFact.TYPE, cascades().toArray(CascadeFact[]::new));
        SpreadPlan plan = plan(sampling);
        SpreadFamilies.Outputs families = SpreadFamilies.build(items.rebalance(), plan, null, Map.of());
        SpreadMeasures.Outputs measures =
                SpreadMeasures.build(items.rebalance(), families.facts(), cascades.rebalance(), plan);
        Map<String, TableFolder> folders = new HashMap<>();
        sink(families.families(), Table.FAMILIES, name, "complete", folders);
        sink(families.published(), Table.FAMILIES, name, "published", folders);
        sink(families.jumps(), Table.PLATFORM_JUMPS, name, "complete", folders);
        sink(families.publishedJumps(), Table.PLATFORM_JUMPS, name, "published", folders);
        sink(families.timeline().union(measures.timeline()), Table.SPREAD_TIMELINE, name, "complete", folders);
        sink(
                families.publishedTimeline().union(measures.publishedTimeline()),
                Table.SPREAD_TIMELINE,
                name,
                "published",
                folders);
        sink(measures.measures(), Table.SPREAD_MEASURES, name, "published", folders);
        BatchJob.execute(env, name);
        return new Written(
                read(Table.FAMILIES, folders, "complete"),
                read(Table.FAMILIES, folders, "published"),
                read(Table.PLATFORM_JUMPS, folders, "complete"),
                read(Table.PLATFORM_JUMPS, folders, "published"),
                read(Table.SPREAD_TIMELINE, folders, "complete"),
                read(Table.SPREAD_TIMELINE, folders, "published"),
                read(Table.SPREAD_MEASURES, folders, "published"));
    }

    private static <R extends Record> void sink(
            DataStream<R> rows, Table<R> table, String run, String area, Map<String, TableFolder> folders) {
        TableFolder folder =
                new TableFolder("file:" + temp.resolve(run).resolve(area).resolve(table.name()), RUN, 1);
        folders.put(area + table.name(), folder);
        TableSink.write(rows, table, folder, area + "-" + table.name());
    }

    private static <R extends Record> List<R> read(Table<R> table, Map<String, TableFolder> folders, String area)
            throws Exception {
        return TableReader.read(table, folders.get(area + table.name()).root());
    }

    private static FamilyRow family(String id) {
        return one.families().stream()
                .filter(row -> row.familyId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static SpreadMeasureRow measure(Written written, String stratum, String metric, Number which) {
        return written.measures().stream()
                .filter(row -> row.stratum().equals(stratum) && row.metricId().equals(metric))
                .filter(row -> which == null
                        || which.equals(row.quantile())
                        || which.equals(row.thresholdCopies())
                        || which.equals(row.deadlineHours()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theTablesDoNotDependOnParallelism() throws Exception {
        assertThat(write("two", 2, Map.of()).lines()).isEqualTo(one.lines());
        assertThat(write("four", 4, Map.of()).lines()).isEqualTo(one.lines());
    }

    @Test
    void aFamilyIsWhatItsCopiesAre() {
        FamilyRow large = family("large 0");

        assertThat(one.families()).hasSize(1 + 30 + 1);
        assertThat(large.nCopies()).isEqualTo(48);
        assertThat(large.nVariants()).isEqualTo(3);
        assertThat(large.nPlatforms()).isEqualTo(2);
        assertThat(large.nAccounts()).isEqualTo(48);
        assertThat(large.languages()).containsExactly("en");
        assertThat(large.sizeClass()).isEqualTo("10-99");
        // At 0, 0.4 … 3.6 on the one platform and 2.5 and 3.5 on the other.
        assertThat(large.hoursTo10()).isEqualTo(3.2);
        assertThat(large.hoursTo100()).isNull();
        assertThat(large.durationHours()).isEqualTo(15.6);
        assertThat(large.nRemoved()).isEqualTo(28);
        assertThat(large.nGone()).isEqualTo(28);
        assertThat(large.aliveShare()).isEqualTo(20 / 48.0);
        assertThat(large.lastRemovedHourUtc().getEpochSecond()).isEqualTo(TimeUnit.HOURS.toSeconds(28));
        assertThat(family("small 3 0").hoursTo10()).isNull();
        assertThat(family("known").nCopies()).isEqualTo(4);
        assertThat(family("known").aliveShareLow()).isZero();
        assertThat(family("known").aliveShareHigh()).isOne();
        assertThat(family("known").aliveShare()).isNull();
    }

    @Test
    void largeFamiliesArePublishedInWholeHoursAndSmallOnesAddedUp() {
        assertThat(one.publishedFamilies()).hasSize(2);
        FamilyRow large = one.publishedFamilies().stream()
                .filter(row -> row.familyId() != null)
                .findFirst()
                .orElseThrow();
        FamilyRow small = one.publishedFamilies().stream()
                .filter(row -> row.familyId() == null)
                .findFirst()
                .orElseThrow();

        assertThat(large.familyId()).isEqualTo("large 0");
        assertThat(large.hoursTo10()).isEqualTo(4);
        assertThat(large.durationHours()).isEqualTo(16);
        assertThat(small.sizeClass()).isEqualTo("2-9");
        assertThat(small.nFamilies()).isEqualTo(31);
        assertThat(small.nCopies()).isEqualTo(94);
        assertThat(small.suppressed()).isFalse();
    }

    @Test
    void aJumpIsFromTheFirstCopyOnOnePlatformToTheFirstOnTheOther() {
        assertThat(one.jumps()).hasSize(1);
        PlatformJumpRow jump = one.jumps().get(0);
        PlatformJumpRow published = one.publishedJumps().get(0);

        assertThat(jump.platformFrom()).isEqualTo("reddit");
        assertThat(jump.platformTo()).isEqualTo("twitter");
        assertThat(jump.lagLoHours()).isEqualTo(2.5).isEqualTo(jump.lagHiHours());
        // Copies on the first platform are still there, at least until hour 100; on the second the last was gone by 28.
        assertThat(jump.removalLagLoHours()).isNull();
        assertThat(jump.removalLagHiHours()).isEqualTo(28 - 100.0);
        assertThat(published.lagLoHours()).isEqualTo(2);
        assertThat(published.lagHiHours()).isEqualTo(3);
        assertThat(published.nCopiesFrom()).isEqualTo(40);
        assertThat(published.nCopiesTo()).isEqualTo(8);
    }

    @Test
    void publishedTimelinesHoldKNewCopiesAndAsManyInAllAsTheCompleteOnes() {
        assertThat(one.publishedTimeline()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.newCopies()).isGreaterThanOrEqualTo(K);
            assertThat(row.visibleCopiesLow()).isLessThanOrEqualTo(row.visibleCopiesHigh());
        });
        for (String bucket : List.of("hour", "day")) {
            long complete = one.timeline().stream()
                    .filter(row -> row.bucket().equals(bucket) && "all".equals(row.stratum()))
                    .mapToLong(SpreadTimelineRow::newCopies)
                    .sum();
            long published = one.publishedTimeline().stream()
                    .filter(row -> row.bucket().equals(bucket) && "all".equals(row.stratum()))
                    .mapToLong(SpreadTimelineRow::newCopies)
                    .sum();
            // The copy that is only like a known one does not count.
            assertThat(complete).isEqualTo(published).isEqualTo(48 + 90 + SINGLES + 3);
        }
        assertThat(one.publishedTimeline())
                .extracting(SpreadTimelineRow::familyId)
                .containsOnly(null, "large 0");
    }

    @Test
    void measuresCountWhatHeadlinesCount() {
        assertThat(measure(one, "all", CopyMeasures.TOTAL, null).estimate()).isEqualTo(48 + 90 + SINGLES + 3);
        assertThat(measure(one, "all", SourceMeasures.ACCOUNTS, null).estimate())
                .isEqualTo(48 + 9 + SINGLES + 3);
        assertThat(measure(one, "all", SourceMeasures.SHARES, null).nEvents()).isEqualTo(1);
        assertThat(measure(one, "all", FamilyMeasures.COUNT, null).estimate()).isEqualTo(32);
        assertThat(measure(one, "all", FamilyMeasures.COPIES, 0.5).estimate()).isEqualTo(3);
        SpreadMeasureRow reaching = measure(one, "all", FamilyMeasures.REACHING, 10L);
        assertThat(reaching.nItems()).isEqualTo(32 + SINGLES);
        assertThat(reaching.nEvents()).isEqualTo(1);
        assertThat(reaching.estimate()).isZero();
        assertThat(measure(one, "reddit>twitter", FamilyMeasures.JUMP, null).estimate())
                .isEqualTo(2.5);
        assertThat(measure(one, "all", FamilyMeasures.BRANCHING, null).identifiability())
                .isEqualTo("point");
    }

    @Test
    void reachIsBoundedByTheFollowersOfAllAccountsWhereAllAreStated() {
        FamilyRow large = family("large 0");
        assertThat(large.nAccountsWithFollowers()).isEqualTo(48);
        // 100 to 139 and 1,000 to 1,007.
        assertThat(large.reachUpper()).isEqualTo(4780 + 8028);
        assertThat(one.publishedFamilies())
                .filteredOn(row -> row.familyId() != null)
                .singleElement()
                .satisfies(row -> assertThat(row.reachUpper()).isEqualTo(13_000));
        assertThat(family("known").nAccountsWithFollowers()).isZero();
        assertThat(family("known").reachUpper()).isNull();

        SpreadMeasureRow twitter = measure(one, "twitter", SourceMeasures.REACH, null);
        assertThat(twitter.identifiability()).isEqualTo("bounds");
        assertThat(twitter.estimate()).isNull();
        assertThat(twitter.boundLow()).isEqualTo(1000);
        assertThat(twitter.boundHigh()).isEqualTo(8100);
        assertThat(twitter.nItems()).isEqualTo(8).isEqualTo(twitter.nEvents());
        // Nobody says how many follow the accounts of lone posts and of the family "known".
        SpreadMeasureRow all = measure(one, "all", SourceMeasures.REACH, null);
        assertThat(all.identifiability()).isEqualTo("none");
        assertThat(all.boundHigh()).isNull();
        assertThat(all.nItems()).isEqualTo(48 + 9 + SINGLES + 3);
        assertThat(all.nEvents()).isEqualTo(48 + 9);
        assertThat(measure(one, "all", SourceMeasures.TOP_REACH, null).identifiability())
                .isEqualTo("none");
    }

    @Test
    void cascadesAreMeasuredAsTheRecordsLinkThem() {
        // Sizes 1 to 12, 1 to 12, 1 to 6.
        assertThat(measure(one, "all", CascadeMeasures.COUNT, null).estimate()).isEqualTo(27);
        assertThat(measure(one, "all", CascadeMeasures.SIZE, 0.5).estimate()).isEqualTo(6);
        SpreadMeasureRow first = measure(one, "all", CascadeMeasures.FIRST_SHARE, null);
        assertThat(first.nItems()).isEqualTo(30);
        assertThat(first.nEvents()).isEqualTo(27);
        assertThat(measure(one, "all", CascadeMeasures.HOURS_TO, 10L).nEvents()).isEqualTo(6);
    }

    @Test
    void itemsThatFollowOneItemAreMeasuredByAge() {
        List<SpreadMeasureRow> rows = one.measures().stream()
                .filter(row -> row.metricId().equals(CascadeMeasures.REPRODUCTION)
                        && row.stratum().equals("all"))
                .toList();

        assertThat(rows).hasSize(8);
        // Of 30 roots and 147 items all lags of at most 11 steps end within the day.
        assertThat(rows)
                .filteredOn(row -> row.deadlineHours() == 24)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.tauHours()).isEqualTo(24);
                    assertThat(row.nItems()).isEqualTo(30);
                    assertThat(row.nEvents()).isEqualTo(147);
                    assertThat(row.estimate()).isCloseTo((1 + 147) / (0.2 + 30 + 147), within(1e-12));
                    assertThat(row.ciLow()).isLessThan(row.estimate());
                    assertThat(row.ciHigh()).isGreaterThan(row.estimate());
                });
        assertThat(rows)
                .filteredOn(row -> row.deadlineHours() == 48)
                .singleElement()
                .satisfies(row -> assertThat(row.identifiability()).isEqualTo("none"));
    }

    @Test
    void everyMetricIsRegisteredAndEveryNumberHasItsOwnId() {
        Set<String> metrics =
                one.measures().stream().map(SpreadMeasureRow::metricId).collect(Collectors.toCollection(TreeSet::new));

        assertThat(metrics)
                .hasSize(23)
                .allSatisfy(metric -> assertThat(Schemas.metrics()).contains("- id: " + metric + "\n"));
        assertThat(one.measures()).extracting(SpreadMeasureRow::rowId).doesNotHaveDuplicates();
    }

    @Test
    void smallStrataAreHeldBackWithAnotherOne() {
        Set<String> held = new HashSet<>();
        one.measures().stream().filter(SpreadMeasureRow::suppressed).forEach(row -> {
            held.add(row.metricId() + " " + row.stratum());
            assertThat(row.estimate()).isNull();
            assertThat(row.nItems()).isNull();
        });
        // One share on Reddit; posts there are held back so that it cannot be told from the whole.
        assertThat(held).contains("copies.total reddit|share", "copies.total reddit|post");
        assertThat(held).doesNotContain("copies.total reddit", "copies.total all");
        assertThat(one.publishedTimeline())
                .extracting(SpreadTimelineRow::stratum)
                .contains("reddit")
                .doesNotContain("reddit|share", "reddit|post");
    }

    @Test
    void ofSamplesOnlyTotalsAreKnown() throws Exception {
        Written sampled = write("sampled", 2, Map.of("twitter", 0.1));

        SpreadMeasureRow total = measure(sampled, "twitter", CopyMeasures.TOTAL, null);
        assertThat(total.estimate()).isEqualTo(80);
        assertThat(total.correctionMethod()).isEqualTo("horvitz_thompson");
        assertThat(total.ciLow()).isLessThan(80);
        assertThat(total.ciHigh()).isGreaterThan(80);
        assertThat(measure(sampled, "all", CopyMeasures.TOTAL, null).estimate()).isEqualTo(40 + 80 + 90 + SINGLES + 3);
        assertThat(sampled.jumps()).isEmpty();
        for (String metric : List.of(
                FamilyMeasures.COUNT,
                FamilyMeasures.REACHING,
                FamilyMeasures.BRANCHING,
                SourceMeasures.GINI,
                SourceMeasures.REACH)) {
            assertThat(measure(sampled, "all", metric, null).identifiability()).isEqualTo("none");
        }
        assertThat(sampled.families())
                .filteredOn(row -> row.familyId().equals("large 0"))
                .allSatisfy(row -> {
                    assertThat(row.hoursTo10()).isNull();
                    assertThat(row.branchingRatio()).isNull();
                    assertThat(row.peakPerHour()).isNull();
                    assertThat(row.reachUpper()).isNull();
                    assertThat(row.nCopies()).isEqualTo(48);
                });
    }
}
