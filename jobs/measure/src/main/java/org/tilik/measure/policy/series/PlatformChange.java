// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

/**
 * How one platform changed at a date, in the unit of its series.
 *
 * @param platform its name
 * @param member whether it had joined the instrument on the date
 * @param low the lowest change that its data allow
 * @param high the highest; equal where the change is known
 */
public record PlatformChange(String platform, boolean member, double low, double high) {

    /** Refuses changes that are no numbers, and bounds that cross. */
    public PlatformChange {
        if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
            throw new IllegalArgumentException("The change of " + platform + " is [" + low + ", " + high
                    + "], expected finite numbers in this order; leave out a platform without one.");
        }
    }

    /** The level change of a fit. */
    public static PlatformChange ofLevel(String platform, boolean member, SeriesFit fit) {
        return new PlatformChange(
                platform, member, fit.level().low(), fit.level().high());
    }
}
