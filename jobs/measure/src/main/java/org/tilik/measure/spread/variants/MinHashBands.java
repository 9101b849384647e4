// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.variants;

/**
 * Finds texts that may be similar without comparing all with all: locality-sensitive hashing of sets of shingles by
 * MinHash.
 *
 * <p>Each of {@code bands × rows} hash functions names the shingle that comes first in its order; two sets agree in it with
 * a probability of their Jaccard similarity s. All rows of a band together name a bucket, so that two sets meet in at least
 * one bucket with the probability 1 − (1 − s^rows)^bands. Broder 1997, doi:10.1109/SEQUEN.1997.666900; Indyk, Motwani 1998,
 * <i>Approximate nearest neighbors</i>, doi:10.1145/276698.276876; bands as in Leskovec, Rajaraman, Ullman 2014, <i>Mining
 * of Massive Datasets</i>, chapter 3, doi:10.1017/CBO9781139924801. Classic MinHash, one function a row: the one-permutation
 * kind is several times as fast, but short texts leave most of its bins empty and then the probability above does not hold.
 * The functions multiply hashed shingles by odd constants drawn once (Dietzfelbinger and others 1997,
 * doi:10.1006/jagm.1997.0873).
 *
 * @param bands number of buckets of each set
 * @param rows number of hash functions that name a bucket
 */
public record MinHashBands(int bands, int rows) {
    /**
     * 18 bands of 5 rows: texts whose similarity is 0.8 meet with a probability of 0.9992 (0.9: 1 − 1e-7), those of 0.7
     * with 0.9636, of 0.5 with 0.44, of 0.3 with 0.043, of 0.1 with 0.0002.
     */
    public static final MinHashBands STANDARD = new MinHashBands(18, 5);

    private static final long SEED = 0x7469_6C69_6BL;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** Refuses what names no bucket. */
    public MinHashBands {
        if (bands < 1 || rows < 1) {
            throw new IllegalArgumentException(
                    "bands is " + bands + " and rows is " + rows + "; expected at least 1 of each.");
        }
    }

    /** The probability that two sets of this similarity meet in a bucket. */
    public double recall(double similarity) {
        return 1 - Math.pow(1 - Math.pow(similarity, rows), bands);
    }

    /** The bucket of each band, by a number that no two bands have in common; none for an empty set. */
    public long[] buckets(int[] shingles) {
        long[] buckets = new long[shingles.length == 0 ? 0 : bands];
        for (int band = 0; band < buckets.length; band++) {
            long bucket = band;
            for (int row = 0; row < rows; row++) {
                bucket = Shingles.mix(bucket * GOLDEN + first(shingles, band * rows + row));
            }
            buckets[band] = bucket;
        }
        return buckets;
    }

    /** The shingle that comes first in the order of this hash function. */
    private static long first(int[] shingles, int function) {
        long factor = Shingles.mix(SEED + function * GOLDEN) | 1;
        long least = Long.MAX_VALUE;
        for (int shingle : shingles) {
            least = Math.min(least, shingle * factor);
        }
        return least;
    }
}
