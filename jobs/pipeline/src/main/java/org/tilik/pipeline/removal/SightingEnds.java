// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Until when a new copy would have been seen, in microseconds since 1970: on each platform until its last item was posted,
 * and no longer than the study's window.
 *
 * <p>On all platforms together until the first of them ends, because the next copy may come on any of them. A platform with
 * fewer than k items is too rare to tell when it ends, and does not count unless all are so rare.
 */
public final class SightingEnds {
    private final int k;
    private final Instant until;
    private final Map<String, Long> latest = new TreeMap<>();
    private final Map<String, Long> items = new TreeMap<>();

    /**
     * No platform yet.
     *
     * @param until end of the study's window, null for none
     */
    public SightingEnds(int k, Instant until) {
        this.k = k;
        this.until = until;
    }

    /** Adds what one reader saw of a platform. */
    public void add(String platform, long latestPosting, long number) {
        latest.merge(platform, latestPosting, Math::max);
        items.merge(platform, number, Long::sum);
    }

    /** The end on one platform, or empty where nothing was posted. */
    public OptionalLong on(String platform) {
        return latest.containsKey(platform) ? OptionalLong.of(limited(latest.get(platform))) : OptionalLong.empty();
    }

    /** The end on all platforms together. */
    public OptionalLong onAll() {
        boolean anyCommon = items.values().stream().anyMatch(number -> number >= k);
        return latest.keySet().stream()
                .filter(platform -> !anyCommon || items.get(platform) >= k)
                .mapToLong(platform -> limited(latest.get(platform)))
                .min();
    }

    private long limited(long posting) {
        return until == null ? posting : Math.min(posting, FamilyCopy.micros(until));
    }
}
