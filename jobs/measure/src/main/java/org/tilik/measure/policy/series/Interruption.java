// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

import java.time.LocalDate;

/**
 * Which weeks lie before an intervention, and which after it.
 *
 * <p>Weeks that are neither are left out: the week in which the day falls (unless it is a Monday), those between the first
 * and the last day of a bundle, those whose items were still being followed on the day, and those before the day in which
 * it may have been anticipated.
 *
 * @param from the first week that is no longer before
 * @param after the first week that is wholly after
 */
public record Interruption(long from, long after) {

    private static final int HOURS_A_DAY = 24;

    /** Refuses weeks that are on both sides. */
    public Interruption {
        if (after < from) {
            throw new IllegalArgumentException("The weeks after the intervention begin with that from "
                    + Weeks.monday(after) + ", before the end of those before it, " + Weeks.monday(from) + ".");
        }
    }

    /** An intervention between two weeks: {@code week} is the first after it. */
    public static Interruption at(long week) {
        return new Interruption(week, week);
    }

    /**
     * Of a bundle of interventions.
     *
     * @param anticipationWeeks weeks before the day that are left out
     * @param followUpHours how long after posting an item's outcome is settled, such as a deadline; 0 for an outcome of the
     *     moment of posting
     */
    public static Interruption of(Bundle<?> bundle, int anticipationWeeks, double followUpHours) {
        if (anticipationWeeks < 0 || !(followUpHours >= 0) || Double.isInfinite(followUpHours)) {
            throw new IllegalArgumentException("Anticipated for " + anticipationWeeks + " weeks and followed for "
                    + followUpHours + " hours, expected both from 0 and finite.");
        }
        LocalDate settled = bundle.first().minusDays((long) Math.ceil(followUpHours / HOURS_A_DAY));
        return new Interruption(Weeks.of(settled) - anticipationWeeks, Weeks.startingFrom(bundle.last()));
    }
}
