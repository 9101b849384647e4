// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.measure;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Hashes of accounts, of which only matters whether there are enough. */
final class UnionOfHashes {
    private UnionOfHashes() {}

    /** The different ones of both, at most so many. */
    static long[] of(long[] one, long[] other, int most) {
        return one.length >= most
                ? one
                : LongStream.concat(Arrays.stream(one), Arrays.stream(other))
                        .sorted()
                        .distinct()
                        .limit(most)
                        .toArray();
    }
}
