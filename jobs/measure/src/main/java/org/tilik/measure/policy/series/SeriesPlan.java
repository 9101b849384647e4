// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

import java.time.LocalDate;
import java.util.List;

/**
 * Which weeks a fit may use, and what it must have.
 *
 * @param leastWeeks with data before, and after
 * @param leastItems that a week's value must rest on; of counts, that each side must have in all
 * @param level of confidence, such as 0.95
 * @param season what of the year is taken out
 * @param excluded no week that touches one of these is used
 * @param errors what intervals are made of
 * @param breaks days on which the way of collecting changed: only weeks on the intervention's side of each are used
 */
public record SeriesPlan(
        int leastWeeks,
        long leastItems,
        double level,
        Season season,
        SeriesErrors errors,
        List<ExcludedWindow> excluded,
        List<LocalDate> breaks) {

    /** Weeks with data before and after without which nothing is said. */
    public static final int LEAST_WEEKS = 12;

    /** Items without which a week's value is noise. */
    public static final long LEAST_ITEMS = 10;

    /** Refuses what leaves no degree of freedom and levels outside (0, 1). */
    public SeriesPlan {
        if (leastWeeks < 3 || leastItems < 0) {
            throw new IllegalArgumentException("At least " + leastWeeks + " weeks a side of " + leastItems
                    + " items asked for, expected weeks from 3 and items from 0.");
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("The confidence level is " + level + ", expected between 0 and 1.");
        }
        excluded = List.copyOf(excluded);
        breaks = List.copyOf(breaks);
    }

    /** 12 weeks a side, 10 items a week, 95 %, no season, no exclusions, no breaks. */
    public static SeriesPlan standard() {
        return new SeriesPlan(
                LEAST_WEEKS, LEAST_ITEMS, 0.95, Season.NONE, SeriesErrors.AUTOREGRESSION, List.of(), List.of());
    }

    /** The same with windows left out. */
    public SeriesPlan excluding(List<ExcludedWindow> windows) {
        return new SeriesPlan(leastWeeks, leastItems, level, season, errors, windows, breaks);
    }

    /** The same with changes of collection. */
    public SeriesPlan brokenOn(List<LocalDate> days) {
        return new SeriesPlan(leastWeeks, leastItems, level, season, errors, excluded, days);
    }

    /** The same with a season. */
    public SeriesPlan with(Season other) {
        return new SeriesPlan(leastWeeks, leastItems, level, other, errors, excluded, breaks);
    }

    /** The same with other intervals. */
    public SeriesPlan with(SeriesErrors other) {
        return new SeriesPlan(leastWeeks, leastItems, level, season, other, excluded, breaks);
    }

    /** The same with another least number of items. */
    public SeriesPlan withLeastItems(long items) {
        return new SeriesPlan(leastWeeks, items, level, season, errors, excluded, breaks);
    }
}
