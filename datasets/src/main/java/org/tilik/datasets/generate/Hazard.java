// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

/**
 * How fast one cause strikes: a mixture of at once (a filter, within ten seconds), fast (exponential) and slow
 * (exponential); what no cause strikes stays.
 *
 * @param atOnce share of items struck within ten seconds of posting
 * @param fast share of items with the fast clock
 * @param fastMeanHours mean of the fast clock, hours
 * @param slow share of items with the slow clock; the rest is never struck by this cause
 * @param slowMeanHours mean of the slow clock, hours
 */
public record Hazard(double atOnce, double fast, double fastMeanHours, double slow, double slowMeanHours) {
    /** A filter strikes within this many seconds of posting. */
    static final int AT_ONCE_SECONDS = 10;

    /** Seconds from posting to the strike, or {@link Fate#NEVER}; {@code factor} scales the three shares. */
    long secondsToStrike(Draws draws, double factor) {
        double which = draws.uniform();
        double clock = draws.exponential(3600.0);
        double limit = atOnce * factor;
        if (which < limit) {
            return 1 + (long) (clock % AT_ONCE_SECONDS);
        }
        limit += fast * factor;
        if (which < limit) {
            return 1 + (long) (clock * fastMeanHours);
        }
        limit += slow * factor;
        return which < limit ? 1 + (long) (clock * slowMeanHours) : Fate.NEVER;
    }
}
