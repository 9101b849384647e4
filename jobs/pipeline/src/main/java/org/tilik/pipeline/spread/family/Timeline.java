// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.family;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.tilik.pipeline.removal.UnitHash;
import org.tilik.pipeline.spread.SpreadItem;

/**
 * How many copies there were, were visible and were removed at the end of each hour or day, from what changed within each
 * hour; memory grows with the hours in which something changed, not with copies.
 *
 * <pre>
 * known visible at t     begun ≤ t ≤ seen and t &lt; gone, in one of the copy's spans
 * known gone at t        gone ≤ t, of its last span
 * neither                after it was last seen, before it was first missed, or between missed and seen anew
 * visible                from known visible to all posted that are not known gone
 * removed by t           gone ≤ t, of its first span that ended by removal; what is restored later stays removed
 * perhaps removed by t   seen &lt; t (gone ≤ t where both are one), of its first span that ended by removal or nobody knows how
 * </pre>
 *
 * <p>Times are whole microseconds, and t is the last of the hour: what happens at the full hour belongs to the hour that
 * begins.
 */
final class Timeline {
    private static final long MICROS_PER_HOUR = TimeUnit.HOURS.toMicros(1);

    private final String stratum;
    private final int mostAccounts;
    private final Map<Long, HourlyChange> changes = new HashMap<>();

    /**
     * Without copies.
     *
     * @param stratum label of the stratum whose copies they are, null for those of a family
     * @param k how many different accounts matter
     */
    Timeline(String stratum, int k) {
        this.stratum = stratum;
        this.mostAccounts = k;
    }

    /** Adds one copy. */
    void add(SpreadItem item) {
        HourlyChange posting = item.postedAt == null
                ? at(HourlyChange.UNKNOWN_HOUR, item.platform)
                : within(item.postedAt, item.platform);
        posting.posted++;
        posting.delivered += item.fromEmbedded ? 0 : 1;
        addAccount(posting, item);
        if (item.postedAt == null) {
            return;
        }
        posting.viewed += item.viewsLower == null ? 0 : 1;
        posting.viewsLower += item.viewsLower == null ? 0 : item.viewsLower;
        posting.unbounded += item.viewsUpper == null ? 1 : 0;
        posting.viewsUpper += item.viewsUpper == null ? 0 : item.viewsUpper;
        addVisible(item);
        addRemoved(item);
    }

    private void addAccount(HourlyChange change, SpreadItem item) {
        if (item.accountKey != null) {
            change.addAccount(UnitHash.of(item.accountKey), mostAccounts);
        }
    }

    private void addVisible(SpreadItem item) {
        long free = Long.MIN_VALUE;
        for (int i = 0; i < item.spanSeen.length; i++) {
            long from = Math.max(free, i == 0 ? item.postedAt : item.spanBegun[i]);
            long until = Math.min(item.spanSeen[i], item.spanGone[i] - 1);
            if (from <= until) {
                within(from, item.platform).visible++;
                within(until + 1, item.platform).visible--;
                free = until + 1;
            }
        }
        int last = item.spanGone.length - 1;
        if (last >= 0 && item.spanGone[last] != SpreadItem.NEVER) {
            within(item.spanGone[last], item.platform).gone++;
        }
    }

    private void addRemoved(SpreadItem item) {
        boolean maybe = false;
        for (int i = 0; i < item.spanGone.length; i++) {
            boolean removed = item.spanGone[i] != SpreadItem.NEVER && item.spanRemoved[i];
            boolean unexplained = item.spanGone[i] != SpreadItem.NEVER && item.spanUnexplained[i];
            if (!maybe && (removed || unexplained)) {
                within(Math.min(item.spanGone[i], item.spanSeen[i] + 1), item.platform).maybeRemoved++;
                maybe = true;
            }
            if (removed) {
                within(item.spanGone[i], item.platform).removed++;
                return;
            }
        }
    }

    /** Adds changes that were counted elsewhere. */
    void add(HourlyChange change) {
        at(change.hour, change.platform).add(change, mostAccounts);
    }

    private HourlyChange within(long micros, String platform) {
        return at(Math.floorDiv(micros, MICROS_PER_HOUR), platform);
    }

    private HourlyChange at(long hour, String platform) {
        return changes.computeIfAbsent(hour, h -> HourlyChange.none(stratum, platform, h));
    }

    /** What changed, one for each hour, in no order. */
    Collection<HourlyChange> changes() {
        return changes.values();
    }

    /** Copies, those of unknown time among them. */
    long copies() {
        return changes.values().stream().mapToLong(change -> change.posted).sum();
    }

    /** Whether at least k known accounts posted them. */
    boolean hasEnoughAccounts() {
        long[] accounts = {};
        for (HourlyChange change : changes.values()) {
            accounts = HourlyChange.union(accounts, change.accounts, mostAccounts);
        }
        return accounts.length >= mostAccounts;
    }

    /** Most copies posted within one hour of the clock. */
    long peak() {
        return changes.values().stream()
                .filter(change -> change.hour != HourlyChange.UNKNOWN_HOUR)
                .mapToLong(change -> change.posted)
                .max()
                .orElse(0);
    }

    /** The state at the end of every bucket in which something changed. */
    List<TimelineStep> steps(Bucket bucket) {
        List<TimelineStep> steps = new ArrayList<>();
        TimelineStep before = TimelineStep.START;
        for (HourlyChange change : inTime(bucket)) {
            if (!change.isNone()) {
                before = before.then(change, bucket.start(change.hour), 1);
                steps.add(before);
            }
        }
        return steps;
    }

    /**
     * The same with buckets put together until each row holds at least k new copies by at least k accounts; what is left
     * at the end goes to the last row, because it could be told from the number of all copies. Empty where there are too few for one row.
     */
    List<TimelineStep> stepsForRelease(Bucket bucket, int k) {
        List<HourlyChange> groups = new ArrayList<>();
        List<long[]> ends = new ArrayList<>();
        HourlyChange open = null;
        long first = 0;
        long last = 0;
        for (HourlyChange change : inTime(bucket)) {
            if (open == null) {
                open = HourlyChange.none(stratum, null, change.hour);
                first = bucket.start(change.hour);
            }
            open.add(change, mostAccounts);
            last = bucket.start(change.hour);
            if (open.posted >= k && open.accounts.length >= k) {
                groups.add(open);
                ends.add(new long[] {first, last});
                open = null;
            }
        }
        if (open != null && !groups.isEmpty()) {
            groups.get(groups.size() - 1).add(open, mostAccounts);
            ends.get(ends.size() - 1)[1] = last;
        }
        List<TimelineStep> steps = new ArrayList<>();
        TimelineStep before = TimelineStep.START;
        for (int i = 0; i < groups.size(); i++) {
            long[] range = ends.get(i);
            before = before.then(groups.get(i), range[0], 1 + (range[1] - range[0]) / bucket.hours());
            steps.add(before);
        }
        return steps;
    }

    /** What changed in each bucket, in order of time. */
    private Collection<HourlyChange> inTime(Bucket bucket) {
        Map<Long, HourlyChange> byBucket = new TreeMap<>();
        for (HourlyChange change : changes.values()) {
            if (change.hour != HourlyChange.UNKNOWN_HOUR) {
                byBucket.computeIfAbsent(bucket.start(change.hour), start -> HourlyChange.none(stratum, null, start))
                        .add(change, mostAccounts);
            }
        }
        return byBucket.values();
    }
}
