// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.variants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BucketPairsTest {
    private static final long ONE_BUCKET = 5L << 32;
    private static final long ANOTHER_BUCKET = 6L << 32;

    private final List<String> found = new ArrayList<>();
    private final BucketPairs pairs = new BucketPairs((one, other) -> found.add(one + "-" + other));

    @Test
    void theTextsOfABucketAreComparedAllWithAllAndThoseOfDifferentOnesNotAtAll() {
        pairs.add(ONE_BUCKET, 30, 10);
        pairs.add(ONE_BUCKET + 1, 10, 10);
        pairs.add(ONE_BUCKET + 2, 20, 10);
        pairs.add(ANOTHER_BUCKET, 40, 10);
        pairs.add(ANOTHER_BUCKET + 1, 50, 10);
        pairs.add(2 * ANOTHER_BUCKET, 60, 10);
        pairs.finish();

        assertThat(found).containsExactlyInAnyOrder("10-30", "10-20", "20-30", "40-50");
        assertThat(pairs.cutBuckets()).isZero();
    }

    @Test
    void sizesThatRuleOutSimilarityAreNoComparisons() {
        pairs.add(ONE_BUCKET, 1, 10);
        pairs.add(ONE_BUCKET + 1, 2, 14);
        pairs.add(ONE_BUCKET + 2, 3, 15);
        pairs.finish();

        assertThat(found).containsExactlyInAnyOrder("1-2", "2-3");
    }

    @Test
    void aTextIsNotComparedWithItself() {
        pairs.add(ONE_BUCKET, 1, 10);
        pairs.add(ONE_BUCKET, 1, 10);
        pairs.finish();

        assertThat(found).isEmpty();
    }

    @Test
    void aBucketThatIsJustFullIsComparedAsAWhole() {
        add(BucketPairs.WHOLE);

        assertThat(found)
                .hasSize(BucketPairs.WHOLE * (BucketPairs.WHOLE - 1) / 2)
                .doesNotHaveDuplicates();
        assertThat(pairs.cutBuckets()).isZero();
    }

    @Test
    void inAFullerBucketEachIsComparedWithTheNextOnes() {
        int texts = 3 * BucketPairs.WHOLE + 5;
        add(texts);

        Set<String> expected = new TreeSet<>();
        for (int one = 0; one < texts; one++) {
            for (int next = 1; next <= BucketPairs.NEXT && one + next < texts; next++) {
                expected.add((100 + one) + "-" + (100 + one + next));
            }
        }
        assertThat(found).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
        assertThat(pairs.cutBuckets()).isEqualTo(1);
    }

    @Test
    void afterAFullBucketTheNextOneIsWholeAgain() {
        add(BucketPairs.WHOLE + 1);
        found.clear();
        pairs.add(ANOTHER_BUCKET, 1, 10);
        pairs.add(ANOTHER_BUCKET, 2, 10);
        pairs.finish();

        assertThat(found).containsExactly("1-2");
        assertThat(pairs.cutBuckets()).isEqualTo(1);
    }

    @Test
    void textsOfOnePlaceMayComeInAnyOrder() {
        List<Set<String>> both = new ArrayList<>();
        for (boolean turned : new boolean[] {false, true}) {
            found.clear();
            add(BucketPairs.WHOLE);
            for (long text : turned ? new long[] {3, 1, 2} : new long[] {1, 2, 3}) {
                pairs.add(ANOTHER_BUCKET, text, 10);
            }
            for (long text = 0; text < BucketPairs.WHOLE; text++) {
                pairs.add(ANOTHER_BUCKET + 1 + text, 1_000 + text, 10);
            }
            pairs.finish();
            both.add(new HashSet<>(found));
        }
        assertThat(both.get(0)).isEqualTo(both.get(1));
    }

    private void add(int texts) {
        for (int text = 0; text < texts; text++) {
            pairs.add(ONE_BUCKET + text, 100 + text, 10);
        }
        pairs.finish();
    }

    @Test
    void eachBucketHasAnOrderOfItsOwn() {
        Set<List<Long>> orders = LongStream.range(1, 100)
                .map(bucket -> bucket << 32)
                .mapToObj(bucket -> LongStream.of(1, 2, 3)
                        .boxed()
                        .sorted((a, b) -> Long.compare(BucketPairs.place(bucket, a), BucketPairs.place(bucket, b)))
                        .toList())
                .collect(Collectors.toSet());
        assertThat(orders).as("all six orders of three texts").hasSize(6);
    }

    @Test
    void aPlaceTellsItsBucket() {
        assertThat(BucketPairs.bucket(BucketPairs.place(ONE_BUCKET, 7)))
                .isEqualTo(BucketPairs.bucket(BucketPairs.place(ONE_BUCKET, 8)))
                .isNotEqualTo(BucketPairs.bucket(BucketPairs.place(ANOTHER_BUCKET, 7)));
    }
}
