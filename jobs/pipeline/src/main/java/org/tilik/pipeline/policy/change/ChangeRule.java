// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.change;

import java.util.List;
import java.util.Locale;
import org.tilik.measure.policy.series.SeriesErrors;
import org.tilik.pipeline.classify.Standing;
import org.tilik.pipeline.classify.ThresholdShift;
import org.tilik.pipeline.policy.PolicyItem;
import org.tilik.pipeline.study.Clock;

/** Under which assumption a change is measured: the headline's, or another, so that readers see what hangs on it. */
enum ChangeRule {
    /** As metrics.yaml says. */
    HEADLINE(Clock.POSTED),
    /** Intervals by Newey and West's errors. */
    NEWEY_WEST_INTERVAL(Clock.POSTED),
    /** Four more weeks before the date are left out, in which it may have been anticipated. */
    ANTICIPATION_4_WEEKS(Clock.POSTED),
    /** What is gone and nobody says by whom was not removed. */
    UNKNOWN_CAUSE_EXCLUDED(Clock.POSTED),
    /** What is gone and nobody says by whom was removed. */
    UNKNOWN_CAUSE_COUNTED(Clock.POSTED),
    /** A single last absence is taken as not gone. */
    UNCONFIRMED_CENSORED(Clock.POSTED),
    /** Items that were reported, by week of the report, in hours since it. */
    CLOCK_REPORTED(Clock.REPORTED),
    /** Items that were referred, by week of the referral, in hours since it. */
    CLOCK_REFERRED(Clock.REFERRED),
    /** Items whose removal was ordered, by week of the order, in hours since it. */
    CLOCK_ORDERED(Clock.ORDERED),
    /** What the study would track at higher thresholds of label scores. */
    THRESHOLDS_RAISED(Clock.POSTED),
    /** What it would track at lower ones. */
    THRESHOLDS_LOWERED(Clock.POSTED),
    /** Items that it does not track at all, as a control; no row is about these alone. */
    NOT_TRACKED(Clock.POSTED);

    private static final int MORE_WEEKS = 4;

    private final Clock clock;

    ChangeRule(Clock clock) {
        this.clock = clock;
    }

    /** Rules whose items are counted from another origin. */
    static List<ChangeRule> clocks() {
        return List.of(CLOCK_REPORTED, CLOCK_REFERRED, CLOCK_ORDERED);
    }

    /** Rules by which other items are tracked. */
    static List<ChangeRule> shifts() {
        return List.of(THRESHOLDS_RAISED, THRESHOLDS_LOWERED);
    }

    /** Rules that measure other items, or the same from another origin, so that they have weekly cohorts of their own. */
    static List<ChangeRule> apart() {
        return List.of(
                CLOCK_REPORTED, CLOCK_REFERRED, CLOCK_ORDERED, THRESHOLDS_RAISED, THRESHOLDS_LOWERED, NOT_TRACKED);
    }

    boolean isClock() {
        return clocks().contains(this);
    }

    /** Whether its cohorts are looked at again under other assumptions. */
    boolean isRepeated() {
        return this == HEADLINE || this == NOT_TRACKED;
    }

    boolean isShift() {
        return shifts().contains(this);
    }

    /** The rule whose cohorts this one looks at. */
    ChangeRule cohorts() {
        return apart().contains(this) ? this : HEADLINE;
    }

    /** Rules that look at the headline's items again. */
    static List<ChangeRule> repeated() {
        return List.of(
                NEWEY_WEST_INTERVAL,
                ANTICIPATION_4_WEEKS,
                UNKNOWN_CAUSE_EXCLUDED,
                UNKNOWN_CAUSE_COUNTED,
                UNCONFIRMED_CENSORED);
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    Clock clock() {
        return clock;
    }

    SeriesErrors errors() {
        return this == NEWEY_WEST_INTERVAL ? SeriesErrors.NEWEY_WEST : SeriesErrors.AUTOREGRESSION;
    }

    int moreAnticipationWeeks() {
        return this == ANTICIPATION_4_WEEKS ? MORE_WEEKS : 0;
    }

    /** Whether an item is one of those that this rule measures apart on the clock of posting. */
    boolean holds(PolicyItem item) {
        return switch (this) {
            case THRESHOLDS_RAISED -> item.standing.isTracked(ThresholdShift.THRESHOLDS_RAISED);
            case THRESHOLDS_LOWERED -> item.standing.isTracked(ThresholdShift.THRESHOLDS_LOWERED);
            case NOT_TRACKED -> item.standing == Standing.NOT;
            default -> false;
        };
    }

    /** When this clock started for an item, in microseconds since 1970; null where it did not. */
    Long origin(PolicyItem item) {
        return switch (clock) {
            case REPORTED -> item.reportedAt;
            case REFERRED -> item.referredAt;
            case ORDERED -> item.orderedAt;
            case POSTED, FIRST_SEEN -> item.item.postedAt;
        };
    }
}
