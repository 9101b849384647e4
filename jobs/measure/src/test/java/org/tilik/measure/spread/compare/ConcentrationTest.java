// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ConcentrationTest {

    private static final String SEED = "20190315";

    @Test
    void giniOfOneToFourIsAQuarter() {
        assertThat(Concentration.of(new long[] {4, 1, 3, 2}).gini()).isCloseTo(0.25, within(1e-15));
    }

    @Provide
    Arbitrary<long[]> copies() {
        return Arbitraries.longs()
                .between(1, 50)
                .array(long[].class)
                .ofMinSize(2)
                .ofMaxSize(20);
    }

    /** By definition: mean difference of any two accounts over twice the mean. */
    @Property(tries = 300, seed = SEED)
    void giniIsHalfTheRelativeMeanDifference(@ForAll("copies") long[] copies) {
        double differences = 0;
        for (long a : copies) {
            for (long b : copies) {
                differences += Math.abs(a - b);
            }
        }
        double n = copies.length;
        double expected = differences / (2 * n * Arrays.stream(copies).sum());
        assertThat(Concentration.of(copies).gini()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void accountsThatAllMadeAsManyAreEqualAndOneThatMadeNearlyAllIsNot() {
        long[] copies = new long[100];
        Arrays.fill(copies, 7);
        assertThat(Concentration.of(copies).gini()).isCloseTo(0, within(1e-15));
        Arrays.fill(copies, 1);
        copies[3] = 1_000_000_000_000L;
        assertThat(Concentration.of(copies).gini()).isCloseTo(0.99, within(1e-9));
        assertThat(Concentration.of(copies).topShare(0.01)).isCloseTo(1, within(1e-9));
    }

    @Test
    void theTopHundredthIsRoundedUpToWholeAccounts() {
        long[] copies = new long[300];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = i + 1L;
        }
        double all = 300 * 301 / 2.0;
        assertThat(Concentration.of(copies).topShare(0.01)).isEqualTo((300 + 299 + 298) / all);
        long[] one = Arrays.copyOf(copies, 101);
        assertThat(Concentration.of(one).topShare(0.01)).isEqualTo((101 + 100) / (101 * 102 / 2.0));
        assertThat(Concentration.of(copies).topShare(1)).isEqualTo(1);
    }

    @Test
    void ofFewerThanAHundredAccountsThereIsNoTopHundredth() {
        assertThat(Concentration.of(new long[99]).accounts()).isZero();
        long[] copies = new long[99];
        Arrays.fill(copies, 1);
        assertThat(Concentration.of(copies).topShare(0.01)).isNaN();
        assertThat(Concentration.of(copies).topShare(0.5)).isCloseTo(50.0 / 99, within(1e-15));
        assertThat(Concentration.of(new long[] {5}).gini()).isNaN();
        assertThat(Concentration.of(new long[0]).topShare(0.5)).isNaN();
    }

    @Test
    void postsAreCountedByAccount() {
        Concentration posts = Concentration.ofPosts(new int[] {5, -1, 0, 5, 5, -1, 9});
        assertThat(posts.accounts()).isEqualTo(3);
        assertThat(posts.copies()).isEqualTo(5);
        assertThat(posts.gini())
                .isEqualTo(Concentration.of(new long[] {1, 3, 1, 0}).gini());
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> Concentration.of(new long[] {-1})).hasMessageContaining("from 0");
        assertThatThrownBy(() -> Concentration.of(new long[] {1}).topShare(0)).hasMessageContaining("above 0");
    }
}
