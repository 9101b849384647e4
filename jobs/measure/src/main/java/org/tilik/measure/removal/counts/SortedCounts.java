// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.counts;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * How many items there are of each kind, kinds being numbers in ascending order, each once; immutable. Equal counts have
 * equal arrays whatever the order in which they were added, so sums are associative and commutative to the bit.
 */
final class SortedCounts {

    static final SortedCounts NONE = new SortedCounts(new long[0], new long[0]);

    private final long[] keys;
    private final long[] counts;

    private SortedCounts(long[] keys, long[] counts) {
        this.keys = keys;
        this.counts = counts;
    }

    /** One item for each of the first {@code size} keys, which are sorted in place. */
    static SortedCounts ofItems(long[] items, int size) {
        Arrays.sort(items, 0, size);
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            distinct += i == 0 || items[i] != items[i - 1] ? 1 : 0;
        }
        long[] keys = new long[distinct];
        long[] counts = new long[distinct];
        int at = -1;
        for (int i = 0; i < size; i++) {
            if (i == 0 || items[i] != items[i - 1]) {
                keys[++at] = items[i];
            }
            counts[at]++;
        }
        return new SortedCounts(keys, counts);
    }

    int size() {
        return keys.length;
    }

    long key(int i) {
        return keys[i];
    }

    long count(int i) {
        return counts[i];
    }

    SortedCounts plus(SortedCounts other) {
        if (size() == 0 || other.size() == 0) {
            return size() == 0 ? other : this;
        }
        long[] allKeys = new long[size() + other.size()];
        long[] allCounts = new long[allKeys.length];
        int a = 0;
        int b = 0;
        int out = 0;
        while (a < size() || b < other.size()) {
            boolean own = b == other.size() || (a < size() && keys[a] <= other.keys[b]);
            boolean others = a == size() || (b < other.size() && other.keys[b] <= keys[a]);
            allKeys[out] = own ? keys[a] : other.keys[b];
            allCounts[out++] = (own ? counts[a++] : 0) + (others ? other.counts[b++] : 0);
        }
        return out == allKeys.length
                ? new SortedCounts(allKeys, allCounts)
                : new SortedCounts(Arrays.copyOf(allKeys, out), Arrays.copyOf(allCounts, out));
    }

    /** The counts of the kinds in [from, to), renumbered from 0. */
    SortedCounts part(long from, long to) {
        int first = firstAtOrAfter(from);
        int end = firstAtOrAfter(to);
        long[] part = Arrays.copyOfRange(keys, first, end);
        for (int i = 0; i < part.length; i++) {
            part[i] -= from;
        }
        return new SortedCounts(part, Arrays.copyOfRange(counts, first, end));
    }

    /** At most {@code most} kinds from the {@code from}-th on. */
    SortedCounts slice(int from, int most) {
        int first = Math.min(from, size());
        int end = Math.min(size(), first + most);
        return new SortedCounts(Arrays.copyOfRange(keys, first, end), Arrays.copyOfRange(counts, first, end));
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(size());
        for (int i = 0; i < size(); i++) {
            out.writeLong(keys[i]);
            out.writeLong(counts[i]);
        }
    }

    static SortedCounts read(DataInput in) throws IOException {
        int size = in.readInt();
        SortedCounts counts = new SortedCounts(new long[size], new long[size]);
        for (int i = 0; i < size; i++) {
            counts.keys[i] = in.readLong();
            counts.counts[i] = in.readLong();
        }
        return counts;
    }

    private int firstAtOrAfter(long key) {
        int found = Arrays.binarySearch(keys, key);
        return found >= 0 ? found : -found - 1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SortedCounts same
                && Arrays.equals(keys, same.keys)
                && Arrays.equals(counts, same.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(keys) + Arrays.hashCode(counts);
    }
}
