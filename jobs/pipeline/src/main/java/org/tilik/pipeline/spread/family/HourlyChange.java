// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.family;

import java.util.Arrays;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * By how much counts of copies changed within one hour; hours are counted from 1970. Changes of the same hour add up,
 * in any order. Flink needs it mutable, with public fields.
 */
public final class HourlyChange {
    /** How changes travel between operators. */
    public static final TypeInformation<HourlyChange> TYPE = Types.POJO(HourlyChange.class);

    /** Stands for the hour of copies of which nobody knows when they were posted; they change only how many there are. */
    public static final long UNKNOWN_HOUR = Long.MIN_VALUE;

    /** {@link org.tilik.pipeline.strata.Stratum#label()} of the stratum that counts the copies. */
    public String stratum;
    /** Platform on which they are. */
    public String platform;
    /** Whole hours since 1970. */
    public long hour;
    /** Copies posted. */
    public long posted;
    /** Those of them that came by themselves, not only inside other records. */
    public long delivered;
    /** Copies that are known to be visible from then on, less those that no longer are. */
    public long visible;
    /** Copies that are known to be gone for good from then on. */
    public long gone;
    /** Copies that are known to be removed from then on. */
    public long removed;
    /** Copies that may be removed from then on. */
    public long maybeRemoved;
    /** Copies posted whose views somebody counted. */
    public long viewed;
    /** Least views of copies posted. */
    public long viewsLower;
    /** Copies posted of whose views nobody knows a most. */
    public long unbounded;
    /** Most views of copies posted. */
    public long viewsUpper;
    /** Hashes of different accounts that posted, ascending: all of them, or as many as it takes to publish. */
    public long[] accounts = {};

    /** No change within this hour. */
    static HourlyChange none(String stratum, String platform, long hour) {
        HourlyChange change = new HourlyChange();
        change.stratum = stratum;
        change.platform = platform;
        change.hour = hour;
        return change;
    }

    /** Adds another change; of the accounts it keeps at most {@code most}. */
    void add(HourlyChange other, int most) {
        posted += other.posted;
        delivered += other.delivered;
        visible += other.visible;
        gone += other.gone;
        removed += other.removed;
        maybeRemoved += other.maybeRemoved;
        viewed += other.viewed;
        viewsLower += other.viewsLower;
        unbounded += other.unbounded;
        viewsUpper += other.viewsUpper;
        accounts = union(accounts, other.accounts, most);
    }

    /** Adds an account. */
    void addAccount(long hash, int most) {
        if (accounts.length < most && Arrays.binarySearch(accounts, hash) < 0) {
            accounts = union(accounts, new long[] {hash}, most);
        }
    }

    /** Whether nothing changed. */
    boolean isNone() {
        return posted == 0 && visible == 0 && gone == 0 && removed == 0 && maybeRemoved == 0;
    }

    /** The smallest different numbers of two ascending columns, at most so many. */
    static long[] union(long[] one, long[] other, int most) {
        if (other.length == 0 || one.length >= most) {
            return one;
        }
        long[] both = new long[one.length + other.length];
        int i = 0;
        int j = 0;
        int n = 0;
        while (n < most && (i < one.length || j < other.length)) {
            boolean fromOne = j == other.length || (i < one.length && one[i] <= other[j]);
            long next = fromOne ? one[i] : other[j];
            i += i < one.length && one[i] == next ? 1 : 0;
            j += j < other.length && other[j] == next ? 1 : 0;
            both[n++] = next;
        }
        return Arrays.copyOf(both, n);
    }
}
