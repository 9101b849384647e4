// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The weeks around an intervention that a fit uses.
 *
 * @param weeks in order
 * @param before how many of them lie before
 * @param interruption what lies between
 * @param thin weeks left out since they rest on too few items
 * @param excluded weeks left out since they touch an excluded window
 * @param caveats what this did to the series
 */
record Segment(
        List<WeekValue> weeks,
        int before,
        Interruption interruption,
        int thin,
        int excluded,
        Set<SeriesCaveat> caveats) {

    /** Weeks from one change of collection to the next. */
    private record Span(long from, long until) {
        boolean holds(long week) {
            return from <= week && week < until;
        }

        /** The part of this span on the intervention's side of a break; null if the break is at the intervention. */
        Span onOurSideOf(LocalDate broken, Interruption at) {
            long lastOld = Weeks.of(broken);
            long firstNew = Weeks.startingFrom(broken);
            if (firstNew < at.from()) {
                return new Span(Math.max(from, firstNew), until);
            }
            return lastOld > at.after() ? new Span(from, Math.min(until, lastOld)) : null;
        }
    }

    static Outcome<Segment> of(WeeklySeries series, Interruption interruption, SeriesPlan plan) {
        Span span = new Span(Long.MIN_VALUE, Long.MAX_VALUE);
        for (LocalDate broken : plan.breaks()) {
            span = span.onOurSideOf(broken, interruption);
            if (span == null) {
                return Outcome.none(NoSeries.BREAK_AT_INTERVENTION);
            }
        }
        return new Choice(interruption, plan).of(series, span);
    }

    /** Sorts weeks into those used and those left out. */
    private static final class Choice {
        private final Interruption interruption;
        private final SeriesPlan plan;
        private final List<WeekValue> used = new ArrayList<>();
        private final Set<SeriesCaveat> caveats = EnumSet.noneOf(SeriesCaveat.class);
        private int before;
        private int thinBefore;
        private int thinAfter;
        private int excluded;

        Choice(Interruption interruption, SeriesPlan plan) {
            this.interruption = interruption;
            this.plan = plan;
        }

        Outcome<Segment> of(WeeklySeries series, Span span) {
            for (WeekValue week : series.weeks()) {
                if (span.holds(week.week())) {
                    sort(week);
                } else {
                    caveats.add(SeriesCaveat.CUT_AT_COLLECTION_BREAK);
                }
            }
            int after = used.size() - before;
            int least = plan.leastWeeks();
            if (before < least || after < least) {
                boolean thinned = before + thinBefore >= least && after + thinAfter >= least;
                return Outcome.none(
                        thinned
                                ? NoSeries.THIN_WEEKS
                                : before < least ? NoSeries.FEW_WEEKS_BEFORE : NoSeries.FEW_WEEKS_AFTER);
            }
            note();
            return Outcome.of(
                    new Segment(List.copyOf(used), before, interruption, thinBefore + thinAfter, excluded, caveats));
        }

        private void sort(WeekValue week) {
            boolean isBefore = week.week() < interruption.from();
            if (!isBefore && week.week() < interruption.after()) {
                return;
            }
            if (plan.excluded().stream().anyMatch(window -> window.touches(week.week()))) {
                excluded++;
            } else if (week.items() < plan.leastItems()) {
                thinBefore += isBefore ? 1 : 0;
                thinAfter += isBefore ? 0 : 1;
            } else {
                used.add(week);
                before += isBefore ? 1 : 0;
            }
        }

        private void note() {
            if (excluded > 0) {
                caveats.add(SeriesCaveat.EXCLUDED_WEEKS);
            }
            if (thinBefore + thinAfter > 0) {
                caveats.add(SeriesCaveat.THIN_WEEKS_LEFT_OUT);
            }
            long between = interruption.after() - interruption.from();
            long calendar = used.get(used.size() - 1).week() - used.get(0).week() + 1 - between;
            if (calendar > used.size() + excluded + thinBefore + thinAfter) {
                caveats.add(SeriesCaveat.MISSING_WEEKS);
            }
        }
    }

    boolean isExact() {
        return weeks.stream().allMatch(WeekValue::isExact);
    }

    int after() {
        return weeks.size() - before;
    }

    long items() {
        return weeks.stream().mapToLong(WeekValue::items).sum();
    }

    long[] times() {
        return weeks.stream().mapToLong(WeekValue::week).toArray();
    }

    /** From the first week used to the last. */
    long span() {
        return weeks.get(weeks.size() - 1).week() - weeks.get(0).week() + 1;
    }

    /** Rows of 1, weeks since the intervention, 1 after it, weeks since it after it, and the season. */
    double[][] design(Season season) {
        double[][] rows = new double[weeks.size()][SegmentedLine.TERMS + season.terms()];
        for (int i = 0; i < rows.length; i++) {
            long week = weeks.get(i).week();
            double since = week - interruption.after();
            double isAfter = i < before ? 0 : 1;
            rows[i][SegmentedLine.INTERCEPT] = 1;
            rows[i][SegmentedLine.TREND] = since;
            rows[i][SegmentedLine.LEVEL] = isAfter;
            rows[i][SegmentedLine.SLOPE] = isAfter * since;
            season.write(week, rows[i], SegmentedLine.TERMS);
        }
        return rows;
    }
}
