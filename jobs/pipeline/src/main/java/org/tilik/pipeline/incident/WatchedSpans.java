// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.incident;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.tilik.measure.incident.PlatformStarts;
import org.tilik.pipeline.spread.SpreadItem;

/** From when until when each platform was watched, by its first and its last item; microseconds in, hours since 1970 out. */
final class WatchedSpans {
    private final Map<String, Long> first = new TreeMap<>();
    private final Map<String, Long> last = new TreeMap<>();

    /**
     * Adds what one reader saw of a platform.
     *
     * @param firstPosting {@link SpreadItem#NEVER} where nobody can tell
     */
    void add(String platform, long firstPosting, long lastPosting) {
        first.merge(platform, firstPosting, Math::min);
        last.merge(platform, lastPosting, Math::max);
    }

    /** The first hour of each platform that can be told. */
    PlatformStarts starts() {
        Map<String, Long> hours = new TreeMap<>();
        first.forEach((platform, time) -> {
            if (time != SpreadItem.NEVER) {
                hours.put(platform, hour(time));
            }
        });
        return new PlatformStarts(hours);
    }

    /** The last hour of any of these platforms, of which one at least must have an item. */
    long lastHour(Collection<String> platforms) {
        return platforms.stream()
                .map(last::get)
                .mapToLong(time -> hour(time))
                .max()
                .orElseThrow();
    }

    /** The hour of a time. */
    static long hour(long micros) {
        return Math.floorDiv(micros, TimeUnit.HOURS.toMicros(1));
    }
}
