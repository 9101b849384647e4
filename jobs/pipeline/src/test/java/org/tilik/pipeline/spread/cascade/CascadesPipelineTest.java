// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tilik.model.table.CascadeEdgeRow;
import org.tilik.model.table.CascadeRow;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.execution.BatchJob;
import org.tilik.pipeline.execution.BatchJob.Exchange;
import org.tilik.pipeline.removal.MeasurePlan;
import org.tilik.pipeline.spread.SpreadItem;
import org.tilik.pipeline.spread.SpreadPlan;
import org.tilik.pipeline.strata.Strata;
import org.tilik.pipeline.study.Clock;
import org.tilik.pipeline.study.Study;
import org.tilik.pipeline.study.Study.ParentRule;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableFolder;
import org.tilik.pipeline.table.TableReader;
import org.tilik.pipeline.table.TableSink;

class CascadesPipelineTest {
    private static final int ITEMS = 900;
    private static final long WINDOW = 2 * 3_600_000_000L;
    private static final String RUN = "0123456789abcdef";

    @TempDir
    private static Path temp;

    private static TestForest forest;
    private static SlowCascades expected;

    @BeforeAll
    static void buildByHand() {
        forest = new TestForest(20190315, ITEMS);
        expected = new SlowCascades(forest.items, forest.pairs, WINDOW);
    }

    /** What a job wrote. */
    private record Written(
            List<CascadeRow> rows, List<CascadeEdgeRow> edges, List<CascadeRow> release, Map<String, Long> counts) {}

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void cascadesAreThoseBuiltByHandWhateverTheParallelism(int parallelism) throws Exception {
        Written written = write("of-" + parallelism, parallelism, Map.of());

        Map<String, Long> counts = new TreeMap<>(written.counts());
        counts.keySet().removeIf(name -> name.startsWith("followers."));
        assertThat(counts).isEqualTo(expected.counts);
        assertThat(counts.keySet())
                .as("the forest must have links of every outcome")
                .hasSize(11);
        Set<String> edges = new TreeSet<>();
        for (CascadeEdgeRow edge : written.edges()) {
            assertThat(edges.add(shown(edge))).isTrue();
        }
        assertThat(edges).isEqualTo(expected.edges);
        assertThat(written.edges())
                .as("rows are in the order of the table's key")
                .isSortedAccordingTo(Comparator.comparing(CascadeEdgeRow::cascadeId)
                        .thenComparing(CascadeEdgeRow::childKey)
                        .thenComparing(CascadeEdgeRow::parentSource));
        Map<String, String> roots = new HashMap<>();
        forest.items.forEach(item -> roots.put(CascadeId.of(item.itemKey), item.itemKey));
        Set<String> rows =
                written.rows().stream().map(row -> shown(row, roots)).collect(Collectors.toCollection(TreeSet::new));
        assertThat(rows).isEqualTo(expected.rows);
        assertThat(written.rows())
                .as("of some cascades all followers are stated, of others not")
                .anySatisfy(row -> assertThat(row.reachUpper()).isPositive())
                .anySatisfy(row -> assertThat(row.reachUpper()).isNull());
        assertThat(written.edges()).allSatisfy(edge -> assertThat(roots).containsKey(edge.cascadeId()));
    }

    @Test
    void ofSamplesOnlySizesAreKnown() throws Exception {
        Written written = write("sampled", 2, Map.of("twitter", 0.01));

        assertThat(written.rows())
                .filteredOn(row -> row.platform().equals("twitter"))
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.size()).isGreaterThan(1);
                    assertThat(row.depth()).isNull();
                    assertThat(row.structuralVirality()).isNull();
                    assertThat(row.hoursToFirstShare()).isNull();
                    assertThat(row.durationHours()).isNull();
                    assertThat(row.peakPerHour()).isNull();
                    assertThat(row.reachUpper()).isNull();
                });
        assertThat(written.rows())
                .filteredOn(row -> row.platform().equals("reddit"))
                .extracting(CascadeRow::depth)
                .isNotEmpty()
                .doesNotContainNull();
    }

    @Test
    void everyTrackedRootHasFactsAndIsFollowedUntilTheLastPostingOfItsPlatform() throws Exception {
        StreamExecutionEnvironment env = BatchJob.environment(2, Exchange.STORED);
        Map<String, CascadeFact> facts = new TreeMap<>();
        try (CloseableIterator<CascadeFact> all =
                Cascades.build(items(env), plan(Map.of()), asked()).facts().executeAndCollect()) {
            while (all.hasNext()) {
                CascadeFact fact = all.next();
                assertThat(facts.put(fact.cascadeId + " " + fact.parentSource, fact))
                        .isNull();
            }
        }
        Map<String, Long> latest = new HashMap<>();
        Map<String, SpreadItem> roots = new HashMap<>();
        for (SpreadItem item : forest.items) {
            roots.put(CascadeId.of(item.itemKey), item);
            if (item.postedAt != null) {
                latest.merge(item.platform, item.postedAt, Math::max);
            }
        }
        long listed = expected.rows.size();
        assertThat(facts.values()).filteredOn(fact -> fact.size > 1).hasSize((int) listed);
        assertThat(facts.values())
                .filteredOn(fact -> fact.size == 1)
                .isNotEmpty()
                .allSatisfy(fact -> {
                    assertThat(fact.rootTracked).isTrue();
                    assertThat(fact.parentSource).isEqualTo("explicit");
                });
        assertThat(facts.values()).allSatisfy(fact -> {
            SpreadItem root = roots.get(fact.cascadeId);
            assertThat(fact.followedHours).isEqualTo((latest.get(root.platform) - root.postedAt) / 3.6e9);
            assertThat(fact.strata)
                    .containsExactly(
                            "all",
                            "platform=" + root.platform,
                            "platform,language=" + root.platform + "|" + root.language);
            assertThat(fact.rootAccountKey).isEqualTo(root.accountKey);
            boolean recorded = Set.of("explicit", "root_only").contains(fact.parentSource);
            // What comes in the first week; the forest is younger.
            assertThat(IntStream.of(fact.stepItems).sum())
                    .isEqualTo(recorded && fact.rootTracked ? (int) fact.size - 1 : 0);
            assertThat(fact.steps).hasSameSizeAs(fact.stepItems);
            assertThat(fact.lags).hasSameSizeAs(fact.lagCounts);
        });
    }

    @Test
    void publishedAreOnlyLargeCascadesOfTrackedRootsAndSumsOverTheOthers() throws Exception {
        Written written = write("release", 3, Map.of());

        List<CascadeRow> listed = written.release().stream()
                .filter(row -> row.cascadeId() != null)
                .toList();
        assertThat(listed).isNotEmpty().allSatisfy(row -> {
            assertThat(row.isRootTracked()).isTrue();
            assertThat(row.size()).isGreaterThanOrEqualTo(10);
            assertThat(row.uniqueAccounts()).isGreaterThanOrEqualTo(10);
            assertThat(row.durationHours()).isEqualTo(Math.rint(row.durationHours()));
        });
        Map<String, Long> all = new TreeMap<>();
        Map<String, Long> published = new TreeMap<>();
        Set<String> recorded = Set.of("explicit", "root_only");
        written.rows().stream()
                .filter(row -> recorded.contains(row.parentSource()))
                .forEach(row -> all.merge(row.platform(), row.size(), Long::sum));
        written.release().stream()
                .filter(row -> recorded.contains(row.parentSource()) && !row.suppressed())
                .forEach(row -> published.merge(row.platform(), row.size(), Long::sum));
        assertThat(all).hasSize(2).allSatisfy((platform, items) -> {
            long hidden = items - published.getOrDefault(platform, 0L);
            assertThat(hidden == 0 || hidden >= 10)
                    .as("%d items of %s are held back", hidden, platform)
                    .isTrue();
        });
    }

    private static Written write(String name, int parallelism, Map<String, Double> sampling) throws Exception {
        StreamExecutionEnvironment env = BatchJob.environment(parallelism, Exchange.STORED);
        TableFolder edges = folder(name, "edges");
        TableFolder rows = folder(name, "rows");
        TableFolder release = folder(name, "release");
        org.apache.flink.core.fs.Path counts =
                JobCounts.file(temp.resolve(name).toUri().toString(), "cascades");
        Cascades.Outputs outputs = Cascades.build(items(env), plan(sampling), asked());
        TableSink.writeSorted(outputs.edges(), Table.CASCADE_EDGES, edges, "edges");
        TableSink.write(outputs.cascades(), Table.CASCADES, rows, "rows");
        TableSink.write(outputs.release(), Table.CASCADES, release, "release");
        JobCounts.collect("cascades", RUN, counts, outputs.counts());
        BatchJob.execute(env, "cascades");
        return new Written(
                TableReader.read(Table.CASCADES, rows.root()),
                TableReader.read(Table.CASCADE_EDGES, edges.root()),
                TableReader.read(Table.CASCADES, release.root()),
                JobCounts.read(counts).counts());
    }

    private static TableFolder folder(String name, String table) {
        return new TableFolder(temp.resolve(name).resolve(table).toUri().toString(), RUN, 4);
    }

    private static DataStream<SpreadItem> items(StreamExecutionEnvironment env) {
        return env.fromData(SpreadItem.TYPE, new ArrayList<>(forest.items).toArray(SpreadItem[]::new))
                .rebalance();
    }

    private static Reconstructions asked() {
        return new Reconstructions(
                Set.of(ParentRule.FOLLOWERS, ParentRule.TIME),
                WINDOW,
                new TestForest.Source(new ArrayList<>(forest.pairs)));
    }

    private static SpreadPlan plan(Map<String, Double> sampling) {
        MeasurePlan measures = new MeasurePlan("test", Clock.POSTED, List.of(24.0), 0.95, 10, 7, null, false, RUN);
        return new SpreadPlan(
                measures, new Strata(List.of("platform", "language")), sampling, Study.Coordination.USUAL);
    }

    private static String shown(CascadeEdgeRow edge) {
        return edge.childKey() + " " + edge.parentKey() + " " + edge.edgeKind() + " " + edge.parentSource() + " "
                + ChronoUnit.MICROS.between(Instant.EPOCH, edge.atUtc());
    }

    private static String shown(CascadeRow row, Map<String, String> roots) {
        return SlowCascades.shown(
                roots.get(row.cascadeId()),
                row.parentSource(),
                row.platform(),
                row.language(),
                row.familyId(),
                row.isRootTracked(),
                row.size(),
                row.nShares(),
                row.nQuotes(),
                row.nReplies(),
                row.nTracked(),
                row.nRemoved(),
                row.uniqueAccounts(),
                row.depth(),
                row.maxBreadth(),
                row.maxBreadthAccounts(),
                row.structuralVirality() == null ? null : String.format(Locale.ROOT, "%.9f", row.structuralVirality()),
                row.hoursToFirstShare(),
                row.hoursTo10(),
                row.peakPerHour(),
                row.durationHours(),
                row.nAccountsWithFollowers(),
                row.reachUpper());
    }
}
