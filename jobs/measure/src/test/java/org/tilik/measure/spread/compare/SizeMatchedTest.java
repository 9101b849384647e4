// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.tilik.measure.spread.cascade.CascadeTree;
import org.tilik.measure.spread.compare.SizeMatched.Matching;
import org.tilik.measure.spread.compare.SizeMatched.Options;
import org.tilik.measure.spread.compare.SizeMatched.Outcome;

class SizeMatchedTest {

    private static final String SEED = "20190315";

    /** A tree of a group. */
    record Tree(boolean first, int size, double value, int family) {}

    private static Options exact(int replicates) {
        return new Options(Matching.EXACT, 1, 0.95, replicates, 11);
    }

    private static SizeMatched compare(List<Tree> trees, Options options) {
        boolean[] first = new boolean[trees.size()];
        for (int i = 0; i < first.length; i++) {
            first[i] = trees.get(i).first();
        }
        return SizeMatched.of(
                first,
                trees.stream().mapToInt(Tree::size).toArray(),
                trees.stream().mapToDouble(Tree::value).toArray(),
                trees.stream().mapToInt(Tree::family).toArray(),
                options);
    }

    @Test
    void meansAreComparedSizeBySize() {
        List<Tree> trees = new ArrayList<>();
        // Size 5: 30 against 20 trees, means 2 and 1; size 9: 10 against 40, means 5 and 6; size 7 and 8 are in one
        // group.
        add(trees, true, 5, 2, 30);
        add(trees, false, 5, 1, 20);
        add(trees, true, 9, 5, 10);
        add(trees, false, 9, 6, 40);
        add(trees, true, 7, 100, 3);
        add(trees, false, 8, -100, 4);
        SizeMatched matched = compare(trees, exact(0));
        assertThat(matched.outcome()).isEqualTo(Outcome.MATCHED);
        assertThat(matched.matched()).isEqualTo(30);
        assertThat(matched.difference()).isCloseTo((20 * (2 - 1) + 10 * (5 - 6)) / 30.0, within(1e-12));
        assertThat(matched.first()).isEqualTo(new SizeMatched.Side(43, 40, 3, 3, 190 / 30.0, 40));
        assertThat(matched.second().leftOut()).isEqualTo(4);
        assertThat(matched.ciLow()).isNaN();
    }

    private static void add(List<Tree> trees, boolean first, int size, double value, int count) {
        for (int i = 0; i < count; i++) {
            trees.add(new Tree(first, size, value, -1));
        }
    }

    @Property(tries = 60, seed = SEED)
    void theDifferenceIsTheMeanOverRandomPairsOfOneSize(@ForAll Random random) {
        List<Tree> trees = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            trees.add(new Tree(random.nextInt(3) > 0, 2 + random.nextInt(2), random.nextInt(5), -1));
        }
        SizeMatched matched = compare(trees, exact(0));
        double sum = 0;
        int draws = 4000;
        for (int draw = 0; draw < draws; draw++) {
            Collections.shuffle(trees, random);
            sum += ofOnePairing(trees);
        }
        assertThat(matched.difference()).isCloseTo(sum / draws, within(0.05));
    }

    private static double ofOnePairing(List<Tree> trees) {
        double difference = 0;
        int pairs = 0;
        for (int size = 2; size <= 3; size++) {
            int s = size;
            double[] one = trees.stream()
                    .filter(t -> t.first() && t.size() == s)
                    .mapToDouble(Tree::value)
                    .toArray();
            double[] other = trees.stream()
                    .filter(t -> !t.first() && t.size() == s)
                    .mapToDouble(Tree::value)
                    .toArray();
            for (int i = 0; i < Math.min(one.length, other.length); i++) {
                difference += one[i] - other[i];
                pairs++;
            }
        }
        return difference / pairs;
    }

    @Property(tries = 20, seed = SEED)
    void theOrderOfTreesNeverMattersAndTheOrderOfGroupsOnlyTheSign(@ForAll Random random) {
        List<Tree> trees = world(random, 0.5);
        SizeMatched one = compare(trees, exact(50));
        Collections.shuffle(trees, random);
        SizeMatched other = compare(trees, exact(50));
        assertThat(other.difference()).isCloseTo(one.difference(), within(1e-12));
        assertThat(other.ciLow()).isCloseTo(one.ciLow(), within(1e-12));
        SizeMatched turned = compare(
                trees.stream()
                        .map(t -> new Tree(!t.first(), t.size(), t.value(), t.family()))
                        .toList(),
                exact(0));
        assertThat(turned.difference()).isCloseTo(-one.difference(), within(1e-12));
    }

    /**
     * Trees of the first group are larger, families of one to three trees share a part of their value, and at one size the
     * groups differ by {@code difference}.
     */
    private static List<Tree> world(Random random, double difference) {
        List<Tree> trees = new ArrayList<>();
        for (int family = 0; family < 120; family++) {
            boolean first = random.nextBoolean();
            double common = random.nextGaussian();
            int copies = 1 + random.nextInt(3);
            for (int copy = 0; copy < copies; copy++) {
                int size = 3 + Math.max(random.nextInt(6), first ? random.nextInt(6) : 0);
                double value = size + common + random.nextGaussian() + (first ? difference : 0);
                trees.add(new Tree(first, size, value, family));
            }
        }
        return trees;
    }

    @Test
    void intervalsOfFamiliesHoldTheDifferenceAtOneSize() {
        Random random = new Random(5);
        int worlds = 200;
        int held = 0;
        double naive = 0;
        for (int w = 0; w < worlds; w++) {
            List<Tree> trees = world(random, 0.4);
            SizeMatched matched = compare(trees, exact(200));
            held += matched.ciLow() <= 0.4 && 0.4 <= matched.ciHigh() ? 1 : 0;
            naive += mean(trees, true) - mean(trees, false);
        }
        // 0.95 − 4 · sqrt(0.95 · 0.05 / 200)
        assertThat(held / (double) worlds).isGreaterThan(0.888);
        // Without matching, groups that differ by 0.4 at every size seem to differ by far more.
        assertThat(naive / worlds).isGreaterThan(1);
    }

    private static double mean(List<Tree> trees, boolean first) {
        return trees.stream()
                .filter(t -> t.first() == first)
                .mapToDouble(Tree::value)
                .average()
                .orElseThrow();
    }

    @Test
    void treesGrownByOneRuleAreNotMoreViralForBeingLarger() {
        Random random = new Random(8);
        List<Tree> trees = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            boolean first = i % 2 == 0;
            int size = 3 + (int) Math.min(60, (first ? 12 : 4) * -Math.log(1 - random.nextDouble()));
            int[] parents = new int[size];
            for (int post = 0; post < size; post++) {
                parents[post] = post == 0 ? -1 : random.nextInt(post);
            }
            double virality = CascadeTree.ofShares(parents, new long[size], new int[size])
                    .shape()
                    .structuralVirality();
            trees.add(new Tree(first, size, virality, -1));
        }
        assertThat(mean(trees, true) - mean(trees, false)).isGreaterThan(0.5);
        for (Matching matching : Matching.values()) {
            SizeMatched matched = compare(trees, new Options(matching, 4, 0.95, 200, 1));
            double sizes = matched.first().meanSize() - matched.second().meanSize();
            if (matching == Matching.EXACT) {
                assertThat(matched.ciLow()).isLessThan(0);
                assertThat(matched.ciHigh()).isGreaterThan(0);
                assertThat(sizes).isCloseTo(0, within(1e-9));
            } else {
                assertThat(sizes).isPositive();
                assertThat(Math.abs(matched.difference())).isLessThan(0.2);
            }
        }
    }

    @Test
    void groupsWithoutACommonSizeOrWithFewFamiliesAreNotCompared() {
        List<Tree> trees = new ArrayList<>();
        add(trees, true, 5, 2, 30);
        add(trees, false, 6, 2, 30);
        SizeMatched none = compare(trees, exact(10));
        assertThat(none.outcome()).isEqualTo(Outcome.NONE_NO_COMMON_SIZE);
        assertThat(none.difference()).isNaN();
        assertThat(none.first().leftOut()).isEqualTo(30);
        for (int i = 0; i < 50; i++) {
            trees.add(new Tree(false, 5, 1, i % 10));
        }
        SizeMatched few = compare(trees, exact(10));
        assertThat(few.outcome()).isEqualTo(Outcome.NONE_FEW_FAMILIES);
        assertThat(few.second().families()).isCloseTo(10, within(1e-9));
        assertThat(compare(trees, new Options(Matching.DOUBLING, 1, 0.95, 10, 1))
                        .outcome())
                .isEqualTo(Outcome.MATCHED);
        assertThat(compare(trees, new Options(Matching.EXACT, 6, 0.95, 10, 1)).outcome())
                .isEqualTo(Outcome.NONE_NO_COMMON_SIZE);
        assertThat(compare(List.of(), exact(10)).outcome()).isEqualTo(Outcome.NONE_NO_COMMON_SIZE);
    }

    @Test
    void sizesDoubleFromBinToBin() {
        int[] bins = {1, 2, 3, 4, 7, 8, 1 << 30};
        assertThat(Arrays.stream(bins).map(Matching.DOUBLING::bin)).containsExactly(0, 1, 1, 2, 2, 3, 30);
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> compare(List.of(new Tree(true, 1, Double.NaN, -1)), exact(0)))
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> new Options(Matching.EXACT, 0, 0.95, 1, 1)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> SizeMatched.of(new boolean[1], new int[0], new double[0], new int[0], exact(0)))
                .hasMessageContaining("as many");
    }
}
