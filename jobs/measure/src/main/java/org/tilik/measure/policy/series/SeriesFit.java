// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.tilik.measure.removal.Identifiability;

/**
 * How a weekly series changed at a date, in the unit of the series; of counts, in logarithms.
 *
 * @param identifiability BOUNDS where some week has only bounds
 * @param trend change by week before
 * @param level change in the first week after, beyond where the line before leads
 * @param slope change of the change by week
 * @param weeksBefore used
 * @param weeksAfter used
 * @param thinWeeks left out since they rest on too few items
 * @param excludedWeeks left out since they touch an excluded window
 * @param firstWeek the first used
 * @param lastWeek the last used
 * @param items that the weeks used rest on
 * @param lag of Newey and West, in weeks
 * @param degreesOfFreedom of the intervals
 * @param durbinWatson of what the line leaves, over weeks that follow each other; NaN where only bounds are known
 * @param firstAutocorrelation of the same
 * @param dispersion of counts, 1 for Poisson; NaN of other values
 * @param caveats what to know
 */
public record SeriesFit(
        Identifiability identifiability,
        Change trend,
        Change level,
        Change slope,
        int weeksBefore,
        int weeksAfter,
        int thinWeeks,
        int excludedWeeks,
        long firstWeek,
        long lastWeek,
        long items,
        int lag,
        int degreesOfFreedom,
        double durbinWatson,
        double firstAutocorrelation,
        double dispersion,
        Set<SeriesCaveat> caveats) {

    /** Below this many weeks intervals hold too seldom where neighbours are much alike. */
    private static final int SHORT = 52;
    /** From here on what is left of neighbouring weeks is alike. */
    private static final double ALIKE = 0.2;

    /** Keeps its own set. */
    public SeriesFit {
        caveats = caveats.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(caveats));
    }

    /** Weeks between the first used and the last that were not. */
    public long leftOutWeeks() {
        return lastWeek - firstWeek + 1 - weeksBefore - weeksAfter;
    }

    static SeriesFit of(Segment segment, SegmentedLine line, double level, double dispersion) {
        return of(
                Identifiability.POINT,
                segment,
                line,
                new Change[] {
                    line.change(SegmentedLine.TREND, level),
                    line.change(SegmentedLine.LEVEL, level),
                    line.change(SegmentedLine.SLOPE, level)
                },
                dispersion);
    }

    /** Where only bounds are known; {@code line} is any line through them and gives numbers of weeks alone. */
    static SeriesFit between(Segment segment, SegmentedLine line, Change trend, Change level, Change slope) {
        return of(Identifiability.BOUNDS, segment, line, new Change[] {trend, level, slope}, Double.NaN);
    }

    private static SeriesFit of(
            Identifiability kind, Segment segment, SegmentedLine line, Change[] terms, double dispersion) {
        boolean isPoint = kind == Identifiability.POINT;
        double autocorrelation = isPoint ? line.firstAutocorrelation() : Double.NaN;
        Set<SeriesCaveat> caveats = EnumSet.noneOf(SeriesCaveat.class);
        caveats.addAll(segment.caveats());
        if (segment.weeks().size() < SHORT) {
            caveats.add(SeriesCaveat.SHORT_SERIES);
        }
        if (autocorrelation >= ALIKE) {
            caveats.add(SeriesCaveat.AUTOCORRELATED);
        }
        if (!isPoint) {
            caveats.add(SeriesCaveat.BOUNDS);
        }
        return new SeriesFit(
                kind,
                terms[0],
                terms[1],
                terms[2],
                segment.before(),
                segment.after(),
                segment.thin(),
                segment.excluded(),
                segment.weeks().get(0).week(),
                segment.weeks().get(segment.weeks().size() - 1).week(),
                segment.items(),
                line.lag(),
                line.fit().degreesOfFreedom(),
                isPoint ? line.durbinWatson() : Double.NaN,
                autocorrelation,
                dispersion,
                caveats);
    }
}
