// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.tilik.measure.removal.Closeness.assertClose;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tilik.measure.removal.ReferenceTable;

/**
 * Oracles: distances by igraph (R 4.2.2) for the trees of {@code structural_virality}, networkx for {@code
 * cascade_toy_timed}; see SOURCE.txt beside the data. Closed forms of Goel et al. 2016. A slow walk over all pairs.
 */
class CascadeTreeTest {

    private static final double EXACT = 1e-9;
    private static final String SEED = "20190315";
    private static final long MINUTE = 60_000_000L;
    private static final long HOUR = 60 * MINUTE;
    private static final int MANY = 1_500_000;

    @Provide
    Arbitrary<Trees> trees() {
        return Trees.some();
    }

    @Test
    void shapesOfElevenTreesEqualDistancesByIgraph() {
        ReferenceTable expected = read("structural_virality/expected.csv");
        ReferenceTable edges = read("structural_virality/input_edges.csv");
        for (int t = 0; t < expected.size(); t++) {
            String name = expected.text(t, "tree");
            CascadeTree tree = treeOf(edges.where("tree", name), "");
            CascadeShape shape = tree.shape();
            assertClose(name, shape.size(), expected.number(t, "size"), 0);
            assertClose(name, shape.depth(), expected.number(t, "depth"), 0);
            assertClose(name, shape.maxBreadth(), expected.number(t, "max_breadth"), 0);
            assertClose(name, shape.meanDepth(), expected.number(t, "mean_depth"), EXACT);
            assertThat(Arrays.stream(tree.breadths())
                            .mapToObj(Integer::toString)
                            .collect(Collectors.joining("|")))
                    .isEqualTo(expected.text(t, "breadth_by_depth"));
            // The table writes 0 for the tree without a pair.
            double virality = name.equals("single") ? Double.NaN : expected.number(t, "structural_virality");
            assertClose(name, shape.structuralVirality(), virality, EXACT);
        }
    }

    @Test
    void theGrowingTreeEqualsNetworkxAtEveryTime() {
        CascadeTree tree = treeOf(read("cascade_toy_timed/input.csv"), "t_min");
        ReferenceTable expected = read("cascade_toy_timed/expected_over_time.csv");
        for (int i = 0; i < expected.size(); i++) {
            double minutes = expected.number(i, "t_min");
            for (CascadeShape shape :
                    new CascadeShape[] {tree.shapeUntil(Math.round(minutes * MINUTE)), tree.shapeWithin(minutes / 60)
                    }) {
                assertClose("size", shape.size(), expected.number(i, "size"), 0);
                assertClose("depth", shape.depth(), expected.number(i, "depth"), 0);
                assertClose("breadth", shape.maxBreadth(), expected.number(i, "max_breadth"), 0);
                double virality = i == 0 ? Double.NaN : expected.number(i, "structural_virality");
                assertClose("virality", shape.structuralVirality(), virality, EXACT);
            }
        }
    }

    @Test
    void hoursToSizesAndDepthsEqualThoseByHand() {
        CascadeTree tree = treeOf(read("cascade_toy_timed/input.csv"), "t_min");
        ReferenceTable expected = read("cascade_toy_timed/expected_time_to.csv");
        for (int i = 0; i < expected.size(); i++) {
            String key = expected.text(i, "key");
            int number = Integer.parseInt("0" + key.replaceAll("\\D", ""));
            double hours = key.startsWith("time_to_depth")
                    ? tree.hoursToDepth(number)
                    : number == 0 ? tree.hoursToFirstCopy() : tree.hoursToSize(number);
            String value = expected.text(i, "value");
            double minutes = value.startsWith("NA_right_censored") ? Double.NaN : Double.parseDouble(value);
            assertClose(key, 60 * hours, minutes, EXACT);
        }
        assertThat(tree.durationHours()).isCloseTo(0.5, within(EXACT));
        assertThat(tree.hoursToDepth(5)).isNaN();
    }

    private static ReferenceTable read(String path) {
        return ReferenceTable.read("/org/tilik/measure/spread/" + path);
    }

    private static CascadeTree treeOf(ReferenceTable rows, String minutes) {
        CascadeBuilder builder = new CascadeBuilder();
        for (int i = rows.size() - 1; i >= 0; i--) {
            long micros = minutes.isEmpty() ? 0 : Math.round(rows.number(i, minutes) * MINUTE);
            long node = (long) rows.number(i, "node");
            double parent = rows.number(i, "parent");
            if (Double.isNaN(parent)) {
                builder.addRoot(5, node, micros, (int) node);
            } else {
                builder.add(5, node, 5, (long) parent, EdgeKind.SHARE, micros, (int) node);
            }
        }
        return builder.build();
    }

    @Property(tries = 400, seed = SEED)
    void everyShapeAtEveryTimeEqualsAWalkOverAllPairs(@ForAll("trees") Trees rows) {
        CascadeTree tree = rows.tree();
        for (long until : rows.micros()) {
            CascadeShape slow = SlowShape.of(rows, until);
            CascadeShape fast = tree.shapeUntil(until);
            assertThat(fast.structuralVirality())
                    .satisfiesAnyOf(
                            v -> assertThat(v).isCloseTo(slow.structuralVirality(), within(EXACT)),
                            v -> assertThat(v + slow.structuralVirality()).isNaN());
            assertThat(fast.meanDepth()).isCloseTo(slow.meanDepth(), within(EXACT));
            assertThat(withoutMeans(fast)).isEqualTo(withoutMeans(slow));
            double hours = (until - tree.rootMicros()) / 3.6e9;
            assertThat(tree.shapeWithin(hours)).isEqualTo(fast);
        }
    }

    private static CascadeShape withoutMeans(CascadeShape shape) {
        return new CascadeShape(
                shape.size(),
                shape.depth(),
                shape.maxBreadth(),
                shape.maxBreadthAccounts(),
                shape.accounts(),
                shape.postsWithoutAccount(),
                0,
                0);
    }

    @Property(tries = 300, seed = SEED)
    void theOrderOfRowsNeverMatters(@ForAll("trees") Trees rows, @ForAll Random random) {
        CascadeTree one = rows.tree();
        CascadeTree other = rows.shuffled(random).tree();
        assertThat(other.shape()).isEqualTo(one.shape());
        assertThat(other.peakHour()).isEqualTo(one.peakHour());
        assertThat(other.breadthsInAccounts()).isEqualTo(one.breadthsInAccounts());
        for (int k = 1; k <= rows.size() + 1; k++) {
            assertThat(Double.valueOf(other.hoursToSize(k))).isEqualTo(Double.valueOf(one.hoursToSize(k)));
            assertThat(Double.valueOf(other.hoursToDepth(k))).isEqualTo(Double.valueOf(one.hoursToDepth(k)));
        }
    }

    @Property(tries = 300, seed = SEED)
    void theBusiestHourIsThatOfAllWindows(@ForAll("trees") Trees rows) {
        long[] times = Arrays.stream(rows.micros()).sorted().toArray();
        int most = 0;
        double end = 0;
        for (long t : times) {
            int copies = (int)
                    Arrays.stream(times).filter(u -> t - HOUR < u && u <= t).count();
            if (copies > most) {
                most = copies;
                end = (t - times[0]) / 3.6e9;
            }
        }
        assertThat(rows.tree().peakHour()).isEqualTo(new CascadeTree.PeakHour(most, end));
    }

    @Test
    void aPostOneHourAfterAnotherIsInAnotherWindow() {
        CascadeTree tree = CascadeTree.ofShares(new int[] {-1, 0, 0}, new long[] {0, HOUR, 2 * HOUR - 1}, new int[3]);
        assertThat(tree.peakHour()).isEqualTo(new CascadeTree.PeakHour(2, (2 * HOUR - 1) / 3.6e9));
    }

    @Test
    void aPathOfManyPostsOverflowsNothing() {
        int[] parents = new int[MANY];
        long[] micros = new long[MANY];
        for (int i = 0; i < MANY; i++) {
            // From the end of the path to its root, so that no row stands behind its parent.
            parents[i] = i == MANY - 1 ? -1 : i + 1;
            micros[i] = (long) MANY - i;
        }
        CascadeShape shape =
                CascadeTree.ofShares(parents, micros, new int[MANY]).shape();
        assertClose("path", shape.structuralVirality(), (MANY + 1) / 3.0, EXACT);
        assertThat(shape.depth()).isEqualTo(MANY - 1);
        assertThat(shape.maxBreadth()).isEqualTo(1);
        assertThat(shape.accounts()).isEqualTo(1);
    }

    @Test
    void aPathWhosePairsExceedSixtyFourBitsIsStillExactToTheLastDigits() {
        int n = 4_200_000;
        int[] parents = new int[n];
        for (int i = 0; i < n; i++) {
            parents[i] = i - 1;
        }
        CascadeShape shape =
                CascadeTree.ofShares(parents, new long[n], new int[n]).shape();
        assertThat((double) n * n * n / 6).isGreaterThan((double) Long.MAX_VALUE);
        assertClose("path", shape.structuralVirality(), (n + 1) / 3.0, 1e-14);
    }

    @Test
    void aStarOfManyPostsHasOneDepth() {
        int[] parents = new int[MANY];
        int[] accounts = new int[MANY];
        long[] micros = new long[MANY];
        parents[0] = -1;
        for (int i = 1; i < MANY; i++) {
            accounts[i] = i;
            micros[i] = (MANY - i) * 1_000_003L;
        }
        CascadeTree tree = CascadeTree.ofShares(parents, micros, accounts);
        CascadeShape shape = tree.shape();
        assertClose("star", shape.structuralVirality(), 2.0 * (MANY - 1) / MANY, EXACT);
        assertThat(shape.maxBreadthAccounts()).isEqualTo(MANY - 1);
        assertThat(shape.accounts()).isEqualTo(MANY);
        assertThat(tree.hoursToFirstCopy()).isEqualTo(1_000_003 / 3.6e9);
    }

    @Test
    void aRandomTreeOfManyPostsHasTheMeanDistanceOfItsDepths() {
        Random random = new Random(1);
        int[] parents = new int[MANY];
        long[] micros = new long[MANY];
        int[] accounts = new int[MANY];
        parents[0] = -1;
        for (int i = 1; i < MANY; i++) {
            parents[i] = random.nextInt(i);
            micros[i] = micros[parents[i]] + random.nextInt(1_000_000_000);
            accounts[i] = random.nextInt(MANY / 3);
        }
        CascadeTree tree = CascadeTree.ofShares(parents, micros, accounts);
        CascadeShape shape = tree.shape();
        assertThat(Arrays.stream(tree.breadths()).sum()).isEqualTo(MANY);
        // Each post hangs on any earlier one: the mean depth is near H_n − 1, the mean distance near 2 H_n − 4.
        double harmonic = Math.log(MANY) + 0.5772156649015329;
        assertThat(shape.meanDepth()).isCloseTo(harmonic - 1, within(1.0));
        assertThat(shape.structuralVirality()).isCloseTo(2 * harmonic - 4, within(2.0));
        assertThat(tree.shapeWithin(1e9)).isEqualTo(shape);
    }

    @Test
    void edgesAreCountedByKind() {
        byte[] kinds = {
            EdgeKind.ROOT.code(),
            EdgeKind.REPLY.code(),
            EdgeKind.SHARE.code(),
            EdgeKind.QUOTE.code(),
            EdgeKind.SHARE.code()
        };
        CascadeTree tree = CascadeTree.of(
                new int[] {-1, 0, 1, 2, 0},
                new long[] {0, HOUR, HOUR, 2 * HOUR, 3 * HOUR},
                new int[] {4, 4, 2, -1, 2},
                kinds);
        assertThat(tree.count(EdgeKind.SHARE)).isEqualTo(2);
        assertThat(tree.hoursToFirst(EdgeKind.QUOTE)).isEqualTo(2);
        assertThat(tree.breadthsInAccounts()).containsExactly(1, 2, 1, 0);
        assertThat(tree.shape().postsWithoutAccount()).isEqualTo(1);
        assertThat(tree.accounts()).isEqualTo(2);
    }

    @Test
    void aSinglePostHasNoVirality() {
        CascadeTree tree = CascadeTree.ofShares(new int[] {-1}, new long[] {9}, new int[] {0});
        assertThat(tree.shape().structuralVirality()).isNaN();
        assertThat(tree.hoursToFirstCopy()).isNaN();
        assertThat(tree.hoursToFirst(EdgeKind.REPLY)).isNaN();
        assertThat(tree.durationHours()).isZero();
        assertThat(tree.peakHour()).isEqualTo(new CascadeTree.PeakHour(1, 0));
    }

    @Test
    void whatIsNoTreeIsRefusedByName() {
        long[] times = new long[3];
        int[] accounts = new int[3];
        assertRefused("are both roots", () -> CascadeTree.ofShares(new int[] {-1, -1, 0}, times, accounts));
        assertRefused("None of 3 posts is a root", () -> CascadeTree.ofShares(new int[] {1, 2, 0}, times, accounts));
        assertRefused("form a cycle", () -> CascadeTree.ofShares(new int[] {-1, 2, 1}, times, accounts));
        assertRefused("hangs on post 3", () -> CascadeTree.ofShares(new int[] {-1, 3, 1}, times, accounts));
        assertRefused("form a cycle", () -> CascadeTree.ofShares(new int[] {-1, 1, 0}, times, accounts));
        assertRefused(
                "not before it", () -> CascadeTree.ofShares(new int[] {-1, 0, 1}, new long[] {0, 2, 1}, accounts));
        assertRefused("at least 1", () -> CascadeTree.ofShares(new int[0], new long[0], new int[0]));
        assertRefused("by account -2", () -> CascadeTree.ofShares(new int[] {-1}, new long[1], new int[] {-2}));
        assertRefused("of kind ROOT", () -> CascadeTree.of(new int[] {-1, 0, 0}, times, accounts, new byte[3]));
        assertRefused(
                "further than 2^63",
                () -> CascadeTree.ofShares(new int[] {-1, 0}, new long[] {Long.MIN_VALUE, Long.MAX_VALUE}, new int[2]));
    }

    @Test
    void aBuilderRefusesPostsThatComeTwiceOrHangOnNothing() {
        CascadeBuilder twice = new CascadeBuilder().addRoot(1, 1, 0, 0);
        assertRefused("added before", () -> twice.addRoot(1, 1, 0, 0));
        CascadeBuilder nothing = new CascadeBuilder().addRoot(1, 1, 0, 0).add(1, 2, 1, 3, EdgeKind.REPLY, 5, 0);
        assertThat(nothing.size()).isEqualTo(2);
        assertRefused("00000000000000010000000000000003, which is not among", nothing::build);
        assertRefused("as ROOT", () -> nothing.add(1, 4, 1, 1, EdgeKind.ROOT, 5, 0));
    }

    private static void assertRefused(String why, Runnable making) {
        assertThatThrownBy(making::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }
}
