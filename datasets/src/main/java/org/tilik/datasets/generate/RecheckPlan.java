// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.util.List;

/**
 * When items are looked at again by a checker of one's own.
 *
 * @param coverage share of items that are checked at all
 * @param hours times after posting, hours, ascending
 * @param jitter largest relative deviation from these times, for instance 0.1
 * @param blocked share of checks that were blocked (403, 429)
 * @param errors share of checks that failed (500, 503)
 * @param absenceOnly share of checked items for which the checker only sees a 404, never a reason
 * @param falseAbsence share of checks that got a 404 although the item was there, as the next look shows
 */
public record RecheckPlan(
        double coverage,
        List<Double> hours,
        double jitter,
        double blocked,
        double errors,
        double absenceOnly,
        double falseAbsence) {
    /** Checks that the times are there and copies them. */
    public RecheckPlan {
        hours = List.copyOf(hours);
        if (hours.isEmpty() && coverage > 0) {
            throw new IllegalArgumentException("A re-check plan that covers items needs at least one time");
        }
    }
}
