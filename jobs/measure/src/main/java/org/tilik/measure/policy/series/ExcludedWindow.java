// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

import java.time.LocalDate;

/**
 * Days that no week of a series may touch, such as those of an attack that everybody posted about.
 *
 * @param from first day
 * @param to last day
 */
public record ExcludedWindow(LocalDate from, LocalDate to) {

    /** Refuses a window that ends before it begins. */
    public ExcludedWindow {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("The excluded window from " + from + " ends on " + to
                    + ", expected its last day on or after its first.");
        }
    }

    /** Whether some day of a week lies in the window. */
    public boolean touches(long week) {
        return Weeks.of(from) <= week && week <= Weeks.of(to);
    }
}
