// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pairs and links of CooRTweet 2.1.3, run in R on a toy and on its own data; SOURCE.txt beside them. */
class CoordinatedSharingTest {

    private static final Path RUSSIAN =
            Path.of("..", "..", "..", "shared", "vectors", "coordinated_sharing", "russian_coord_tweets.csv.gz");

    private static CoordinatedSharing.Found search(
            List<Share> shares, double seconds, int minParticipation, boolean loops) {
        return CoordinatedSharing.search(shares, CoordinationRules.of(List.of(seconds), minParticipation, loops));
    }

    private static String line(SharePair pair) {
        return String.join(
                ",",
                pair.earlier().object(),
                pair.earlier().item(),
                pair.later().item(),
                Long.toString(pair.gapMicros() / 1_000_000),
                pair.earlier().account(),
                pair.later().account());
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 10})
    void pairsAndLinksOfTheToyAreThoseOfCooRTweet(int seconds) {
        CoordinatedSharing.Found found = search(Tables.read("toy_input.csv").shares(), seconds, 2, false);
        Tables pairs = Tables.read("toy_expected_pairs_tw" + seconds + ".csv");
        assertThat(found.pairs().stream().map(CoordinatedSharingTest::line))
                .containsExactlyInAnyOrderElementsOf(
                        pairs.rows().stream().map(row -> String.join(",", row)).toList());
        Tables edges = Tables.read("toy_expected_edges_tw" + seconds + ".csv");
        List<AccountLink> links = found.links().get(0);
        assertThat(links).hasSameSizeAs(edges.rows());
        WeightCounts weights = new WeightCounts();
        links.forEach(link -> weights.add(link.weight(), 1));
        for (int i = 0; i < links.size(); i++) {
            AccountLink link = links.get(i);
            assertThat(link.account()).isEqualTo(edges.text(i, "from"));
            assertThat(link.otherAccount()).isEqualTo(edges.text(i, "to"));
            assertThat(link.weight()).isEqualTo((long) edges.number(i, "weight"));
            assertThat(link.meanGapSeconds()).isEqualTo(edges.number(i, "avg_time_delta"));
            assertThat(link.earlierItems()).isEqualTo((long) edges.number(i, "n_content_id"));
            assertThat(link.laterItems()).isEqualTo((long) edges.number(i, "n_content_id_y"));
            assertThat(link.orderSymmetry()).isEqualTo(edges.number(i, "edge_symmetry_score"));
            assertThat(link.weight() > weights.quantile(0.5) ? 1.0 : 0.0)
                    .isEqualTo(edges.number(i, "weight_threshold"));
        }
    }

    @Test
    void itemsOfTheTwoAccountsAreNotEarlierAndLaterItems() {
        AccountLink link = search(Tables.read("toy_input.csv").shares(), 10, 2, false)
                .links()
                .get(0)
                .get(0);
        // A: p1 p4 p5 p9; B: p2 p6 p8, of which p2 is in two pairs.
        assertThat(link.items()).isEqualTo(4);
        assertThat(link.otherItems()).isEqualTo(3);
        assertThat(link.accountSymmetry()).isEqualTo(0.75);
    }

    @Test
    void summariesOfThirtyFiveThousandSharesAreThoseOfCooRTweet() throws IOException {
        boolean present = Files.exists(RUSSIAN);
        if (!present && System.getenv("CI") != null) {
            fail("CI must have the data of CooRTweet, but " + RUSSIAN + " is missing");
        }
        assumeTrue(present, "no data of CooRTweet beside this repository");
        List<Share> shares;
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(RUSSIAN))) {
            shares = Tables.read(in).shares();
        }
        assertThat(shares).hasSize(35_125);
        Tables expected = Tables.read("expected_russian_summary.csv");
        assertThat(expected.rows()).hasSize(8);
        for (int i = 0; i < expected.rows().size(); i++) {
            CoordinatedSharing.Found found = search(
                    shares,
                    expected.number(i, "time_window"),
                    (int) expected.number(i, "min_participation"),
                    expected.text(i, "remove_loops").equals("FALSE"));
            String row = String.join(",", expected.rows().get(i));
            assertThat(summary(found))
                    .as(row)
                    .containsExactlyElementsOf(IntStream.range(3, 13)
                            .mapToObj(c -> Double.parseDouble(row.split(",", -1)[c]))
                            .toList());
            assertThat(found.pairs().stream()
                            .mapToDouble(pair -> pair.gapMicros() / 1e6)
                            .average()
                            .orElseThrow())
                    .as(row)
                    .isCloseTo(expected.number(i, "mean_timedelta"), within(1e-9));
        }
    }

    /** The columns of the summary in their order. */
    private static List<Double> summary(CoordinatedSharing.Found found) {
        List<AccountLink> links = found.links().get(0);
        WeightCounts weights = new WeightCounts();
        Components components = new Components();
        for (AccountLink link : links) {
            weights.add(link.weight(), 1);
            components.connect(link.account(), link.otherAccount());
        }
        double threshold = weights.quantile(0.5);
        long accounts = found.pairs().stream()
                .flatMap(
                        pair -> Stream.of(pair.earlier().account(), pair.later().account()))
                .distinct()
                .count();
        return Stream.of(
                        found.pairs().size(),
                        found.pairs().stream()
                                .map(pair -> pair.earlier().object())
                                .distinct()
                                .count(),
                        accounts,
                        components.accounts(),
                        links.size(),
                        weights.total(),
                        links.stream().mapToLong(AccountLink::weight).max().orElseThrow(),
                        threshold,
                        links.stream().filter(link -> link.weight() > threshold).count(),
                        components.numbered().count())
                .map(Number::doubleValue)
                .toList();
    }

    /** The definition, pair by pair, without any order or window that slides. */
    private static List<String> definition(List<Share> shares, long micros, int least, boolean loops) {
        Map<String, Long> all = shares.stream().collect(Collectors.groupingBy(Share::account, Collectors.counting()));
        List<Share> taking = shares.stream()
                .filter(share -> all.get(share.account()) >= least)
                .toList();
        List<SharePair> pairs = new ArrayList<>();
        for (int i = 0; i < taking.size(); i++) {
            for (int j = i + 1; j < taking.size(); j++) {
                Share a = taking.get(i);
                Share b = taking.get(j);
                boolean first = CoordinatedSharing.BY_OBJECT.compare(a, b) < 0;
                SharePair pair = new SharePair(first ? a : b, first ? b : a, 0);
                boolean loop = a.account().equals(b.account())
                        || a.item().equals(b.item())
                        || a.object().equals(a.item())
                        || b.object().equals(b.item());
                if (a.object().equals(b.object()) && pair.gapMicros() <= micros && (loops || !loop)) {
                    pairs.add(pair);
                }
            }
        }
        Set<String> items = pairs.stream()
                .flatMap(pair -> Stream.of(pair.earlier().item(), pair.later().item()))
                .collect(Collectors.toSet());
        Map<String, Long> paired = new HashMap<>();
        taking.stream()
                .filter(share -> items.contains(share.item()))
                .forEach(share -> paired.merge(share.account(), 1L, Long::sum));
        Set<String> kept = taking.stream()
                .filter(share -> items.contains(share.item()) && paired.get(share.account()) >= least)
                .map(Share::item)
                .collect(Collectors.toSet());
        return pairs.stream()
                .filter(pair -> kept.contains(pair.earlier().item())
                        || kept.contains(pair.later().item()))
                .map(CoordinatedSharingTest::line)
                .sorted()
                .toList();
    }

    private static List<Share> random(long seed, boolean severalContents) {
        SplittableRandom random = new SplittableRandom(seed);
        Collection<Share> shares = new HashSet<>();
        for (int i = 0; i < 160; i++) {
            int number = random.nextInt(25);
            String account = "a" + number;
            // Some contents are items themselves, each of one account.
            String item = number < 6 && random.nextInt(3) == 0 ? "o" + number : account + "-i" + i;
            long time = 1_000_000L * random.nextInt(400);
            shares.add(new Share("o" + random.nextInt(6), item, account, time));
            if (severalContents && random.nextInt(3) == 0) {
                shares.add(new Share("o" + random.nextInt(6), item, account, time));
            }
        }
        List<Share> shuffled = new ArrayList<>(shares);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void slidingWindowsFindWhatTheDefinitionFinds(boolean loops) {
        for (int seed = 0; seed < 20; seed++) {
            List<Share> shares = random(seed, seed % 2 == 1);
            List<Double> windows = List.of(0.0, 3.0, 20.0);
            int least = 1 + seed % 4;
            CoordinatedSharing.Found together =
                    CoordinatedSharing.search(shares, CoordinationRules.of(windows, least, loops));
            for (int w = 0; w < windows.size(); w++) {
                int window = w;
                List<String> found = together.pairs().stream()
                        .filter(pair -> pair.narrowest() <= window)
                        .map(CoordinatedSharingTest::line)
                        .sorted()
                        .toList();
                assertThat(found)
                        .as("seed %d, window %s, least %d", seed, windows.get(w), least)
                        .isEqualTo(definition(shares, Math.round(windows.get(w) * 1e6), least, loops));
                assertThat(together.links().get(w))
                        .isEqualTo(search(shares, windows.get(w), least, loops)
                                .links()
                                .get(0));
            }
        }
    }

    @Test
    void aContentThatIsSharedTooFastIsNamedAndOthersKeepAllTheirPairs() {
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            shares.add(new Share("crowd", "c" + i, "a" + i % 10, 1_000_000L * i));
            shares.add(new Share("quiet", "q" + i, "a" + i % 10, 100_000_000L * (i / 2)));
        }
        CoordinationRules rules = new CoordinationRules(List.of(1_000_000L, 60_000_000L), 2, false, 200);
        CoordinatedSharing.Found found = CoordinatedSharing.search(shares, rules);
        // 99 pairs a second apart are fewer than 200; those up to a minute are more.
        assertThat(found.crowded()).containsExactly(Map.entry("crowd", 1));
        Map<String, Long> narrow = counts(found, 0);
        assertThat(narrow).isEqualTo(Map.of("crowd", 99L, "quiet", 50L));
        assertThat(counts(found, 1)).isEqualTo(Map.of("crowd", 299L, "quiet", 50L));
        CoordinatedSharing.Found tight =
                CoordinatedSharing.search(shares, new CoordinationRules(rules.windowsMicros(), 2, false, 98));
        assertThat(tight.crowded()).containsExactly(Map.entry("crowd", 0));
    }

    private static Map<String, Long> counts(CoordinatedSharing.Found found, int window) {
        return found.pairs().stream()
                .filter(pair -> pair.narrowest() <= window)
                .collect(Collectors.groupingBy(pair -> pair.earlier().object(), Collectors.counting()));
    }

    @Test
    void oneAccountThatRepeatsItselfMakesNoPairsAndEndsTheSearchOfItsContent() {
        List<String> crowded = new ArrayList<>();
        List<SharePair> pairs = new ArrayList<>();
        CoordinationRules rules = new CoordinationRules(List.of(10_000_000L), 1, false, 10_000);
        PairSearch search = new PairSearch(rules, pairs::add, (object, window) -> crowded.add(object));
        int shares = PairSearch.MOST_HELD + 1000;
        for (int i = 0; i < shares; i++) {
            search.add(new Share("o", "i" + i, "same", i), 0);
        }
        search.end();
        assertThat(pairs).isEmpty();
        assertThat(crowded).containsExactly("o");
    }

    @Test
    void quantilesAreThoseOfR() {
        WeightCounts weights = new WeightCounts();
        List.of(1L, 1L, 2L, 5L).forEach(weight -> weights.add(weight, 1));
        // quantile(c(1, 1, 2, 5), c(0, .25, .5, .9, 1)) in R 4.2.2: 1.0 1.0 1.5 4.1 5.0
        assertThat(Stream.of(0.0, 0.25, 0.5, 0.9, 1.0).map(weights::quantile).toList())
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b), Double.class)
                .isEqualTo(List.of(1.0, 1.0, 1.5, 4.1, 5.0));
        assertThat(new WeightCounts().quantile(0.5)).isNaN();
        assertThat(weights.total()).isEqualTo(9);
    }

    @Test
    void groupsAreNumberedBySizeAndNameWhateverTheOrderOfLinks() {
        List<List<String>> links = new ArrayList<>(
                List.of(List.of("x", "y"), List.of("b", "a"), List.of("y", "z"), List.of("q", "q"), List.of("c", "d")));
        for (int seed = 0; seed < 10; seed++) {
            Collections.shuffle(links, new Random(seed));
            Components components = new Components();
            links.forEach(link -> components.connect(link.get(0), link.get(1)));
            Components.Numbered numbered = components.numbered();
            assertThat(components.accounts()).isEqualTo(8);
            assertThat(numbered.count()).isEqualTo(4);
            assertThat(numbered.largest()).isEqualTo(3);
            assertThat(Stream.of("z", "a", "d", "q").map(numbered::of).toList()).containsExactly(1, 2, 3, 4);
        }
    }

    @Test
    void windowsMustAscend() {
        assertThatThrownBy(() -> new CoordinationRules(List.of(10L, 10L), 2, false, 1))
                .hasMessageContaining("ascending windows");
        assertThat(CoordinationRules.of(List.of(60.0, 10.0), 2, false).windowsMicros())
                .containsExactly(10_000_000L, 60_000_000L);
    }
}
