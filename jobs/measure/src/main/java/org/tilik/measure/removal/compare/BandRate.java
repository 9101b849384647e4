// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import java.util.Optional;
import org.tilik.measure.removal.Identifiability;

/**
 * How many items went per hour under observation while their age was in (from, to] hours.
 *
 * <p>POINT: everything is given and bounds are equal. BOUNDS: events, personHours and rate are NaN where brackets leave
 * them open, and {@code why} says whether some bracket reaches over an edge of the band. NONE: nobody was under
 * observation at these ages, so only the counts of 0 are given. The interval of bounds reaches from the low end for the
 * fewest events in the most hours to the high end for the most events in the fewest.
 *
 * @param from hours, exclusive
 * @param to hours, inclusive; +∞ for the last band
 * @param identifiability of the rate
 * @param why no rate is given: BRACKETS or BRACKETS_OVER_BANDS
 * @param events items that went
 * @param personHours hours under observation, summed over items
 * @param rate events per person-hour
 * @param ciLow low end of the interval of the rate
 * @param ciHigh high end of the interval of the rate; +∞ = no limit
 * @param eventsLow fewest events that agree with the brackets
 * @param eventsHigh most events
 * @param personHoursLow fewest hours
 * @param personHoursHigh most hours
 * @param rateLow smallest rate over all ways the bracketed items may have gone
 * @param rateHigh largest rate; +∞ = no limit
 * @param interval how the interval was made
 */
public record BandRate(
        double from,
        double to,
        Identifiability identifiability,
        Optional<Undefined> why,
        double events,
        double personHours,
        double rate,
        double ciLow,
        double ciHigh,
        double eventsLow,
        double eventsHigh,
        double personHoursLow,
        double personHoursHigh,
        double rateLow,
        double rateHigh,
        RateInterval interval) {}
