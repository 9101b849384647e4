// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Numbers of weeks that begin on Monday, 00:00 UTC; week 0 begins on 1969-12-29. */
public final class Weeks {

    private static final int DAYS = 7;
    /** Days from the Monday of week 0 to 1970-01-01. */
    private static final int SHIFT = 3;

    private Weeks() {}

    /** The week that a day is in. */
    public static long of(LocalDate day) {
        return Math.floorDiv(day.toEpochDay() + SHIFT, DAYS);
    }

    /** The week that a moment is in. */
    public static long of(Instant moment) {
        return of(LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }

    /** The first week that begins on or after a day. */
    public static long startingFrom(LocalDate day) {
        return of(day.plusDays(DAYS - 1L));
    }

    /** The day a week begins. */
    public static LocalDate monday(long week) {
        return LocalDate.ofEpochDay(week * DAYS - SHIFT);
    }
}
