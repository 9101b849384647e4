// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Values by week, in the order of weeks; weeks may be missing.
 *
 * @param weeks each week at most once
 */
public record WeeklySeries(List<WeekValue> weeks) {

    /** Refuses weeks out of order and weeks that are there twice. */
    public WeeklySeries {
        weeks = List.copyOf(weeks);
        for (int i = 1; i < weeks.size(); i++) {
            if (weeks.get(i).week() <= weeks.get(i - 1).week()) {
                throw new IllegalArgumentException(
                        "The week from " + Weeks.monday(weeks.get(i).week()) + " follows that from "
                                + Weeks.monday(weeks.get(i - 1).week())
                                + "; expected each week once, in order. Add up what belongs to one week first.");
            }
        }
    }

    /** The series of weeks in any order. */
    public static WeeklySeries of(Collection<WeekValue> weeks) {
        return new WeeklySeries(
                weeks.stream().sorted(Comparator.comparingLong(WeekValue::week)).toList());
    }

    /**
     * This series less a control series, on the weeks that both have: its change at a date is the change beyond that of the
     * control (comparative interrupted time series). A week rests on as many items as the thinner of the two, and its bounds
     * are those of the difference.
     */
    public WeeklySeries minus(WeeklySeries control) {
        Map<Long, WeekValue> controls = new HashMap<>();
        control.weeks.forEach(week -> controls.put(week.week(), week));
        List<WeekValue> differences = new ArrayList<>();
        for (WeekValue ours : weeks) {
            WeekValue theirs = controls.get(ours.week());
            if (theirs != null) {
                differences.add(new WeekValue(
                        ours.week(),
                        ours.low() - theirs.high(),
                        ours.high() - theirs.low(),
                        Math.min(ours.items(), theirs.items()),
                        1 / (1 / ours.weight() + 1 / theirs.weight())));
            }
        }
        return new WeeklySeries(differences);
    }
}
