// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.incident;

import java.util.Map;

/**
 * Since which hour each platform has been watched: that nothing was seen earlier does not mean that nothing was there.
 *
 * @param byPlatform hours since 1970; a platform that is not named is not known to be watched
 */
public record PlatformStarts(Map<String, Long> byPlatform) {
    /** Fixes the hours. */
    public PlatformStarts {
        byPlatform = Map.copyOf(byPlatform);
    }

    /** The first hour in which the platform was watched; beyond all hours where nobody knows. */
    long of(String platform) {
        return byPlatform.getOrDefault(platform, Long.MAX_VALUE);
    }

    /** Whether the platform had been watched for so many hours before this one. */
    boolean isSettled(String platform, long hour, int hours) {
        return of(platform) <= hour - hours;
    }
}
