// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.incident;

import java.io.Serializable;

/**
 * When an hour is one of alarm, and when an incident is over; durations in whole hours and days.
 *
 * <p>Burst: at least {@code minCopies} copies within {@code windowHours} that would be as many with a probability below
 * {@code alpha} only, were the rate still that of the {@code baselineDays} before ({@link Baseline}). Emergence: the first
 * copies on {@code platforms} platforms lie within {@code emergenceHours}. A platform takes part once it has been watched for
 * {@link #settlingHours()}: what came in earlier may be as new as the archive and no newer.
 *
 * @param minCopies fewest copies of a burst
 * @param windowHours hours in which they are counted
 * @param baselineDays days before the window from which the expected number comes
 * @param alpha probability below which a number of copies is a surprise, for one hour of one family
 * @param platforms fewest platforms of an emergence
 * @param emergenceHours hours within which their first copies lie
 * @param quietHours hours without alarm after which an incident is closed
 */
public record IncidentRule(
        int minCopies,
        int windowHours,
        int baselineDays,
        double alpha,
        int platforms,
        int emergenceHours,
        int quietHours)
        implements Serializable {
    /** What holds where a study says nothing. */
    public static final IncidentRule USUAL = new IncidentRule(10, 6, 7, 1e-6, 3, 24, 24);

    static final int HOURS_PER_DAY = 24;

    /** Most hours of a window or a quiet time, and most days of a baseline: what is longer is no incident. */
    public static final int LONGEST = 366;

    /** With fewer blocks of time nobody can tell a steady rate from one that comes in clusters. */
    private static final int FEWEST_BLOCKS = 4;

    /** Checks the parameters. */
    public IncidentRule {
        check(minCopies >= 1, "minCopies", minCopies, "at least 1");
        check(windowHours >= 1 && windowHours <= LONGEST, "windowHours", windowHours, "from 1 to " + LONGEST);
        check(baselineDays >= 1 && baselineDays <= LONGEST, "baselineDays", baselineDays, "from 1 to " + LONGEST);
        check(alpha > 0 && alpha < 1, "alpha", alpha, "between 0 and 1");
        check(platforms >= 2, "platforms", platforms, "at least 2");
        check(
                emergenceHours >= 1 && emergenceHours <= LONGEST,
                "emergenceHours",
                emergenceHours,
                "from 1 to " + LONGEST);
        check(quietHours >= 1 && quietHours <= LONGEST, "quietHours", quietHours, "from 1 to " + LONGEST);
        check(
                isLongEnough(baselineDays, windowHours),
                "windowHours",
                windowHours,
                "at most a quarter of the baseline of " + baselineDays + " days");
    }

    private static void check(boolean holds, String name, Number given, String expected) {
        if (!holds) {
            throw new IllegalArgumentException(
                    name + " of an incident rule is " + given + "; expected " + expected + ".");
        }
    }

    /** Whether a baseline of so many days holds enough windows of so many hours. */
    public static boolean isLongEnough(int baselineDays, int windowHours) {
        return baselineDays * HOURS_PER_DAY / windowHours >= blocksNeeded(windowHours);
    }

    private static int blocksNeeded(int windowHours) {
        return Math.max(FEWEST_BLOCKS, (HOURS_PER_DAY + windowHours - 1) / windowHours);
    }

    /** Fewest blocks of the length of a window that make a baseline: a day at least, so that every time of day is in it. */
    int blocksNeeded() {
        return blocksNeeded(windowHours);
    }

    /** Hours that a platform must have been watched before its copies count. */
    public int settlingHours() {
        return blocksNeeded() * windowHours;
    }

    /** Hours before the window that the baseline covers. */
    int baselineHours() {
        return baselineDays * HOURS_PER_DAY;
    }

    /** Hours of copies that decide whether the last of them is one of alarm. */
    public int horizonHours() {
        return baselineHours() + windowHours;
    }
}
