// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tilik.measure.spread.coordination.AccountLink;
import org.tilik.measure.spread.coordination.CoordinatedSharing;
import org.tilik.measure.spread.coordination.CoordinationRules;
import org.tilik.measure.spread.coordination.Share;
import org.tilik.model.table.CoordinatedPairRow;
import org.tilik.model.table.CoordinationRow;
import org.tilik.pipeline.execution.BatchJob;
import org.tilik.pipeline.execution.BatchJob.Exchange;
import org.tilik.pipeline.removal.MeasurePlan;
import org.tilik.pipeline.spread.SpreadItem;
import org.tilik.pipeline.spread.SpreadPlan;
import org.tilik.pipeline.strata.Strata;
import org.tilik.pipeline.study.Clock;
import org.tilik.pipeline.study.Study;

/** The search for coordinated sharing in a small Flink; the toy and its results are those of CooRTweet 2.1.3. */
class CoordinationPipelineTest {

    /** Content, account, item, second: 11 shares made by hand. */
    private static final String[] TOY = {
        "u1,A,p1,100",
        "u1,B,p2,105",
        "u1,C,p3,109",
        "u1,A,p4,112",
        "u2,A,p5,200",
        "u2,B,p6,200",
        "u2,D,p7,215",
        "u3,B,p8,300",
        "u3,A,p9,310",
        "u3,A,p10,311",
        "u1,D,p11,500"
    };

    private record Tables(List<CoordinatedPairRow> pairs, List<CoordinationRow> release) {
        CoordinationRow row(String stratum, double window) {
            return release.stream()
                    .filter(row -> row.stratum().equals(stratum) && row.windowSeconds() == window)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static SpreadPlan plan(int k, Map<String, Double> sampling, Study.Coordination coordination) {
        return new SpreadPlan(
                new MeasurePlan("test", Clock.POSTED, List.of(24.0), 0.95, k, 7, null, false, "0123456789abcdef"),
                new Strata(List.of("platform")),
                sampling,
                coordination);
    }

    private static SpreadItem item(String platform, String family, String account, String item, long micros) {
        SpreadItem spread = new SpreadItem();
        spread.platform = platform;
        spread.itemKey = item;
        spread.accountKey = account;
        spread.familyId = family;
        spread.postedAt = micros;
        spread.kind = "POST";
        spread.language = "en";
        spread.trackedBy = "label";
        return spread;
    }

    private static List<SpreadItem> toy(String platform) {
        List<SpreadItem> items = new ArrayList<>();
        for (String line : TOY) {
            String[] cells = line.split(",", -1);
            items.add(item(platform, cells[0], cells[1], cells[2], 1_000_000 * Long.parseLong(cells[3])));
        }
        return items;
    }

    private static Tables run(List<SpreadItem> items, SpreadPlan plan, int parallelism) throws Exception {
        return run(items, plan, Coordination.rules(plan), parallelism);
    }

    private static Tables run(List<SpreadItem> items, SpreadPlan plan, CoordinationRules rules, int parallelism)
            throws Exception {
        StreamExecutionEnvironment env = BatchJob.environment(parallelism, Exchange.STORED);
        Coordination.Outputs outputs =
                Coordination.build(env.fromData(SpreadItem.TYPE, items.toArray(SpreadItem[]::new)), plan, rules);
        try (CloseableIterator<CoordinatedPairRow> pairs = outputs.pairs().collectAsync();
                CloseableIterator<CoordinationRow> release = outputs.release().collectAsync()) {
            env.execute("coordination");
            List<CoordinatedPairRow> pairRows = new ArrayList<>();
            pairs.forEachRemaining(pairRows::add);
            pairRows.sort(Comparator.comparing(CoordinatedPairRow::windowSeconds)
                    .thenComparing(CoordinatedPairRow::accountKey)
                    .thenComparing(CoordinatedPairRow::otherAccountKey));
            List<CoordinationRow> rows = new ArrayList<>();
            release.forEachRemaining(rows::add);
            return new Tables(pairRows, rows);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void theToyHasThePairsOfCooRTweetAtAnyParallelism(int parallelism) throws Exception {
        SpreadPlan plan = plan(1, Map.of(), new Study.Coordination(List.of(10.0, 5.0), 2, 0.5, false));
        Tables tables = run(toy("reddit"), plan, parallelism);
        assertThat(tables.pairs())
                .containsExactly(
                        new CoordinatedPairRow(5, "A", "B", 2, 2.5, 2, 2, 1, false, null, "0123456789abcdef"),
                        // CooRTweet's symmetry of earlier and later items is 1; of A's four items and B's three it is
                        // this.
                        new CoordinatedPairRow(10, "A", "B", 4, 5.5, 4, 3, 0.75, false, null, "0123456789abcdef"));
        assertThat(tables.release()).hasSize(4);
        for (String stratum : List.of("all", "reddit")) {
            CoordinationRow row = tables.row(stratum, 10);
            assertThat(row)
                    .isEqualTo(new CoordinationRow(
                            stratum.equals("all") ? "all" : "platform",
                            stratum,
                            10,
                            2,
                            0.5,
                            11L,
                            4L,
                            3L,
                            4L,
                            2L,
                            1L,
                            4.0,
                            0L,
                            0L,
                            0L,
                            5.5,
                            0L,
                            "searched",
                            false,
                            "0123456789abcdef"));
            assertThat(tables.row(stratum, 5).nPairs()).isEqualTo(2);
            assertThat(tables.row(stratum, 5).nObjects()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void manySharesHaveTheLinksThatASearchInMemoryFinds(int parallelism) throws Exception {
        SplittableRandom random = new SplittableRandom(5);
        List<SpreadItem> items = new ArrayList<>();
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            String family = "f" + random.nextInt(60);
            String account = "a" + random.nextInt(300);
            long micros = 1_000_000L * random.nextInt(3000);
            items.add(item(random.nextBoolean() ? "reddit" : "gab", family, account, "i" + i, micros));
            shares.add(new Share(family, "i" + i, account, micros));
        }
        Collections.shuffle(items, new Random(parallelism));
        Study.Coordination study = new Study.Coordination(List.of(10.0, 60.0), 3, 0.9, false);
        Tables tables = run(items, plan(10, Map.of(), study), parallelism);
        CoordinatedSharing.Found found =
                CoordinatedSharing.search(shares, CoordinationRules.of(List.of(10.0, 60.0), 3, false));
        for (int w = 0; w < 2; w++) {
            double seconds = w == 0 ? 10 : 60;
            Map<List<String>, AccountLink> links = found.links().get(w).stream()
                    .collect(Collectors.toMap(
                            link -> List.of(link.account(), link.otherAccount()), Function.identity()));
            List<CoordinatedPairRow> rows = tables.pairs().stream()
                    .filter(row -> row.windowSeconds() == seconds)
                    .toList();
            assertThat(rows).hasSameSizeAs(links.keySet()).hasSizeGreaterThan(50);
            for (CoordinatedPairRow row : rows) {
                AccountLink link = links.get(List.of(row.accountKey(), row.otherAccountKey()));
                assertThat(row.weight()).isEqualTo(link.weight());
                assertThat(row.nItems()).isEqualTo(link.items());
                assertThat(row.nItemsOther()).isEqualTo(link.otherItems());
                assertThat(row.meanDeltaSeconds()).isEqualTo(link.meanGapSeconds());
                assertThat(row.component() != null).isEqualTo(row.overThreshold());
            }
            CoordinationRow all = tables.row("all", seconds);
            assertThat(all.nPairs())
                    .isEqualTo(links.values().stream()
                            .mapToLong(AccountLink::weight)
                            .sum());
            assertThat(all.nEdgesOverThreshold())
                    .isEqualTo(rows.stream()
                            .filter(row -> row.weight() > all.weightThreshold())
                            .count());
            int window = w;
            assertThat(all.nObjects())
                    .isEqualTo(found.pairs().stream()
                            .filter(pair -> pair.narrowest() <= window)
                            .map(pair -> pair.earlier().object())
                            .distinct()
                            .count());
        }
        assertThat(tables.row("gab", 60).nPairs())
                .isLessThan(tables.row("all", 60).nPairs());
    }

    @Test
    void whatIsUntrackedOrHasNoAccountTimeOrFamilyIsNotSearched() throws Exception {
        List<SpreadItem> items = toy("reddit");
        items.get(0).trackedBy = null;
        items.get(1).accountKey = null;
        items.get(3).familyId = null;
        items.get(4).postedAt = null;
        Tables tables = run(items, plan(1, Map.of(), new Study.Coordination(List.of(10.0), 1, 0.5, false)), 2);
        assertThat(tables.row("all", 10).nItems()).isEqualTo(7);
        assertThat(tables.pairs())
                .extracting(CoordinatedPairRow::accountKey, CoordinatedPairRow::otherAccountKey)
                .containsExactly(tuple("A", "B"));
    }

    @Test
    void smallStrataHaveNoNumbersAndNeitherHasWhatWouldGiveThemAway() throws Exception {
        List<SpreadItem> items = toy("reddit");
        items.add(item("gab", "u1", "G", "g1", 101_000_000));
        Tables tables = run(items, plan(3, Map.of(), new Study.Coordination(List.of(10.0), 1, 0.5, false)), 2);
        assertThat(tables.row("all", 10).suppressed()).isFalse();
        assertThat(tables.row("all", 10).nAccounts()).isEqualTo(5);
        for (String platform : List.of("gab", "reddit")) {
            assertThat(tables.row(platform, 10).suppressed()).isTrue();
            assertThat(tables.row(platform, 10).nItems()).isNull();
            assertThat(tables.row(platform, 10).nPairs()).isNull();
        }
    }

    @Test
    void aSampledPlatformIsNotSearchedAndTheRestOnlyByItself() throws Exception {
        List<SpreadItem> items = toy("reddit");
        items.addAll(toy("twitter"));
        Tables tables =
                run(items, plan(1, Map.of("twitter", 0.01), new Study.Coordination(List.of(10.0), 2, 0.5, false)), 2);
        assertThat(tables.row("twitter", 10).outcome()).isEqualTo("sampled");
        assertThat(tables.row("twitter", 10).nPairs()).isNull();
        assertThat(tables.row("all", 10).outcome()).isEqualTo("sampled");
        assertThat(tables.row("all", 10).nItems()).isNull();
        assertThat(tables.row("reddit", 10).nPairs()).isEqualTo(4);
        assertThat(tables.pairs()).hasSize(1);
    }

    @Test
    void aStudyWithoutPairsHasRowsOfZeros() throws Exception {
        Tables tables = run(toy("reddit"), plan(1, Map.of(), new Study.Coordination(List.of(10.0), 50, 0.5, false)), 2);
        CoordinationRow row = tables.row("all", 10);
        assertThat(row.nItems()).isEqualTo(11);
        assertThat(row.nPairs()).isZero();
        assertThat(row.weightThreshold()).isNull();
        assertThat(row.meanDeltaSeconds()).isNull();
        assertThat(tables.pairs()).isEmpty();
    }

    @Test
    void crowdedFamiliesAreCounted() throws Exception {
        List<SpreadItem> items = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            items.add(item("gab", "crowd", "a" + i % 20, "i" + i, 1000L * i));
        }
        items.addAll(toy("gab"));
        SpreadPlan plan = plan(1, Map.of(), new Study.Coordination(List.of(10.0), 2, 0.5, false));
        Tables tables = run(items, plan, new CoordinationRules(List.of(10_000_000L), 2, false, 100), 4);
        assertThat(tables.row("all", 10).nCrowdedObjects()).isEqualTo(1);
        assertThat(tables.row("all", 10).nPairs()).isEqualTo(104);
        assertThat(tables.row("all", 10).nObjects()).isEqualTo(4);
    }
}
