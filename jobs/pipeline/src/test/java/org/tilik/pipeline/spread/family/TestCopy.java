// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.family;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.tilik.pipeline.spread.SpreadItem;

/** A copy as tests describe it; times in hours since 1970. */
public final class TestCopy {
    private final SpreadItem item = new SpreadItem();

    private TestCopy(String key, double hours) {
        item.itemKey = key;
        item.platform = "reddit";
        item.month = "1970-01";
        item.accountKey = "account of " + key;
        item.kind = "POST";
        item.language = "en";
        item.trackedBy = "all";
        item.familyId = "family";
        item.postedAt = micros(hours);
    }

    /** A tracked post by an account of its own, which nobody follows. */
    public static TestCopy of(String key, double hours) {
        return new TestCopy(key, hours);
    }

    static long micros(double hours) {
        return Math.round(hours * TimeUnit.HOURS.toMicros(1));
    }

    public TestCopy on(String platform) {
        item.platform = platform;
        return this;
    }

    public TestCopy by(String account) {
        item.accountKey = account;
        return this;
    }

    public TestCopy followedBy(long accounts) {
        item.accountFollowers = accounts;
        return this;
    }

    public TestCopy in(String family) {
        item.familyId = family;
        return this;
    }

    public TestCopy share() {
        item.kind = "SHARE";
        return this;
    }

    public TestCopy trackedBy(String why) {
        item.trackedBy = why;
        return this;
    }

    public TestCopy saying(String variant) {
        item.variantKey = variant;
        return this;
    }

    public TestCopy viewed(long least, long most) {
        item.viewsLower = least;
        item.viewsUpper = most;
        return this;
    }

    /** Still there when last seen. */
    public TestCopy there(double seen) {
        return span(Double.NaN, seen, Double.NaN, false, false);
    }

    /** Removed in a bracket. */
    public TestCopy removed(double seen, double gone) {
        return span(Double.NaN, seen, gone, true, false);
    }

    /** Gone in a bracket nobody knows how. */
    public TestCopy gone(double seen, double gone) {
        return span(Double.NaN, seen, gone, false, true);
    }

    /** Seen again, and from then on until. */
    public TestCopy back(double begun, double seen) {
        return span(begun, seen, Double.NaN, false, false);
    }

    /** A span; NaN where it begins with posting, or was not seen to end. */
    TestCopy span(double begun, double seen, double gone, boolean removed, boolean unexplained) {
        int n = item.spanNumbers.length;
        item.spanNumbers = Arrays.copyOf(item.spanNumbers, n + 1);
        item.spanBegun = Arrays.copyOf(item.spanBegun, n + 1);
        item.spanSeen = Arrays.copyOf(item.spanSeen, n + 1);
        item.spanGone = Arrays.copyOf(item.spanGone, n + 1);
        item.spanRemoved = Arrays.copyOf(item.spanRemoved, n + 1);
        item.spanUnexplained = Arrays.copyOf(item.spanUnexplained, n + 1);
        item.spanNumbers[n] = n + 1;
        item.spanBegun[n] = Double.isNaN(begun) ? item.postedAt : micros(begun);
        item.spanSeen[n] = micros(seen);
        item.spanGone[n] = Double.isNaN(gone) ? SpreadItem.NEVER : micros(gone);
        item.spanRemoved[n] = removed;
        item.spanUnexplained[n] = unexplained;
        return this;
    }

    public SpreadItem build() {
        return item;
    }
}
