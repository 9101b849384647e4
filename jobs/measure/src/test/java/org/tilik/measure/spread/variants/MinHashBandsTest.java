// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MinHashBandsTest {
    @ParameterizedTest
    @CsvSource({"1,1", "0.9,0.9999999", "0.8,0.99921", "0.7,0.96356", "0.5,0.43531", "0.3,0.04285", "0.1,0.00018"})
    void theRecallOfTheStandardIsAsStated(double similarity, double recall) {
        assertThat(MinHashBands.STANDARD.recall(similarity)).isCloseTo(recall, within(1e-5));
    }

    @Test
    void ofTextsThatAreSimilarEnoughLessThanOneInAThousandIsMissed() {
        assertThat(MinHashBands.STANDARD.recall(Similarity.STANDARD.least())).isGreaterThan(0.999);
    }

    /** Of short texts as of long ones: this is where one permutation in place of many would fail. */
    @ParameterizedTest
    @CsvSource({"5,1", "4,2", "3,3", "40,10", "40,20", "30,30", "200,200"})
    void setsMeetAsOftenAsTheirSimilaritySays(int common, int different) {
        Random random = new Random(11);
        double similarity = common / (double) (common + different);
        int worlds = 5_000;
        int met = 0;
        for (int i = 0; i < worlds; i++) {
            int[] all = random.ints(common + different).toArray();
            int mine = different / 2;
            int[] one = Arrays.copyOf(all, common + mine);
            int[] other = IntStream.concat(Arrays.stream(all, 0, common), Arrays.stream(all, common + mine, all.length))
                    .toArray();
            met += meet(one, other) ? 1 : 0;
        }
        double recall = MinHashBands.STANDARD.recall(similarity);
        double error = Math.sqrt(recall * (1 - recall) / worlds);
        // The functions are drawn once and not for every pair, which leaves a little more spread than chance.
        assertThat(met / (double) worlds).isCloseTo(recall, within(4 * error + 1e-3));
    }

    private static boolean meet(int[] one, int[] other) {
        Arrays.sort(one);
        Arrays.sort(other);
        Set<Long> buckets = new HashSet<>();
        Arrays.stream(MinHashBands.STANDARD.buckets(one)).forEach(buckets::add);
        return Arrays.stream(MinHashBands.STANDARD.buckets(other)).anyMatch(buckets::contains);
    }

    @Test
    void equalSetsMeetInEveryBand() {
        int[] set = new Random(3).ints(20).sorted().toArray();
        assertThat(MinHashBands.STANDARD.buckets(set))
                .hasSize(18)
                .doesNotHaveDuplicates()
                .isEqualTo(MinHashBands.STANDARD.buckets(set.clone()));
    }

    @Test
    void nothingIsInNoBucket() {
        assertThat(MinHashBands.STANDARD.buckets(new int[0])).isEmpty();
    }

    @Test
    void bandsWithoutRowsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MinHashBands(3, 0))
                .withMessageContaining("rows is 0");
    }
}
