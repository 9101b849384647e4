// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.variants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShinglesTest {
    @Test
    void aTextOfEightTokensHasSixRunsOfThree() {
        assertThat(Shingles.of("the ferry runs again on monday at noon"))
                .hasSize(6)
                .isSorted();
    }

    @Test
    void aShorterTextIsNotCompared() {
        assertThat(Shingles.of("the ferry runs again on monday soon")).isEmpty();
        assertThat(Shingles.of("")).isEmpty();
    }

    @Test
    void aRunThatComesAgainCountsOnce() {
        assertThat(Shingles.of("ha ha ha ha ha ha ha ha ha ha")).hasSize(1);
    }

    @Test
    void theOrderOfTokensMatters() {
        assertThat(Shingles.similarity(Shingles.of("a b c d e f g h"), Shingles.of("h g f e d c b a")))
                .isZero();
    }

    @Test
    void whereATokenEndsMatters() {
        assertThat(Shingles.similarity(Shingles.of("ab c d e f g h i"), Shingles.of("a bc d e f g h i")))
                .isEqualTo(0.5);
    }

    @ParameterizedTest
    @CsvSource({
        // One token more at the end: one run more.
        "a b c d e f g h, a b c d e f g h i, 0.8571428571428571",
        // Eight of ten: exactly the rule.
        "a b c d e f g h i j x, a b c d e f g h i j y, 0.8",
        "a b c d e f g h, a b c d e f g h, 1",
        "a b c d e f g h, i j k l m n o p, 0"
    })
    void similarityIsTheShareOfRunsThatBothHave(String one, String other, double similarity) {
        assertThat(Shingles.similarity(Shingles.of(one), Shingles.of(other))).isEqualTo(similarity);
        assertThat(Shingles.similarity(Shingles.of(other), Shingles.of(one))).isEqualTo(similarity);
    }

    @Test
    void eightOfTenRunsAreEnough() {
        assertThat(Similarity.STANDARD.holds(8 / 10.0)).isTrue();
        assertThat(Similarity.LOOSE.holds(7 / 10.0)).isTrue();
        assertThat(Similarity.STRICT.holds(9 / 10.0)).isTrue();
        assertThat(Similarity.STANDARD.holds(79 / 99.0)).isFalse();
    }

    @Test
    void nothingIsSimilarToNothing() {
        assertThat(Shingles.similarity(new int[0], new int[0])).isZero();
    }

    @Test
    void hashesGiveWhatTheRunsThemselvesGive() {
        Random random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            List<String> one = words(8 + random.nextInt(30), 6, random);
            List<String> other = words(8 + random.nextInt(30), 6, random);
            Set<List<String>> common = new HashSet<>(runs(one));
            common.retainAll(runs(other));
            Set<List<String>> all = new HashSet<>(runs(one));
            all.addAll(runs(other));
            assertThat(Shingles.similarity(Shingles.of(String.join(" ", one)), Shingles.of(String.join(" ", other))))
                    .isEqualTo(common.size() / (double) all.size());
        }
    }

    private static List<String> words(int tokens, int vocabulary, Random random) {
        return IntStream.range(0, tokens)
                .mapToObj(i -> "w" + random.nextInt(vocabulary))
                .toList();
    }

    private static Set<List<String>> runs(List<String> tokens) {
        return IntStream.rangeClosed(0, tokens.size() - 3)
                .mapToObj(i -> tokens.subList(i, i + 3))
                .collect(Collectors.toSet());
    }

    /** Of n random hashes of 32 bits n² / 2³³ meet. */
    @Test
    void runsMeetNoMoreOftenThanByChance() {
        long runs = IntStream.range(0, 1_000)
                .mapToObj(text -> IntStream.range(0, 1_002)
                        .mapToObj(token -> text + "x" + token)
                        .collect(Collectors.joining(" ")))
                .flatMapToInt(text -> Arrays.stream(Shingles.of(text)))
                .distinct()
                .count();
        assertThat(1_000_000 - runs).isBetween(80L, 160L);
    }

    @Test
    void sizesThatAreTooDifferentAreToldWithoutLooking() {
        assertThat(Shingles.canReach(0.7, 7, 10)).isTrue();
        assertThat(Shingles.canReach(0.7, 21, 30)).isTrue();
        assertThat(Shingles.canReach(0.7, 10, 6)).isFalse();
        for (int size = 1; size < 5_000; size++) {
            assertThat(Shingles.canReach(0.7, 7 * size, 10 * size)).isTrue();
        }
    }
}
