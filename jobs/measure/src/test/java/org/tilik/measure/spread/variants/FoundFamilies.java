// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.variants;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Families of texts as the classify job finds them, in memory: buckets, pairs, similarity, what they connect. */
final class FoundFamilies {
    private final List<int[]> shingles;
    private final Set<List<Integer>> compared = new HashSet<>();

    FoundFamilies(List<String> texts) {
        shingles = texts.stream().map(Shingles::of).toList();
        record InBucket(long place, int text) {}
        List<InBucket> inBuckets = new ArrayList<>();
        for (int text = 0; text < texts.size(); text++) {
            for (long bucket : MinHashBands.STANDARD.buckets(shingles.get(text))) {
                inBuckets.add(new InBucket(BucketPairs.place(bucket, text), text));
            }
        }
        inBuckets.sort(Comparator.comparingLong(InBucket::place));
        BucketPairs pairs = new BucketPairs((one, other) -> compared.add(List.of((int) one, (int) other)));
        inBuckets.forEach(in -> pairs.add(in.place(), in.text(), shingles.get(in.text()).length));
        pairs.finish();
    }

    /** How similar two texts are. */
    double similarity(int one, int other) {
        return Shingles.similarity(shingles.get(one), shingles.get(other));
    }

    /** Whether two texts were compared at all. */
    boolean areCompared(int one, int other) {
        return compared.contains(List.of(Math.min(one, other), Math.max(one, other)));
    }

    int comparisons() {
        return compared.size();
    }

    /** The family of each text, by the number of its first one. */
    int[] under(Similarity rule) {
        int[] family = IntStream.range(0, shingles.size()).toArray();
        for (List<Integer> pair : compared) {
            if (rule.holds(similarity(pair.get(0), pair.get(1)))) {
                int one = root(family, pair.get(0));
                int other = root(family, pair.get(1));
                family[Math.max(one, other)] = Math.min(one, other);
            }
        }
        return IntStream.range(0, family.length).map(text -> root(family, text)).toArray();
    }

    private static int root(int[] family, int text) {
        int at = text;
        while (family[at] != at) {
            at = family[at];
        }
        return at;
    }
}
